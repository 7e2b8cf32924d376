"""What confidants do, without keys, socket, clock or chance: commands, events, rules, states, the queue.

Rooms above call ``space.decide`` and ``space.fold``; everything else here is one noun of the profession per module.
A command (imperative) is checked against a state and becomes events (past tense); events alone make states, so that
every reader of a space arrives at the same one. Nothing is imported here, so that a command line pays only for what
it uses.
"""

"""A fictional practice on an embedded server: try the product, train a colleague, run the tests.

Everything in here is invented; no person, organisation or event is real. ``practice`` and the ``stories_*`` modules are
data, ``cases`` turns them into acts, ``found`` plays these through the product's own commands, ``home`` knows where all
of it lies, ``server`` runs the embedded PostgreSQL. Callers: cli, tui (the passphrase) and tests.
"""

from __future__ import annotations

__all__ = ["PASSPHRASE"]

PASSPHRASE = "de luwte is verzonnen"
"""The passphrase of every identity of a demo practice. It is public: nothing in a demo is secret."""

"""A fictional practice on an embedded server: try the product, train a colleague, run the tests.

Everything in here is invented; no person, organisation or event is real. ``practice`` and the ``stories_*`` modules are
data, ``cases`` turns them into plans, ``found`` plays the plans through the product's own commands, ``server`` runs the
embedded PostgreSQL. Callers: cli and tests.
"""

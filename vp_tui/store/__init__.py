"""The room that talks to the server: ciphertext in, ciphertext out, no key and no plain text ever.

``port`` is the contract; ``postgres`` and ``memory`` keep it, and one conformance suite proves both. ``dsn`` reads
addresses, ``connection`` opens them, ``listen`` waits for wake-ups, ``admin`` sets a server up, ``checkup`` looks it
over. The law is in ``server_schema/``, the questions in ``sql/``. Callers: workspace; cli for ``admin`` and ``dsn``.
"""

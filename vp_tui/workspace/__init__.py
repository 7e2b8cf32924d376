"""The application layer: what a member has after unlocking.

Invariant: this is the only room where keys, records and the store meet. Below it, `store` has ciphertext and no keys,
`device` and `protocol` have keys and no socket, `domain` has neither. The facade is `Workspace`; cli, tui and demo use
it and nothing else of this room but `bootstrap` and `views`.
"""

"""The protocol: bytes to bytes, no socket, no clock, no file, no word of the profession.

Read docs/protocol.md beside it; names and symbols are the same. Reading order: encoding, suite, entry, bodies, then
**verify** (every acceptance rule, for the auditor), practice_log and space (the two states), sealing and writing.
Only this room and the vault of ``device`` import ``cryptography``. Caller: workspace.
"""

"""This computer: folders, configuration, keys at rest, sealed tables, the process's armour, `vp doctor`.

The only room that touches files, the keyring and the kernel. Each module is imported by itself: nothing is loaded
here, because `hardening`, `paths` and `config` stand on the road of every start.
"""

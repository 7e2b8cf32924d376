"""The errors of all rooms in one table; each room keeps its own beside it. Loaded only when an error is shown."""

from importlib import import_module

_ROOMS = ("protocol", "store", "device", "domain", "workspace", "tui", "start", "case", "cli")

TEXT: dict[str, tuple[str, str]] = {}
for _room in _ROOMS:
    _table: dict[str, tuple[str, str]] = import_module(f"vp_tui.i18n.catalog.errors_{_room}").TEXT
    if _twice := TEXT.keys() & _table.keys():
        raise RuntimeError(f"errors_{_room} repeats {sorted(_twice)}")
    TEXT.update(_table)

"""The errors of all rooms in one table; each room keeps its own in ``errors_<room>``. Loaded when an error is shown."""

from importlib import import_module
from pkgutil import iter_modules

from vp_tui.i18n import catalog

TEXT: dict[str, tuple[str, str]] = {}
for _module in iter_modules(catalog.__path__, f"{catalog.__name__}."):
    if _module.name.rpartition(".")[2].startswith("errors_"):
        _table: dict[str, tuple[str, str]] = import_module(_module.name).TEXT
        if _twice := TEXT.keys() & _table.keys():
            raise RuntimeError(f"{_module.name} repeats {sorted(_twice)}")
        TEXT.update(_table)

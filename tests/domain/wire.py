"""Events as another client may write them: any value that the schema of the record allows, for every kind of event."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from tests.domain.story import CASE, CLIENT, DEPUTY, NOTE, OWNER, STRANGER, day
from vp_tui.domain.events import AnyEvent
from vp_tui.domain.ids import Id

IDS = st.sampled_from([Id(raw) for raw in (OWNER, DEPUTY, STRANGER, NOTE, CASE, CLIENT, b"1" * 16, b"2" * 16)])
DAYS = st.integers(-40, 40).map(day) | st.sampled_from([datetime.date.min, datetime.date.max])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
CODES = st.sampled_from(
    ["AF-UI", "AF-BB", "EV-VO", "KA-TE", "RO-BS", "RO-BE", "IM-D", "SP", "VW-AK", "VW-CO", "VD-HR", "WV-WS", "BN-ER",
     "VS-BG", "DB-EM", "IM-INC", "TH-RO", "SV-IN", "PE-INT", "ZZ-99"]
)  # fmt: skip


def of(kind: inspect.Type) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    match kind:
        case inspect.CustomType():
            return IDS
        case inspect.DateType():
            return DAYS
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.LiteralType():
            return st.sampled_from(kind.values)
        case inspect.IntType():
            return st.integers(kind.ge or 0, (kind.ge or 0) + 3)
        case inspect.StrType() if kind.pattern is None:
            return TEXTS
        case inspect.StrType() if "A-Z0-9]+(-" in str(kind.pattern):
            return CODES
        case inspect.StrType():
            return st.from_regex(str(kind.pattern))
        case inspect.VarTupleType():
            return st.lists(of(kind.item_type), min_size=kind.min_length or 0, max_size=3).map(tuple)
        case inspect.UnionType():
            return st.one_of(*(of(one) for one in kind.types))
        case inspect.StructType():
            return struct(kind.cls)
    raise TypeError(kind)


def struct(cls: type) -> st.SearchStrategy[Any]:
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    return st.builds(cls, **{field.name: of(field.type) for field in info.fields})


def _whole(event: Any) -> bool:
    """As a record holds it: what the schema would refuse is no event."""
    try:
        msgspec.convert(msgspec.to_builtins(event, enc_hook=lambda found: found.hex()), AnyEvent, dec_hook=_id)
    except msgspec.ValidationError:
        return False
    return True


def _id(kind: type, value: Any) -> Any:
    return Id.from_text(value)


EVENTS: st.SearchStrategy[Any] = st.one_of(*(struct(kind) for kind in AnyEvent.__args__)).filter(_whole)

"""What a confidant does on the sheets of steps, papers, referrals, contact and aftercare.

Handlers are methods of the sheets, ``call.missed`` also of the case; texts and reasons are in the catalogs ``course``
and ``course_follow``. What leaves the practice stands under X and asks a word, by whatever menu it was reached.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]

_WRITING = ("writer", "unclosed")


def _act(name: str, scope: str | tuple[str, ...], *keys: str, needs: tuple[str, ...] = (), **more: Any) -> Action:
    room = "course" if name.split(".")[0] in ("step", "stage", "norm", "paper", "referral") else "course_follow"
    scopes = (scope,) if isinstance(scope, str) else scope
    return Action(name, scopes, keys, text=f"{room}.act.{name}", guard=when(room, *needs), **more)


def _write(name: str, scope: str | tuple[str, ...], *keys: str, needs: tuple[str, ...] = (), **more: Any) -> Action:
    return _act(name, scope, *keys, needs=(*needs, *_WRITING), **more)


ACTIONS: tuple[Action, ...] = (
    # -- steps
    _write("step.new", "steps", "n", ex=("stap", "step"), cli="vp step add", footer=20),
    _write(
        "step.edit", "steps", "e", needs=("editable",), ex=("stap wijzig", "step edit"), cli="vp step edit", footer=22
    ),
    _write(
        "step.consult",
        "steps",
        "c",
        needs=("step", "talkable"),
        ex=("afgestemd", "consulted"),
        cli="vp step consult",
        footer=24,
    ),
    _write("step.move", "steps", "s", needs=("step",), ex=("stap stand", "step state"), cli="vp step move", footer=26),
    _write(
        "step.begin",
        "steps",
        "X b",
        needs=("step", "to_begin"),
        ex=("stap begint", "step begin"),
        cli="vp step move",
        consequence=True,
        footer=0,
    ),
    _act("step.print", "steps", "p", needs=("step",), ex=("stap blad", "step sheet"), footer=28),
    _write("stage.set", "steps", "i", ex=("fase", "stage"), cli="vp case stage", footer=30),
    _write("norm.met", "steps", "x", needs=("norms",), ex=("norm gedaan", "norm met"), cli="vp case norm", footer=32),
    # -- papers
    _write("paper.new", "papers", "n", ex=("stuk", "draft"), cli="vp draft write", footer=20),
    _write(
        "paper.edit", "papers", "e", needs=("draft",), ex=("stuk wijzig", "draft edit"), cli="vp draft write", footer=22
    ),
    _act("paper.versions", "papers", "t", needs=("draft",), ex=("versies", "versions"), cli="vp draft list", footer=24),
    _act(
        "paper.compare", "papers", "d", needs=("versions",), ex=("verschil", "compare"), cli="vp draft diff", footer=26
    ),
    _act("paper.print", "papers", "p", needs=("draft",), ex=("stuk blad", "draft sheet"), footer=28),
    _write(
        "paper.send",
        "papers",
        "X v",
        needs=("draft",),
        ex=("verstuur", "send"),
        cli="vp disclose",
        consequence=True,
        footer=60,
    ),
    # -- referrals
    _write("referral.new", "referrals", "n", ex=("verwijs", "refer"), cli="vp refer add", footer=20),
    _write(
        "referral.move",
        "referrals",
        "s",
        needs=("referral", "onward"),
        ex=("verwijzing stand", "referral state"),
        cli="vp refer move",
        footer=22,
    ),
    _act("referral.map", "referrals", "t", ex=("sociale kaart", "social map"), cli="vp refer map", footer=24),
    _write(
        "referral.decline", "referrals", "w", ex=("geen verwijzing", "no referral"), cli="vp refer decline", footer=26
    ),
    _write(
        "referral.introduce",
        "referrals",
        "X i",
        needs=("to_introduce",),
        ex=("introduceer", "introduce"),
        cli="vp refer move",
        consequence=True,
        footer=0,
    ),
    # -- contact
    _write("meeting.new", "meetings", "n", ex=("afspraak", "appointment"), cli="vp case appointment", footer=20),
    _write(
        "meeting.edit",
        "meetings",
        "e",
        needs=("appointment",),
        ex=("verzet", "reschedule"),
        cli="vp case appointment",
        footer=22,
    ),
    _write(
        "meeting.move",
        "meetings",
        "s",
        needs=("appointment",),
        ex=("afspraak stand", "appointment state"),
        cli="vp case appointment",
        footer=24,
    ),
    _write(
        "call.missed", ("meetings", "case", "aftercare"), "o", ex=("geen gehoor", "no answer"), cli="vp call", footer=26
    ),
    _write("call.log", ("meetings", "aftercare"), "c", ex=("gebeld", "called"), cli="vp call", footer=28),
    # -- aftercare
    _write(
        "aftercare.record",
        "aftercare",
        "a",
        needs=("has_aftercare",),
        ex=("nazorg gedaan", "aftercare done"),
        cli="vp case aftercare",
        footer=20,
    ),
    _write(
        "aftercare.retaliation",
        "aftercare",
        "n",
        ex=("benadeling", "retaliation"),
        cli="vp case retaliation",
        footer=22,
    ),
    _write(
        "aftercare.end",
        "aftercare",
        "X e",
        needs=("has_aftercare", "unreached"),
        ex=("nazorg beeindigen", "end aftercare"),
        cli="vp case end-aftercare",
        consequence=True,
        footer=60,
    ),
)

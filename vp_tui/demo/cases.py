"""From a story to the acts that its confidant would have done: domain commands with the times at which she did them.

Invariant: the times of one case never run backwards and never lie in the future, no act falls into a weekend before the
day of founding, and every act is one that the rules of the domain accept at that time. Callers: ``found``, tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

import msgspec

from vp_tui.demo.shape import (
    Arrived,
    Cared,
    Closed,
    Deputised,
    Did,
    Due,
    In,
    Member,
    Moment,
    Noted,
    Own,
    Ref,
    Stage,
    Story,
    Talk,
    Waits,
)
from vp_tui.domain.closing import CloseCase, RecordAftercare
from vp_tui.domain.deputy import GrantDeputy
from vp_tui.domain.next_action import CompleteNextAction, SetNextAction
from vp_tui.domain.note import RecordConversation, WriteNote
from vp_tui.domain.progress import ChangeState
from vp_tui.domain.registration import RegisterCase
from vp_tui.workspace.views import Act

__all__ = ["acts"]

_BREAK = re.compile(r"\n(?!\n|\d\.)")


def acts(
    story: Story, founded: datetime, clients: Mapping[str, bytes], members: Mapping[str, bytes], random: Random
) -> Iterator[Act]:
    """The acts of ``story`` in order, the first of which registers the case under a fresh id.

    ``founded`` is the aware local time of founding; ``clients`` maps client codes and ``members`` member keys to ids.
    """
    yield from _Telling(story, founded, clients, members, random).acts()


def _prose(text: str) -> str:
    """A text of a story without the line ends that only serve its source file."""
    return "\n\n".join(_BREAK.sub(" ", paragraph).strip() for paragraph in text.split("\n\n"))


@dataclass(slots=True)
class _Telling:
    story: Story
    founded: datetime
    clients: Mapping[str, bytes]
    members: Mapping[str, bytes]
    random: Random
    promised: bool = False
    next_rev: int = 0
    aftercare: list[date] = field(default_factory=list)
    named: dict[str, bytes] = field(default_factory=dict)
    revised: Counter[object] = field(default_factory=Counter)

    def _id(self) -> bytes:
        return self.random.randbytes(16)

    def _day(self, back: int) -> date:
        today = self.founded.date()
        day = today - timedelta(days=back)
        if back == 0 or day.weekday() < 5:
            return day
        monday = day + timedelta(days=7 - day.weekday())
        return monday if monday <= today else day - timedelta(days=day.weekday() - 4)

    def _due(self, within: int) -> date:
        day = self.founded.date() + timedelta(days=within)
        if within == 0 or day.weekday() < 5:
            return day
        # What is late stays late, what is to come stays to come.
        return day + timedelta(days=4 - day.weekday() if within < 0 else 7 - day.weekday())

    def _times(self) -> list[datetime]:
        """One time per moment: office hours, in order, and room left before the moment of founding."""
        times: list[datetime] = []
        moments = self.story.moments
        for left, moment in zip(range(len(moments), 0, -1), moments, strict=True):
            minute = self.random.randrange(8 * 60 + 30, 17 * 60)
            at = datetime.combine(self._day(moment.day), time(minute // 60, minute % 60)).astimezone()
            if times:
                at = max(at, times[-1] + timedelta(minutes=self.random.randrange(2, 9)))
            times.append(min(at, self.founded - timedelta(minutes=left)))
        return times

    def acts(self) -> Iterator[Act]:
        case = self._id()
        times = self._times()
        at_ms = [int(at.timestamp() * 1000) for at in times]
        yield Act(self._registration(case, times[0].date()), case, at_ms=at_ms[0])
        for moment, at, ms in zip(self.story.moments[1:], times[1:], at_ms[1:], strict=True):
            for command in self._commands(moment, at.date()):
                yield Act(command, case, "personal" if isinstance(moment, Own) else "dossier", ms)

    def _registration(self, case: bytes, on: date) -> RegisterCase:
        story = self.story
        first = story.moments[0]
        assert isinstance(first, Talk | Arrived)
        command = {
            "case": case,
            "alias": story.alias,
            "channel": first.channel,
            "client": self.clients[story.client],
            "natures": story.natures,
            "received": on,
            "role": story.role,
            "source": story.source,
        }
        if isinstance(first, Talk):
            command |= {"note": self._id(), "text": _prose(first.text), "minutes": first.minutes}
        return RegisterCase(**command)  # type: ignore[arg-type]

    def _commands(self, moment: Moment, on: date) -> Iterator[object]:
        match moment:
            case Talk():
                yield RecordConversation(self._id(), on, moment.minutes, moment.channel, _prose(moment.text))
            case Noted() | Own():
                yield WriteNote(self._id(), _prose(moment.text))
            case Stage():
                yield ChangeState(moment.state)
            case Waits():
                yield ChangeState("waiting", moment.what)
            case Due():
                yield SetNextAction(self._bump(), moment.text, self._due(moment.within))
                self.promised = True
            case Deputised():
                yield WriteNote(self._id(), _prose(moment.consent))
                yield GrantDeputy(self.members[moment.member], on, moment.how)
            case Closed():
                if self.promised:
                    yield CompleteNextAction(self._bump())
                    self.promised = False
                self.aftercare = sorted({self._due(day) for day in moment.after})
                agreed = on if self.aftercare else None
                outside = moment.reason == "AF-BB"
                yield CloseCase(moment.reason, on, tuple(self.aftercare), aftercare_consent=agreed, no_referral=outside)
            case Did():
                yield self._command(moment)
            case Cared():
                yield RecordAftercare(self.aftercare.pop(0), moment.outcome, moment.retaliation)

    def _command(self, moment: Did) -> object:
        facts = {name: self._value(value) for name, value in moment.facts}
        names = [field.name for field in msgspec.structs.fields(moment.command)]
        # An entry counts its own revisions; what a case has once counts by its kind of command.
        thing = moment.command if names[0] == "base" else facts[names[0]]
        if "base" in names:
            facts.setdefault("base", self.revised[thing])
        self.revised[thing] += 1
        return moment.command(**facts)

    def _value(self, value: object) -> object:
        match value:
            case Ref(name):
                return self.named.setdefault(name, self._id())
            case In(days):
                return self._due(days)
            case Member(key):
                return self.members[key]
        return _prose(value) if isinstance(value, str) else value

    def _bump(self) -> int:
        base = self.next_rev
        self.next_rev += 1
        return base

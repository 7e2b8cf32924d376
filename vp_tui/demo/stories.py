"""The stories of the demo practice in the order in which they are told, and as many more as are asked for.

The eighty written ones come first, mixed by owner so that even a short demo shows something of everything; further ones
are put together from their parts: the first conversation of one, the course of another of the same kind, another
client, another alias, other days. All of them belong to the first identity, since that is the queue somebody wants to
see long. Deterministic: the same seed tells the same stories. Callers: ``found``, tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from vp_tui.demo import (
    stories_integrity,
    stories_power,
    stories_reiger,
    stories_scope,
    stories_short,
    stories_team,
)
from vp_tui.demo.aliases import aliases
from vp_tui.demo.practice import CLIENTS, MEMBERS
from vp_tui.demo.shape import Arrived, Closed, Deputised, Moment, Story, Talk

__all__ = ["SEED", "WRITTEN", "stories"]

SEED = 20261122

_MODULES = (stories_team, stories_power, stories_integrity, stories_scope, stories_short)
_mixed = [story for module in _MODULES for story in module.STORIES]
Random(SEED).shuffle(_mixed)  # noqa: S311 - a fiction that must come out the same
WRITTEN: tuple[Story, ...] = (*stories_reiger.STORIES, *_mixed)
"""The eighty that were written by hand, the one to be shown first at the head."""


def stories(n: int, seed: int = SEED) -> Iterator[Story]:
    """The first ``n`` stories; ``n`` at most ``len(WRITTEN)`` plus about ten thousand."""
    yield from WRITTEN[:n]
    random = Random(seed)  # noqa: S311
    names = aliases(random, {story.alias for story in WRITTEN})
    parts = [story for story in WRITTEN if not any(isinstance(moment, Deputised) for moment in story.moments)]
    kinds: dict[str, list[Story]] = {}
    for story in parts:
        kinds.setdefault(_kind(story), []).append(story)
    for alias, _ in zip(names, range(len(WRITTEN), n), strict=False):
        course = random.choice(parts)
        opening = random.choice(kinds[_kind(course)])
        yield _joined(alias, opening, course, random)


def _kind(story: Story) -> str:
    # A talk and a mere request for one do not begin alike; OG-PE and OG-SI do not go on alike.
    return f"{story.natures[0][:5]} {type(story.moments[0]).__name__}"


def _joined(alias: str, opening: Story, course: Story, random: Random) -> Story:
    first = opening.moments[0]
    assert isinstance(first, Talk | Arrived)
    over = isinstance(course.moments[-1], Closed)
    later = random.randrange(330 if over else 45)
    begun = replace(first, day=course.moments[0].day)
    moments = tuple(_earlier(moment, later, random) for moment in (begun, *course.moments[1:]))
    client = random.choice(CLIENTS).code
    return Story(alias, client, MEMBERS[0].key, opening.natures, moments, opening.role, opening.source)


def _earlier(moment: Moment, days: int, random: Random) -> Moment:
    moved = replace(moment, day=moment.day + days)
    if isinstance(moved, Talk):
        return replace(moved, minutes=max(10, moved.minutes + random.randrange(-10, 11, 5)))
    if isinstance(moved, Closed):
        return replace(moved, after=tuple(day if day >= 0 else day - days for day in moved.after))
    return moved

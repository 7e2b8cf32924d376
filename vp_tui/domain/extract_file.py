"""An extract (toetsingsuittreksel) as its author and the supervisor read it.

Invariant: plain data for two people; there is no field for a case, a casus, a group or a client, so nothing here leads
to one. Callers: ``extract`` (the author's side) and ``review`` (the supervisor's) make and change it.
"""

from __future__ import annotations

from msgspec import Struct

from vp_tui.domain.act import Context
from vp_tui.domain.addenda import Addendum
from vp_tui.domain.canonical import Signature, canonical
from vp_tui.domain.wording import Wording
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

__all__ = ["CheckAnswer", "Comment", "ExtractState", "canonical_extract"]


class Comment(Struct, frozen=True):
    """On one line (1 is the first) of one version; ``traceable`` marks it as herleidbaar."""

    id: bytes
    version: int
    line: int
    text: str
    traceable: bool
    at_ms: int
    rev: int = 1
    dropped: bool = False


class CheckAnswer(Struct, frozen=True, array_like=True):
    """``answer`` yes, no or unsure to one item of the checklist, for one version."""

    item: str
    version: int
    answer: str


class ExtractState(Struct, frozen=True):
    """``state`` opened, submitted, in_review, returned, approved or withdrawn; ``why`` it was returned (anonymisation,
    questions); ``contact``: the supervisor asks the author to get in touch."""

    id: bytes = b""
    author: bytes = b""
    reviewer: bytes = b""
    method: str = ""
    theme: str = ""
    state: str = "opened"
    since_ms: int = 0
    why: str = ""
    message: str = ""
    wordings: tuple[Wording, ...] = ()
    comments: tuple[Comment, ...] = ()
    checklist: tuple[CheckAnswer, ...] = ()
    approval: Signature | None = None
    addenda: tuple[Addendum, ...] = ()
    contact: bool = False
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who holds keys: these two and nobody else."""
        return frozenset({self.author, self.reviewer})

    @property
    def version(self) -> int:
        """The number of the newest version; 0 before the first."""
        return len(self.wordings)

    @property
    def digest(self) -> str:
        """Of the newest version: what its author has signed by submitting it, and the supervisor by approving it."""
        return self.wordings[-1].signature.digest if self.wordings else ""

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The author's, and the supervisor's once it is approved; both over ``digest``."""
        return tuple(row for row in (*(wording.signature for wording in self.wordings[-1:]), self.approval) if row)

    def traceable(self) -> tuple[Comment, ...]:
        """The marks that stand on the newest version."""
        return tuple(row for row in self.comments if row.traceable and not row.dropped and row.version == self.version)

    @property
    def is_traceable(self) -> bool:
        """The newest version has a mark, or the checklist says so."""
        return bool(self.traceable()) or CheckAnswer("traceable", self.version, "yes") in self.checklist

    def require_author(self, context: Context) -> None:
        """NotPermittedError unless the actor wrote it."""
        if context.actor != self.author:
            raise NotPermittedError("not-your-extract")

    def require_review(self, version: int, context: Context) -> None:
        """NotPermittedError for everybody but the supervisor; RefusedError ``extract-ended``,
        ``extract-not-submitted``; ConflictError ``entry-changed`` if a newer version came in."""
        if context.actor != self.reviewer:
            raise NotPermittedError("not-your-extract")
        if self.state in ("approved", "withdrawn"):
            raise RefusedError("extract-ended")
        if version != self.version:
            raise ConflictError("entry-changed", rev=self.version)
        if self.state not in ("submitted", "in_review"):
            raise RefusedError("extract-not-submitted")


def canonical_extract(state: ExtractState, number: int, text: str, findings: int) -> bytes:
    """What both sign: the two people, method, theme, the version and its words."""
    return canonical(
        "extract",
        extract=state.id,
        author=state.author,
        reviewer=state.reviewer,
        method=state.method,
        theme=state.theme,
        number=number,
        findings=findings,
        text=text,
    )

"""What can be read of an unlocked workspace without asking anybody: synchronous, over verified local state.

Invariant: nothing here awaits, writes or verifies; it shows what `sync` accepted and what waits in the outbox. Base of
the facade.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from vp_tui.domain.act import Context
from vp_tui.domain.case_code import resolve
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.personal import PersonalState, SavedView
from vp_tui.domain.summary import CaseSummary
from vp_tui.errors import NotFoundError
from vp_tui.protocol import words
from vp_tui.protocol.bodies import Policy
from vp_tui.protocol.findings import Finding
from vp_tui.protocol.freshness import checkpoint
from vp_tui.protocol.identity import fingerprint
from vp_tui.workspace.core import Core
from vp_tui.workspace.membership import member_views
from vp_tui.workspace.views import CaseView, ChangeView, ClientView, Extent, Me, MemberView, Notice, Status

__all__ = ["Reading"]


class Reading:
    """The reading half of ``Workspace``."""

    _core: Core

    # facts -----------------------------------------------------------------------------------------------------------
    @property
    def identity(self) -> Any:
        """The configured identity."""
        return self._core.identity

    @property
    def me(self) -> Me:
        """Who is unlocked here."""
        return self._core.me

    @property
    def demo(self) -> bool:
        """Whether this is a demo practice, of which every screen says so."""
        return self._core.identity.demo

    @property
    def practice_name(self) -> str:
        """The practice's name, empty until its space could be read."""
        state = self._core.practice_state()
        return state.name if state is not None else ""

    @property
    def quorum(self) -> int:
        """How many coordinators have to sign a change of the team now; 0 before anything was verified."""
        return self._core.practice.quorum_needed if self._core.practice.seq >= 0 else 0

    def my_fingerprint(self) -> tuple[list[str], str]:
        """Nine words, and 27 digits, of this device; the same before and after its admission."""
        core = self._core
        if core.keys.device_id in core.practice.devices:
            print_ = core.practice.fingerprint(core.keys.device_id)
        else:
            print_ = fingerprint(core.identity.practice, core.identity.member, core.keys.sign_pub, core.keys.enc_pub)
        return words.to_words(print_).split(), words.to_digits(print_)

    @property
    def policy(self) -> Policy | None:
        """What the practice has agreed on; None while this device was not admitted."""
        return self._core.practice.policy if self._core.practice.seq >= 0 else None

    @property
    def status(self) -> Status:
        """Connection, pending records, findings."""
        return self._core.status

    @property
    def clock(self) -> Any:
        """The clock of this workspace."""
        return self._core.clock

    def today(self) -> date:
        """The local day."""
        return self._core.today()

    def new_id(self) -> bytes:
        """16 random bytes, for RegisterCase.case, WriteNote.note and the like."""
        return self._core.random(16)

    def context(self, case: bytes = b"") -> Context:
        """What the rules may know now about ``case``; forms check with it before they send."""
        return self._core.context(case)

    def extent(self) -> Extent:
        """How much is verified here."""
        spaces = self._core.spaces.briefs
        entries = sum(brief.seq + 1 for brief in spaces.values()) + self._core.practice.seq + 1
        return Extent(len(spaces) + 1, entries, self._core.status.last_sync_ms)

    # reading ---------------------------------------------------------------------------------------------------------
    def summaries(self) -> Sequence[CaseSummary]:
        """The rows of the queue."""
        return self._core.spaces.summaries()

    @property
    def generation(self) -> int:
        """Moves whenever a row of the queue may have changed; ``summaries`` is the same list until then."""
        return self._core.spaces.generation

    def unread(self, case: bytes) -> int:
        """How much others wrote since this member last looked, on this device."""
        return self._core.spaces.unread(case)

    def seen(self, case: bytes) -> None:
        """She looks at the case now."""
        if self._core.spaces.look(case):
            self._core.save()
            self._core.tell(Notice("cases", frozenset({case})))

    def unsent(self) -> frozenset[bytes]:
        """Cases with records that wait in the outbox."""
        return frozenset(self._case_of(space) for space in self._core.spaces.overlay)

    def flagged(self) -> frozenset[bytes]:
        """Cases about which there is a finding, in either layer."""
        return frozenset(self._case_of(finding.space) for finding in self._core.findings.values())

    def _case_of(self, space: bytes) -> bytes:
        spaces = self._core.spaces
        brief = spaces.briefs.get(space)
        if brief is not None:
            return brief.ref or space
        return next((case for case, notes in spaces.notes_of.items() if notes == space), space)

    def resolve(self, typed: str) -> bytes:
        """A case id from its short code, hex, or an unambiguous beginning. NotFoundError, ConflictError."""
        return resolve(typed, [row.id for row in self.summaries()])

    def case(self, case: bytes) -> CaseView:
        """One case with both layers. NotFoundError for a case that is not hers."""
        core = self._core
        state = core.spaces.state(case)
        kept = core.spaces.get(case)
        if not isinstance(state, CaseState) or (kept is not None and kept.lost):
            raise NotFoundError("case-not-found")
        notes_space = core.spaces.notes_of.get(case, b"")
        notes = core.spaces.state(notes_space) if notes_space else None
        members = {view.id: view for view in member_views(core)}
        readers = kept.log.readers(core.practice) if kept is not None else {core.member}
        own = {core.member} if state.owner == core.member else set()
        return CaseView(
            state=state,
            notes=notes if isinstance(notes, NotesState) else None,
            pending=case in core.spaces.overlay or notes_space in core.spaces.overlay,
            integrity=core.findings_of([case, *([notes_space] if notes_space else [])]),
            dossier_readers=[members[one] for one in sorted(readers) if one in members],
            personal_readers=[members[one] for one in own if one in members],
        )

    def clients(self) -> list[ClientView]:
        """Client organisations by code."""
        found = [ClientView(i, c.code, c.name, c.archived) for i, c in self._core.spaces.clients.items()]
        return sorted(found, key=lambda client: client.code)

    def client(self, space: bytes) -> ClientState:
        """The domain's state of one client. NotFoundError."""
        state = self._core.spaces.clients.get(space)
        if state is None:
            raise NotFoundError("client-not-found")
        return state

    def members(self) -> list[MemberView]:
        """Members with devices and fingerprints, those who left included."""
        return member_views(self._core)

    def member_name(self, member: bytes) -> str:
        """A member's name, or eight hex digits where it cannot be read."""
        return self._core.name(member) or member[:4].hex()

    def findings(self) -> list[Finding]:
        """What did not verify, in order of discovery."""
        return list(self._core.findings.values())

    def space_name(self, space: bytes) -> tuple[str, dict[str, str]]:
        """A name for a space that a person understands: an i18n key and its facts."""
        core = self._core
        if space == core.identity.practice:
            return "workspace.space.practice-log", {}
        brief = core.spaces.briefs.get(space)
        kind = brief.kind if brief is not None else ""
        facts = {"id": space[:4].hex()}
        row = core.spaces.summary(brief.ref if brief and kind == "case_notes" else space)
        if row is not None:
            facts.update(code=row.code, alias=row.alias)
        elif kind in ("case", "case_notes"):
            kind = ""
        if kind == "client":
            facts["name"] = core.spaces.clients[space].name if space in core.spaces.clients else facts["id"]
        return f"workspace.space.{kind or 'unknown'}", facts

    def saved_views(self) -> list[SavedView]:
        """Queues that this member saved, in her personal space."""
        core = self._core
        state = core.spaces.state(core.spaces.personal) if core.spaces.personal else None
        return list(state.views) if isinstance(state, PersonalState) else []

    def changes(self) -> list[ChangeView]:
        """Membership changes since this member last acknowledged them; her own admission is not news to her."""
        core = self._core
        state = core.spaces.state(core.spaces.personal) if core.spaces.personal else None
        seen = state.acknowledged if isinstance(state, PersonalState) else -1
        own = core.practice.members.get(core.member)
        seen = max(seen, own.added if own is not None else -1)
        return [
            ChangeView(change, core.name(change.member_id), [core.name(one) for one in change.signers])
            for change in core.head.changes
            if change.seq > seen
        ]

    def checkpoint(self) -> list[str]:
        """Nine words for the whole practice log as verified here, to compare with a colleague."""
        return words.to_words(checkpoint(self._core.practice)).split()

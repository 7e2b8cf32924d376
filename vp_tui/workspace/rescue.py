"""Against the loss of the server: export everything this member can see, check such a bundle, put it back elsewhere.

Invariant: a bundle is judged by the same code as a server, from the trust anchor in the vault; an export that does not
verify gets no signature unless somebody insists, and only entries that were admitted are ever put back.
Called by the facade, which loads it when it is asked for: the driver comes with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from vp_tui.errors import IntegrityError, NotPermittedError, UsageError
from vp_tui.protocol.bodies import Epoch, Grant, decode
from vp_tui.protocol.bundle import Bundle, BundleWriter, Header, Item, Read, Row, open_bundle
from vp_tui.protocol.bundle import Login as SignedIn
from vp_tui.protocol.entry import Kind
from vp_tui.protocol.findings import Finding
from vp_tui.protocol.freshness import Attestation as Attested
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.sealing import blob_hash
from vp_tui.protocol.space import Applied
from vp_tui.store.dsn import Target
from vp_tui.store.port import Attestation, Delta, Entry, Login, SignIn
from vp_tui.store.restore import Access, restore
from vp_tui.workspace.audit import Audit
from vp_tui.workspace.core import Core
from vp_tui.workspace.views import Progress

__all__ = ["Report", "Rescue", "Restoration"]

_ROLE = re.compile(r"m_[0-9a-f]{16}")
# What a device finds that has seen more than the bundle: the bundle is older, not wrong.
_BEHIND = {"rollback", "space-missing", "attestation-missing"}
_PAGE = 2000


@dataclass(frozen=True, slots=True)
class Report:
    """A bundle in numbers. ``behind``: spaces of which this device has seen more than the bundle holds."""

    bundle_id: bytes
    made_ms: int
    device: bytes
    spaces: int
    entries: int
    records: int
    findings: list[Finding] = field(default_factory=list)
    behind: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Restoration:
    """What the bundle said, what was put back, and the spaces left as they were since they differ there."""

    report: Report
    entries: int
    records: int
    differing: list[bytes]


class Rescue:
    """The acts; ``login`` is the vault's, ``move`` keeps another address for this identity."""

    def __init__(self, core: Core, login: Login, move: Callable[[str], None]) -> None:
        self._core = core
        self._login = login
        self._move = move

    async def export(
        self, write: Callable[[bytes], None], progress: Progress | None = None, *, force: bool = False
    ) -> Report:
        """Verify everything anew and write it as it is verified; see ``BundleWriter`` about what is cut short.

        IntegrityError for the first finding, unless ``force``; all of them are kept in the workspace.
        """
        core = self._core
        out = _Outgoing(core, write)
        audit = Audit(core, keep=out.keep)
        out.practice = audit.practice
        findings = await audit.run(progress)
        for finding in findings:
            core.found(finding)
        if out.writer is None or (findings and not force):
            first = findings[0] if findings else Finding("genesis-mismatch", core.identity.practice, 0)
            raise IntegrityError(first.kind, first.space, first.seq)
        for one in audit.attested:
            out.writer.add(Attested(one.device, one.space, one.seq, one.head, one.signature))
        for each in await core.store.logins():
            out.writer.add(SignedIn(each.role, each.member, each.device))
        out.writer.finish()
        return _report(out.header, core.keys.device_id, out.tally, findings)

    async def check(self, read: Read, size: int, progress: Progress | None = None) -> Report:
        """Verify a bundle without any server: signature, practice log, every space, every record there is a key for.

        Errors as ``open_bundle``, UsageError bundle-foreign, and IntegrityError not-a-member when its maker was no
        device of this member; what is wrong inside is told as findings.
        """
        return (await self._judge(read, size, progress)).report

    async def restore(
        self,
        read: Read,
        size: int,
        target: Target,
        address: str,
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> Restoration:
        """Check, put back what was admitted, as the administrator of ``target``, and move this identity to ``address``.

        Errors as ``check`` and ``store.restore``; IntegrityError for the first finding, unless ``force``.
        """
        core = self._core
        judged = await self._judge(read, size, progress)
        if judged.report.findings and not force:
            first = judged.report.findings[0]
            raise IntegrityError(first.kind, first.space, first.seq)
        done = await restore(
            target,
            core.identity.practice,
            judged.rows,
            judged.access,
            judged.attested,
            self._login,
            SignIn(self._login.role, core.member, core.keys.device_id, True),
            judged.others(core.keys.device_id),
            force=force,
        )
        if address != core.identity.dsn:
            self._move(address)
        return Restoration(judged.report, done.entries, done.records, list(done.differing))

    async def _judge(self, read: Read, size: int, progress: Progress | None) -> _Judged:
        core = self._core
        bundle = open_bundle(read, size, core.keys)
        header = bundle.header
        if header.practice_id != core.identity.practice:
            raise UsageError("bundle-foreign")
        if header.member_id != core.member:
            raise NotPermittedError("bundle-not-yours")
        source = _Source(bundle)
        judged = _Judged(core.identity.practice, source)
        audit = Audit(core, source, judged.keep)
        judged.practice, judged.attested = audit.practice, audit.attested
        found = await audit.run(progress)
        maker = audit.practice.devices.get(header.device_id)
        if audit.practice.seq >= 0 and (maker is None or maker.member_id != core.member or not maker.active):
            raise IntegrityError("not-a-member", core.identity.practice)
        findings = [finding for finding in found if finding.kind not in _BEHIND]
        behind = sorted({finding.space for finding in found if finding.kind in _BEHIND})
        judged.report = _report(header, header.device_id, judged.tally, findings, behind)
        return judged


@dataclass(slots=True)
class _Tally:
    """Counts what passes."""

    spaces: int = 0
    entries: int = 0
    records: int = 0

    def count(self, rows: Sequence[Entry]) -> None:
        self.spaces += 1
        self.entries += len(rows)
        self.records += sum(row.blob is not None for row in rows)


def _report(
    header: Header, device: bytes, tally: _Tally, findings: list[Finding], behind: Sequence[bytes] = ()
) -> Report:
    counts = (tally.spaces, tally.entries, tally.records)
    return Report(header.bundle_id, header.time_ms, device, *counts, findings, list(behind))


class _Outgoing:
    """From an audit into a file: the practice log comes first and makes the writer."""

    def __init__(self, core: Core, write: Callable[[bytes], None]) -> None:
        self._core, self._write = core, write
        self.practice = PracticeLog()
        self.writer: BundleWriter | None = None
        self.tally = _Tally()

    @property
    def header(self) -> Header:
        assert self.writer is not None
        return self.writer.header

    def keep(self, space: bytes, rows: Sequence[Entry], applied: Sequence[Applied]) -> None:
        core = self._core
        if self.writer is None:
            self.writer = BundleWriter(core.keys, self.practice, core.clock.now_ms(), self._write, core.random)
        for row in rows:
            self.writer.add(Row(row.space, row.seq, row.raw, row.blob or b""))
        self.tally.count(rows)


class _Source:
    """A bundle in the place of a server; see ``audit.Source``. Everything but entries of spaces fits in memory."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._practice = bundle.header.practice_id
        self._heads: dict[bytes, int] = {}
        self._log: list[Entry] = []
        self._said: list[Attestation] = []
        self.logins: list[SignedIn] = []
        for item in bundle.items():
            self._note(item)
        self._pages = self.rows()

    def _note(self, item: Item) -> None:
        match item:
            case Row():
                self._heads[item.space] = max(item.seq, self._heads.get(item.space, -1))
                if item.space == self._practice:
                    self._log.append(_entry(item))
            case Attested():
                self._said.append(Attestation(item.device_id, item.space, item.seq, item.head, item.signature))
            case SignedIn():
                self.logins.append(item)

    def rows(self) -> Iterator[Entry]:
        """All entries, as they were written."""
        return (_entry(item) for item in self._bundle.items() if isinstance(item, Row))

    async def heads(self) -> dict[bytes, int]:
        return dict(self._heads)

    async def practice(self, from_seq: int = 0) -> tuple[Entry, ...]:
        return tuple(self._log[from_seq:])

    async def delta(self, cursor: bytes = b"", practice_seq: int = -1) -> Delta:
        page = tuple(islice(self._pages, _PAGE))
        spaces = tuple(row for row in page if row.space != self._practice)
        return Delta((), spaces, (), cursor, len(page) == _PAGE, 0, self._practice)

    async def blobs(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        # Each record stands beside its entry; one that is not there is not in the bundle.
        return {}

    async def attestations(self, spaces: Sequence[bytes] | None = None) -> tuple[Attestation, ...]:
        return tuple(self._said)


def _entry(row: Row) -> Entry:
    return Entry(row.space, row.seq, row.raw, None, row.blob or None)


class _Judged:
    """What of a bundle was admitted, in the form in which a server takes it."""

    report: Report

    def __init__(self, practice_id: bytes, source: _Source) -> None:
        self._practice_id = practice_id
        self._source = source
        self._records: dict[tuple[bytes, int], bytes] = {}
        self._upto: dict[bytes, int] = {}
        self.practice = PracticeLog()
        self.attested: list[Attestation] = []
        self.access: list[Access] = []
        self.tally = _Tally()

    def keep(self, space: bytes, rows: Sequence[Entry], applied: Sequence[Applied]) -> None:
        self.tally.count(rows)
        if space == self._practice_id:
            self._upto[space] = self.practice.seq
        elif applied:
            self._upto[space] = len(applied) - 1
            self._records.update({(space, one.data.seq): one.data.blob_hash for one in applied if one.data is not None})
            self.access += access_of(space, applied, self.practice)

    def rows(self) -> Iterator[Entry]:
        """Admitted entries; a record is left out unless its entry names it."""
        for row in self._source.rows():
            if row.seq <= self._upto.get(row.space, -1):
                named = self._records.get((row.space, row.seq))
                blob = row.blob if row.blob is not None and blob_hash(row.blob) == named else None
                yield Entry(row.space, row.seq, row.raw, named, blob)

    def others(self, mine: bytes) -> list[SignIn]:
        """Logins of devices that the practice log knows, but for this one."""
        return [
            SignIn(one.role, one.member_id, one.device_id, False)
            for one in self._source.logins
            if one.device_id != mine
            and _ROLE.fullmatch(one.role)
            and self.practice.member_of(one.device_id) == one.member_id
        ]


def access_of(space: bytes, applied: Sequence[Applied], practice: PracticeLog) -> list[Access]:
    """Who is sent what of a space, by its verified log: the lists that the server was given with each entry.

    A member who is in it without ever having been wrapped a key is its writer: a call-back card, sealed at once.
    """
    ends: dict[bytes, int | None] = {}
    readers: set[bytes | None] = set()
    for one in applied:
        body = decode(Kind(one.entry.kind), one.entry.body)
        if isinstance(body, Epoch):
            gone = {member: one.entry.seq for member, end in ends.items() if end is None and member not in body.members}
            ends.update(gone)
            ends.update(dict.fromkeys(body.members, None))
        elif isinstance(body, Grant):
            ends[body.member_id] = None
        if isinstance(body, Epoch | Grant):
            readers |= {practice.member_of(wrap.device_id) for wrap in body.wraps}
    return [Access(space, member, len(applied) - 1, member not in readers, end) for member, end in sorted(ends.items())]

"""The whole proof again: everything refetched, verified from the first entry, compared with pins and attestations.

Invariant: nothing kept is believed here; the only inputs that count are the trust anchor, the pins, and signatures.
Findings are collected, one violation never hides another space's. Called by the facade (`vp audit`, screen 8).
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from vp_tui.domain.record import decode_record
from vp_tui.errors import IntegrityError, NotPermittedError, UpgradeError
from vp_tui.protocol.entry import link
from vp_tui.protocol.findings import Finding
from vp_tui.protocol.freshness import Attestation as Attested
from vp_tui.protocol.freshness import check_attestation, check_pin
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.sealing import open_record
from vp_tui.protocol.space import Applied, SpaceLog
from vp_tui.store.port import Attestation, Delta, Entry
from vp_tui.workspace.core import Core
from vp_tui.workspace.views import Progress

__all__ = ["Audit", "Keep", "Source"]

Keep = Callable[[bytes, Sequence[Entry], Sequence[Applied]], None]
"""``keep(space, rows, applied)``: all rows of a space, and what of them was admitted; the practice log comes first."""


class Source(Protocol):
    """What an audit asks; see ``Store``. A server, or a bundle."""

    async def heads(self) -> dict[bytes, int]: ...
    async def practice(self, from_seq: int = 0) -> tuple[Entry, ...]: ...
    async def delta(self, cursor: bytes = b"", practice_seq: int = -1) -> Delta: ...
    async def blobs(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]: ...
    async def attestations(self, spaces: Sequence[bytes] | None = None) -> tuple[Attestation, ...]: ...


class Audit:
    """One run, over the server or another ``source``. ``practice`` and ``attested`` are what held, afterwards."""

    def __init__(self, core: Core, source: Source | None = None, keep: Keep | None = None) -> None:
        self._core = core
        self._source: Source = core.store if source is None else source
        self._keep = keep or (lambda space, rows, applied: None)
        self._findings: dict[tuple[str, bytes, int], Finding] = {}
        self._logs: dict[bytes, SpaceLog] = {}
        self.practice = PracticeLog()
        self.attested: list[Attestation] = []
        self._practice_failed = False

    def _found(self, finding: Finding) -> None:
        self._findings.setdefault((finding.kind, finding.space, finding.seq), finding)

    async def run(self, progress: Progress | None = None) -> list[Finding]:
        """Verify everything that this member can see; findings in order of discovery, empty when all is well."""
        source = self._source
        # First of all: what is attested now must be there when it is fetched, however busy colleagues are.
        said = await source.attestations(None)
        heads = await source.heads()
        total = sum(seq + 1 for seq in heads.values())
        if not self._check_practice(await source.practice(0)):
            return list(self._findings.values())
        done, cursor, more = 0, b"", True
        rows: dict[bytes, dict[int, Entry]] = {}
        while more:
            delta = await source.delta(cursor, self.practice.seq)
            cursor, more = delta.cursor, delta.more
            for entry in delta.entries:
                rows.setdefault(entry.space, {})[entry.seq] = entry
            for space in [s for s, got in rows.items() if len(got) > heads.get(s, -1)]:
                done += await self._check_space(space, rows.pop(space))
                if progress is not None:
                    progress(done, total)
                await asyncio.sleep(0)
        for space, got in rows.items():
            done += await self._check_space(space, got)
        self._check_missing()
        self._check_attestations(said)
        if progress is not None:
            progress(total, total)
        return list(self._findings.values())

    def _check_practice(self, entries: Sequence[Entry]) -> bool:
        core = self._core
        practice = core.identity.practice
        try:
            for entry in entries:
                self.practice.apply(entry.raw)
                if entry.seq == 0 and self.practice.genesis != core.genesis:
                    raise IntegrityError("genesis-mismatch", practice, 0)
            pin = core.pins.get(practice)
            if pin is not None:
                check_pin(self.practice, pin)
        except IntegrityError as error:
            self._found(Finding(error.kind, practice, error.seq))
            self._practice_failed = True
        ours = self.practice.seq >= 0 and self.practice.genesis == core.genesis
        if ours:
            self._keep(practice, entries, ())
        return ours

    async def _check_space(self, space: bytes, got: dict[int, Entry]) -> int:
        core = self._core
        if space == core.identity.practice:
            return len(got)
        log = SpaceLog(space)
        rows = [got[seq] for seq in sorted(got)]
        for position, entry in enumerate(rows):
            if entry.seq != position:
                self._found(Finding("chain-break", space, position))
                rows = rows[:position]
                break
        applied: list[Applied] = []
        problem: IntegrityError | None
        try:
            applied, problem = log.advance([entry.raw for entry in rows], self.practice, core.pinned(space))
        except UpgradeError:
            problem = IntegrityError("unknown-kind", space, log.seq + 1)
        # Where the practice log itself fails, that is the finding; what stands on its later heights cannot be judged.
        unjudged = problem is not None and problem.kind == "practice-withheld" and self._practice_failed
        if problem is not None and not unjudged:
            self._found(Finding(problem.kind, space, problem.seq))
        try:
            log.open_keys(core.keys)
            pin = core.pins.get(space)
            kept = core.spaces.get(space)
            if (
                pin is not None
                and (problem is None or log.seq >= pin.seq)
                and not unjudged
                and not (kept is not None and kept.lost)
            ):
                check_pin(log, pin)
        except IntegrityError as error:
            self._found(Finding(error.kind, space, error.seq))
        gone = {blob_hash for one in applied for blob_hash in one.gone}
        for one in applied:
            if one.data is not None and one.data.blob_hash not in gone:
                blob = got[one.data.seq].blob
                if blob is None:
                    blob = (await self._source.blobs([one.data.blob_hash])).get(one.data.blob_hash)
                    got[one.data.seq] = replace(got[one.data.seq], blob=blob)
                try:
                    decode_record(open_record(log, one.data, blob).plaintext)
                except NotPermittedError:
                    continue
                except IntegrityError as error:
                    self._found(Finding(error.kind, space, one.data.seq))
                except UpgradeError:
                    self._found(Finding("record-unreadable", space, one.data.seq))
        log.keys = (b"",) * len(log.keys)
        self._logs[space] = log
        self._keep(space, [got[seq] for seq in sorted(got)], applied)
        return len(got)

    def _check_missing(self) -> None:
        core = self._core
        for space, pin in core.pins.items():
            if space == core.identity.practice:
                continue
            kept = core.spaces.get(space)
            # What the server only says it has is not there.
            if space not in self._logs and not (kept is not None and kept.lost):
                self._found(Finding("space-missing", space, pin.seq))

    def _check_attestations(self, rows: Sequence[Attestation]) -> None:
        core = self._core
        own: dict[bytes, int] = {}
        for one in rows:
            if one.device == core.keys.device_id:
                own[one.space] = one.seq
            log: SpaceLog | PracticeLog | None = self._logs.get(one.space)
            if one.space == core.identity.practice:
                log = self.practice
            if log is None or (self._practice_failed and log.seq < one.seq):
                continue
            try:
                check_attestation(log, Attested(one.device, one.space, one.seq, one.head, one.signature), self.practice)
                self.attested.append(one)
            except IntegrityError as error:
                self._found(Finding(error.kind, one.space, one.seq))
        for space, attested in self._said():
            if own.get(space, -1) < attested:
                self._found(Finding("attestation-missing", space, attested))

    def _said(self) -> Iterable[tuple[bytes, int]]:
        core = self._core
        if core.head.practice_attested >= 0:
            yield core.identity.practice, core.head.practice_attested
        for brief in core.spaces.briefs.values():
            if brief.attested >= 0 and brief.kind:
                yield brief.id, brief.attested


async def evidence(core: Core, findings: Sequence[Finding]) -> bytes:
    """A JSON bundle for a third party: findings, pins, and the signed entries as the server gives them now.

    It holds ciphertext, signatures and ids only, so that it can be handed to whoever looks into it.
    """
    spaces = {finding.space for finding in findings if finding.space} | {core.identity.practice}
    bundle: dict[str, object] = {
        "format": "vp-tui evidence 1",
        "practice": core.identity.practice.hex(),
        "genesis": core.genesis.hex(),
        "device": core.keys.device_id.hex(),
        "made_ms": core.clock.now_ms(),
        "findings": [{"kind": f.kind, "space": f.space.hex(), "seq": f.seq, "detail": f.detail} for f in findings],
        "pins": {
            space.hex(): {"seq": core.pins[space].seq, "head": core.pins[space].head.hex()}
            for space in sorted(spaces & core.pins.keys())
        },
    }
    entries: dict[str, list[dict[str, object]]] = {}
    for space in sorted(spaces):
        rows = await (core.store.practice(0) if space == core.identity.practice else core.store.space_entries(space, 0))
        entries[space.hex()] = [
            {
                "seq": row.seq,
                "entry": base64.b64encode(row.raw).decode(),
                "link": link(row.raw).hex(),
                "blob": base64.b64encode(row.blob).decode() if row.blob is not None else None,
            }
            for row in rows
        ]
    bundle["entries"] = entries
    bundle["attestations"] = [
        {
            "device": a.device.hex(),
            "space": a.space.hex(),
            "seq": a.seq,
            "head": a.head.hex(),
            "signature": a.signature.hex(),
        }
        for a in await core.store.attestations(sorted(spaces))
    ]
    return json.dumps(bundle, indent=1).encode()

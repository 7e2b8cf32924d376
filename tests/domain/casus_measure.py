"""Recall and precision of the anonymiser per kind: ``python -m tests.domain.casus_measure [--misses] [half ...]``.

``--misses`` prints what was missed and what was wrong, for the development half only: who reads the held-out half's
misses and then changes a detector has no held-out half any more.
"""

from __future__ import annotations

import sys
import time

from tests.domain.labelled import HALVES, TODAY, casuses, score
from vp_tui.domain.anonymiser import KINDS, NO_TERMS, Anonymiser


def table(half: str, *, own: bool) -> None:
    made = score(half, own=own)
    print(f"\n{half}, {'with' if own else 'without'} the case's own terms")
    print("kind         labels  found  recall  as kind   hits  right precision")
    for kind in (*KINDS, "all"):
        pick = (lambda counts: counts.total()) if kind == "all" else (lambda counts, kind=kind: counts[kind])
        labels, found, same, hits, right = map(pick, (made.labels, made.found, made.same, made.hits, made.right))
        if labels or hits:
            recall = f"{found / labels:.0%}" if labels else "-"
            precision = f"{right / hits:.0%}" if hits else "-"
            print(f"{kind:<12} {labels:>6} {found:>6} {recall:>7} {same:>8} {hits:>6} {right:>6} {precision:>9}")
    if "--misses" in sys.argv and half == HALVES[0]:
        for title, label in made.missed:
            print(f"  missed  {label.kind:<12} {label.text!r}  ({title})")
        for title, hit in made.wrong:
            print(f"  wrong   {hit.kind:<12} {hit.text!r} {hit.certainty}  ({title})")


def speed() -> None:
    texts = [casus.text for casus in casuses(HALVES[0])]
    long = "\n".join(texts)[:10_000]
    first = min(timed(lambda: Anonymiser(NO_TERMS, "", TODAY).examine(long)) for _ in range(5))
    bench = Anonymiser(NO_TERMS, "", TODAY)
    bench.examine(long)
    at = long.rindex("\n") - 1
    keys = sorted(
        timed(lambda typed=typed: bench.examine(long[:at] + "x" * typed + long[at:])) for typed in range(1, 60)
    )
    half, most = keys[len(keys) // 2], keys[len(keys) * 95 // 100]
    print(f"\nprocessor time of a first look at {len(long)} characters: {first:.1f} ms")
    print(f"and of one key more in a paragraph of it: median {half:.2f} ms, 95 of 100 within {most:.2f} ms")


def timed(call: object) -> float:
    begun = time.process_time()
    call()  # type: ignore[operator]
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    for wanted in [name for name in sys.argv[1:] if name in HALVES] or HALVES:
        table(wanted, own=False)
        table(wanted, own=True)
    speed()

"""Finding by command: words in everything that one may read, and everything that has a day."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Vp, done, refused


def test_words_in_every_room(act: Vp, file: str) -> None:
    done(act("case", "option", "add", file, "--goal", "Kwikstaartproef doen"))
    hits = done(act("search", "kwikst")).data
    assert [(hit["kind"], hit["code"]) for hit in hits] == [("case", file)]
    assert hits[0]["item"] and "Kwikstaartproef" in hits[0]["found"]
    assert act("search", "kwikst", who="daan").data == []
    assert any(hit["kind"] == "client" and hit["code"] == "NRD-01" for hit in act("search", "Noorderend").data)
    assert all("kind" in hit for hit in act("case", "search", "kwikst").data)
    plain = act("search", "kwikst", form="--plain").out.split("\t")
    assert plain[0] == file


def test_a_search_that_is_all_punctuation(act: Vp) -> None:
    ran = done(act("search", "?!", "...", form=""))
    assert (ran.out, ran.err.splitlines()[-1]) == ("", "Search for letters or digits.")
    assert act("search", '"*', "-").data == []
    assert done(act("search", "zqxzqx", form="")).err.splitlines()[-1] == "Nothing found."
    refused(act("search"), "cli.missing")


def seen_on_a_terminal(home: Path, *words: str, **more: str) -> str:
    reader, writer = pty.openpty()
    environ = {"PATH": os.environ["PATH"], "VP_HOME": str(home), "VP_LANG": "en", "TERM": "xterm"} | more
    with subprocess.Popen(
        [sys.executable, "-m", "vp_tui", *words], cwd=ROOT, env=environ, stdout=writer, stderr=subprocess.DEVNULL
    ) as running:
        os.close(writer)
        seen = b""
        while True:
            try:
                part = os.read(reader, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
    os.close(reader)
    assert running.returncode == 0
    return seen.decode()


@pytest.mark.parametrize(("more", "marked"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_what_was_searched_for_stands_out_on_a_terminal(
    act: Vp, demo_home: Path, file: str, more: dict[str, str], marked: bool
) -> None:
    done(act("case", "note", file, "--text", f"Een IJsvogelproef{file} gezien."))
    seen = seen_on_a_terminal(demo_home, "search", f"IJsvogelproef{file[:4]}", **more)
    assert f"IJsvogelproef{file[:4]}" in seen
    assert "Een IJsvogel" in seen.replace("\x1b[1m", "")
    assert ("\x1b[1mIJsvogelproef" in seen) is marked
    assert ("\x1b" in seen) is marked


def test_today(act: Vp, file: str) -> None:
    done(act("case", "next", file, "Bellen", "--due", "+5d"))
    assert file not in {row["code"] for row in act("today").data}
    row = next(row for row in act("today", "--within", "1w").data if row["code"] == file)
    assert set(row) == {"kind", "due", "at", "id", "code", "label", "client", "late", "age", "red"}
    assert (row["kind"], row["late"], row["age"], row["red"], row["client"]) == ("next-action", -5, 0, False, "NRD-01")
    everything = act("today").data
    assert [row["red"] for row in everything] == sorted((row["red"] for row in everything), reverse=True)
    assert act("today", form="").out.count("\n") == len(everything) + 1
    refused(act("today", "--within", "vaak"), "date-not-understood")


def test_saved_queues(act: Vp, file: str) -> None:
    done(act("case", "tag", file, "--add", "weergaveproef"))
    done(act("view", "save", "Proef", "label:weergaveproef", "--sort", "-alias"))
    row = next(row for row in act("view", "list").data if row["name"] == "Proef")
    assert row == {"name": "Proef", "query": "label:weergaveproef", "sort": "-alias"}
    assert [row["code"] for row in act("case", "list", "--view", "proef").data] == [file]
    assert act("case", "list", "--view", "proef", "is:closed").data == []
    refused(act("view", "save", "Fout", "label:"), "query-unknown-value")
    refused(act("case", "list", "--view", "niets"), "cli.unknown-view", 6)
    done(act("view", "drop", "Proef"))
    assert act("view", "drop", "Proef").code == 6

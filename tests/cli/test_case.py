"""Cases by command: every verb once against a real server, every refusal with its code."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Vp

ROW = {
    "id", "code", "alias", "client", "client_name", "state", "state_since", "due", "next", "aftercare_due", "attention",
    "natures", "owner", "deputy", "received", "closed", "last", "tags", "snoozed",
}  # fmt: skip
numbers = count()


@pytest.fixture
def case(vp: Vp) -> str:
    """A fresh case of the first member, by its short code."""
    made = vp("case", "new", f"proefzaak {next(numbers)}", "--minutes", "30", "--text", "Verteld.", "--json")
    assert made.code == 0, made.err
    code: str = made.data["code"]
    return code


def shown(vp: Vp, case: str, **variables: str) -> Any:
    ran = vp("case", "show", case, "--json", **variables)
    assert ran.code == 0, ran.err
    return ran.data


def test_the_list(vp: Vp) -> None:
    rows = vp("case", "list", "--json").data
    assert len(rows) > 10
    assert all(set(row) == ROW for row in rows)
    assert all(re.fullmatch("[0-9a-f]{32}", row["id"]) for row in rows)
    assert all(re.fullmatch("[0-9A-Z]{4}-[0-9A-Z]{3}", row["code"]) for row in rows)
    dues = [row["due"] for row in rows if row["due"]]
    assert dues == sorted(dues)


def test_the_list_in_its_other_forms(vp: Vp) -> None:
    rows = vp("case", "list", "--json").data
    plain = vp("case", "list", "--plain")
    assert [line.split("\t")[0] for line in plain.out.splitlines()] == [row["code"] for row in rows]
    assert plain.err == ""
    human = vp("case", "list")
    assert human.out.startswith("CODE")
    assert human.err.startswith("DEMO")
    assert vp("case", "list", "--quiet").err == ""


def test_a_rebuilt_cache_shows_the_same(vp: Vp, demo_home: Path) -> None:
    """All that is shown can be had from the server again, in whatever order its spaces come."""
    rows = vp("case", "list", "--json", "--identity", "daan").data
    shutil.rmtree(demo_home / "cache/identities/daan")
    assert vp("case", "list", "--json", "--identity", "daan").data == rows


def test_sections_filters_and_sorting(vp: Vp) -> None:
    overdue = vp("case", "list", "--section", "overdue", "--json").data
    assert all("overdue" in row["attention"] for row in overdue)
    closed = vp("case", "list", "is:closed", "--json").data
    assert {row["state"] for row in closed} == {"closed"}
    ours = vp("case", "list", "--sort", "-alias", "--json", "--", "client:NRD-01", "-is:closed").data
    assert {row["client"] for row in ours} == {"NRD-01"}
    assert [row["alias"] for row in ours] == sorted((row["alias"] for row in ours), reverse=True)
    assert vp("case", "list", "client:").code == 2
    refused = vp("case", "list", 'says:"', "--json")
    assert refused.code == 2
    assert vp("case", "list", "--sort", "colour").code == 2


def test_one_case_whole(vp: Vp) -> None:
    found = vp("case", "list", "reiger", "--json").data
    whole = shown(vp, found[0]["code"])
    assert whole["alias"] == "blauwe reiger"
    assert whole["deputy"] == "Daan Verhoeven"
    assert set(whole["readers"]["dossier"]) == {"Sanne de Wit", "Daan Verhoeven"}
    assert whole["readers"]["personal"] == ["Sanne de Wit"]
    assert {item["layer"] for item in whole["timeline"]} == {"dossier", "personal"}
    assert {item["kind"] for item in whole["timeline"]} == {"note", "conversation"}
    assert whole["next"]
    assert [item["at"] for item in whole["timeline"]] == sorted(item["at"] for item in whole["timeline"])
    human = vp("case", "show", found[0]["id"]).out
    assert "Daan Verhoeven" in human
    assert "lunch" in human


def test_a_deputy_reads_the_dossier_and_nothing_else(vp: Vp) -> None:
    code = vp("case", "list", "reiger", "--json").data[0]["code"]
    assert {item["layer"] for item in shown(vp, code, VP_IDENTITY="daan")["timeline"]} == {"dossier"}
    assert vp("case", "show", code, "--identity", "yasmina").code == 6
    assert vp("case", "close", code, "--reason", "AF-OP", "--identity", "daan").code == 5


def test_who_is_nobodys_confidant_sees_no_case(vp: Vp) -> None:
    for name in ("joost", "ineke"):
        assert vp("case", "list", "--json", "--identity", name).data == []


def test_register_and_close_in_one_sitting(vp: Vp) -> None:
    made = vp(
        *("case", "new", "snelle merel", "--client", "nrd-01", "--nature", "OG-PE-R", "--channel", "KA-VI"),
        *("--minutes", "1u05", "--text", "-", "--close", "AF-UI", "--json"),
        typed="Wilde het één keer vertellen.\n",
    )
    assert made.code == 0, made.err
    assert made.data["sent"] is True
    whole = shown(vp, made.data["id"])
    assert (whole["state"], whole["closing_reason"], whole["client"]) == ("closed", "AF-UI", "NRD-01")
    assert (whole["timeline"][0]["minutes"], whole["timeline"][0]["text"]) == (65, "Wilde het één keer vertellen.")


def test_out_of_scope_ends_with_a_way_onward(vp: Vp, case: str) -> None:
    register = ("case", "new", "late trein", "--close", "AF-BB", "--json")
    close = ("case", "close", case, "--reason", "AF-BB", "--json")
    for act in (register, close):
        refused = vp(*act)
        assert (refused.code, refused.error["key"]) == (2, "referral-missing")
        assert vp(*act, "--no-referral").code == 0
    assert shown(vp, case)["state"] == "closed"


def test_an_alias_is_used_once(vp: Vp) -> None:
    assert vp("case", "new", "dubbele alias").code == 0
    again = vp("case", "new", "Dubbele  Alias", "--json")
    assert again.code in (2, 7)
    assert again.error["hint"]


def test_a_note_from_standard_input(vp: Vp, case: str) -> None:
    ran = vp("case", "note", case, "--text", "-", "--json", typed="Een regel.\nNog een.\n")
    assert ran.code == 0
    assert re.fullmatch("[0-9a-f]{32}", ran.data["note"])
    assert shown(vp, case)["timeline"][-1]["text"] == "Een regel.\nNog een."
    assert vp("case", "note", case, "--layer", "personal", "--text", "Voor mij.").code == 0
    assert shown(vp, case)["timeline"][-1]["layer"] == "personal"


def test_no_words_need_stand_in_the_list_of_processes(vp: Vp) -> None:
    said = "stille bron\n---\nTekst.\n---\nBellen\n"
    made = vp("case", "new", "-", "--text", "-", "--next", "-", "--json", typed=said)
    whole = shown(vp, made.data["code"])
    assert (whole["alias"], whole["timeline"][0]["text"], whole["next"]) == ("stille bron", "Tekst.", "Bellen")
    assert vp("case", "next", whole["code"], "-", typed="Schrijven").code == 0
    assert vp("case", "state", whole["code"], "waiting", "--waiting-for", "-", typed="haar antwoord").code == 0
    whole = shown(vp, made.data["code"])
    assert (whole["next"], whole["waiting_for"]) == ("Schrijven", "haar antwoord")


def test_hostile_text_is_harmless(vp: Vp, case: str) -> None:
    assert vp("case", "note", case, typed="rood \x1b[31m en \u202eom\u200b\x9b2J").code == 0
    assert shown(vp, case)["timeline"][-1]["text"] == "rood [31m en om2J"
    human = vp("case", "show", case).out
    assert all(char.isprintable() or char == "\n" for char in human)


def test_too_much_text(vp: Vp, case: str) -> None:
    ran = vp("case", "note", case, "--json", typed="x" * 300_000)
    assert ran.code == 2
    assert ran.error["key"] == "text-too-long"


def test_an_empty_note(vp: Vp, case: str) -> None:
    assert vp("case", "note", case, typed=" \n").code == 2


def test_talk_revise_withdraw(vp: Vp, case: str) -> None:
    made = vp(
        "case",
        "talk",
        case,
        "--minutes",
        "40",
        "--channel",
        "beeldbellen",
        "--on",
        "yesterday",
        "--text",
        "A",
        "--json",
    )
    note = made.data["note"]
    assert vp("case", "revise", case, note[:12], "--text", "B").code == 0
    item = next(item for item in shown(vp, case)["timeline"] if item["id"] == note)
    assert (item["text"], item["revision"], item["channel"]) == ("B", 2, "KA-VI")
    assert item["on"] == str(date.today() - timedelta(days=1))
    assert vp("case", "withdraw", case, note[:12]).code == 0
    item = next(item for item in shown(vp, case)["timeline"] if item["id"] == note)
    assert (item["text"], item["withdrawn"]) == ("", True)
    assert vp("case", "revise", case, note[:12], "--text", "C").code == 7
    assert vp("case", "revise", case, "ffffffff", "--text", "C").code == 6


def test_core_data(vp: Vp, case: str) -> None:
    ran = vp("case", "edit", case, "--client", "ZGZ-02", "--nature", "OG-AG", "--nature", "OG-CU", "--received", "1-11")
    assert ran.code == 0, ran.err
    whole = shown(vp, case)
    assert (whole["client"], whole["natures"], whole["received"][5:]) == ("ZGZ-02", ["OG-AG", "OG-CU"], "11-01")
    assert vp("case", "edit", case).code == 2
    assert vp("case", "edit", case, "--client", "XXX-99").code == 6
    assert vp("case", "edit", case, "--channel", "zzzz").code == 6


def test_next_action_and_state(vp: Vp, case: str) -> None:
    assert vp("case", "next", case, "Bellen", "--due", "+2w").code == 0
    whole = shown(vp, case)
    assert (whole["next"], whole["due"]) == ("Bellen", str(date.today() + timedelta(weeks=2)))
    assert vp("case", "state", case, "waiting", "--waiting-for", "antwoord").code == 0
    assert shown(vp, case)["waiting_for"] == "antwoord"
    assert vp("case", "close", case, "--reason", "AF-OP").code == 2
    assert vp("case", "done", case).code == 0
    assert vp("case", "done", case).code == 2


@pytest.mark.parametrize("day", ["31-02", "gisteren niet", "2026-13-01"])
def test_days_that_do_not_exist(vp: Vp, case: str, day: str) -> None:
    ran = vp("case", "next", case, "Bellen", "--due", day, "--json")
    assert ran.code == 2
    assert ran.error["hint"]


def test_close_aftercare_reopen(vp: Vp, case: str) -> None:
    close = ("case", "close", case, "--reason", "opgelost", "--usual-aftercare", "--evaluation", "EV-VO")
    refused = vp(*close, "--json")
    assert (refused.code, refused.error["key"]) == (2, "aftercare-consent-missing")
    assert vp(*close, "--aftercare-consent", "morgen").code == 2
    assert vp(*close, "--aftercare-consent", "gisteren").code == 0
    whole = shown(vp, case)
    assert (whole["state"], len(whole["aftercare"])) == ("aftercare", 3)
    assert vp("case", "aftercare", case, "--outcome", "EV-DE", "--retaliation", "BN-GE").code == 0
    assert [bool(each["done"]) for each in shown(vp, case)["aftercare"]] == [True, False, False]
    assert vp("case", "reopen", case, "--why", "Er speelt weer iets").code == 0
    assert shown(vp, case)["state"] == "exploring"
    assert vp("case", "reopen", case, "--why", "nog eens").code == 2
    assert vp("case", "aftercare", case, "--outcome", "EV-VO").code == 6


def test_a_deputy_comes_and_goes(vp: Vp, case: str) -> None:
    grant = ("case", "deputy", "grant", case, "yasmina")
    assert vp(*grant, "--consent", "oral").code == 2
    assert vp("case", "show", case, "--identity", "yasmina").code == 6
    assert vp(*grant, "--consent-on", "today", "--consent", "oral", "--until", "+3w").code == 0
    assert vp("case", "note", case, "--text", "Van Yasmina", "--identity", "yasmina").code == 0
    assert vp("case", "deputy", "remove", case, "--no-input").code == 2
    assert vp("case", "deputy", "remove", case, "--yes").code == 0
    assert vp("case", "note", case, "--text", "Hierna").code == 0
    assert vp("case", "show", case, "--identity", "yasmina").code == 6
    assert shown(vp, case)["readers"]["dossier"] == ["Sanne de Wit"]


def test_searching_both_layers(vp: Vp, case: str) -> None:
    assert vp("case", "note", case, "--layer", "personal", "--text", "onvindbaarheidsproef").code == 0
    hits = vp("case", "search", "onvindbaarheidsproef", "--json").data
    assert [hit["code"] for hit in hits] == [case]
    assert vp("case", "search", "onvindbaarheidsproef", "--json", "--identity", "daan").data == []


def test_a_case_that_is_not_there(vp: Vp) -> None:
    assert vp("case", "show", "0000-000").code == 6
    assert vp("case", "show", "").code in (6, 7)

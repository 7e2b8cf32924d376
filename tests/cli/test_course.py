"""A case by command from intake to aftercare: what was agreed, what was promised, and how it ends."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.cli.conftest import Vp, done, refused

TODAY = date.today()


def shown(act: Vp, file: str, who: str = "sanne") -> Any:
    return done(act("case", "show", file, who=who)).data


def test_the_script_of_the_intake(act: Vp, file: str) -> None:
    rows = act("case", "tick", file).data
    assert [row["item"] for row in rows] == [
        "confidentiality", "exceptions", "scope", "notes", "safe_contact", "wish",
    ]  # fmt: skip
    assert all(row["on"] is None and row["said"] for row in rows)
    done(act("case", "tick", file, "exceptions", "--on", "yesterday"))
    assert shown(act, file)["intake"] == {"exceptions": str(TODAY - timedelta(days=1))}
    done(act("case", "tick", file, "exceptions", "--undo"))
    assert shown(act, file)["intake"] == {}
    refused(act("case", "tick", file, "wish", "--on", "tomorrow"), "date-in-future")


def test_the_scope_by_the_card_and_otherwise(act: Vp, file: str) -> None:
    found = act("case", "scope", file).data
    assert found == {
        "verdict": "in", "billable": True, "reasons": [{"nature": "OG-PE", "reason": "behaviour-in"}], "recorded": None,
    }  # fmt: skip
    refused(act("case", "scope", file, "grey"), "text-missing")
    done(act("case", "scope", file, "grey", "--why", "-", typed="Het ligt ook aan de werkdruk."))
    assert act("case", "scope", file).data["recorded"]["why"] == "Het ligt ook aan de werkdruk."
    assert "undesirable behaviour: in the mandate" in act("case", "scope", file, form="").out


def test_a_client_without_a_mandate_card(act: Vp) -> None:
    client = done(act("client", "add", "LEEG-99", "Zonder Kaart", who="marijke")).data
    assert act("client", "show", "LEEG-99").data["warnings"] == [{"key": "mandate-missing", "on": None}]
    file = done(act("case", "new", "zonder kaart", "--client", "LEEG-99", "--nature", "OG-PE")).data["code"]
    found = act("case", "scope", file).data
    assert (found["verdict"], found["reasons"][0]["reason"]) == ("grey", "no-mandate-card")
    refused(act("step", "add", file, "VS-BM"), "mediation-not-in-mandate")
    assert act("client", "show", "LEEG-99").data["id"] == client["id"]
    assert "no mandate card" in act("client", "show", "LEEG-99", form="").out


def test_safe_contact_stands_where_one_calls(act: Vp, file: str) -> None:
    assert act("case", "safe", file).data["agreed"] is False
    refused(act("call", file, "voicemail"), "voicemail-not-agreed")
    words = ("--hours", "-", "--avoid", "-", "--voicemail")
    done(act("case", "safe", file, *words, typed="alleen 8-9\n---\nde receptie\n"))
    rule = act("case", "safe", file).data
    assert rule == {
        "hours": "alleen 8-9", "voicemail": True, "say_function": False, "code_word": None, "avoid": "de receptie",
        "agreed": True,
    }  # fmt: skip
    done(act("case", "safe", file, "--no-voicemail"))
    assert act("case", "safe", file).data["hours"] == "alleen 8-9"
    refused(act("call", file, "voicemail"), "voicemail-not-agreed")
    assert "alleen 8-9" in act("case", "show", file, form="").out
    done(act("call", file, "no_answer", "--again", "+3d"))
    assert [(call["result"], call["by"]) for call in shown(act, file)["calls"]] == [("no_answer", "Sanne de Wit")]


def test_the_core_of_a_case(act: Vp, file: str) -> None:
    words = ("--known-as", "ID-AL", "--relation", "RE-DL", "--period", "current", "--since", "2025-Q3", "--wish", "-")
    done(act("case", "edit", file, *words, "--impact", "GM-SL", "--impact", "thuis", typed="Dat het stopt."))
    whole = shown(act, file)
    assert [whole[name] for name in ("identity", "relation", "period", "since", "wish", "impact")] == [
        "ID-AL", "RE-DL", "current", "2025-Q3", "Dat het stopt.", ["GM-SL", "GM-TH"],
    ]  # fmt: skip
    refused(act("case", "edit", file, "--since", "vorig jaar"), "since-form")
    done(act("case", "edit", file, "--known-as", "ID-AN"))
    refused(act("case", "edit", file, "--name", "-", typed="Iemand"), "identity-anonymous")
    done(act("case", "edit", file, "--wish", ""))
    assert shown(act, file)["wish"] is None


def test_two_cases_of_one_matter(act: Vp, file: str) -> None:
    other = done(act("case", "new", f"tweede van {file}", "--role", "RO-BS")).data["code"]
    done(act("case", "edit", file, "--role", "RO-BE"))
    refused(act("case", "link", file, other), "both-sides")
    done(act("case", "edit", other, "--role", "RO-GE"))
    linked = done(act("case", "link", file, other)).data["other"]
    assert shown(act, file)["links"] == [linked]
    done(act("case", "unlink", file, other))
    refused(act("case", "unlink", file, other), "entry-not-found", 6)


def test_options_and_the_choice(act: Vp, file: str) -> None:
    words = ("--step", "VS-ZA", "--risk", "low", "--reversible", "yes")
    first = done(act("case", "option", "add", file, *words, typed="Het zelf zeggen")).data["option"]
    second = done(act("case", "option", "add", file, "--goal", "Afwachten")).data["option"]
    refused(act("case", "option", "choose", file), "cli.choose-one")
    done(act("case", "option", "choose", file, first[:8], "--words", "-", typed="Ik durf het wel."))
    done(act("case", "option", "edit", file, second, "--risk", "some"))
    done(act("case", "option", "drop", file, second[:8]))
    rows = act("case", "option", "list", file).data
    assert [(row["goal"], row["chosen"], row["dropped"], row["risk"]) for row in rows] == [
        ("Het zelf zeggen", True, False, "low"), ("Afwachten", False, True, "some"),
    ]  # fmt: skip
    paper = act("case", "option", "print", file, form="").out
    assert "Het zelf zeggen" in paper and "Ik durf het wel." in paper and "Afwachten" not in paper
    assert {piece["style"] for piece in act("case", "option", "print", file).data["pieces"]} >= {"title", "heading"}
    done(act("case", "option", "choose", file, "--none"))
    assert shown(act, file)["choice"]["option"] is None


def test_a_formal_report_is_warned_of_first(act: Vp, file: str) -> None:
    done(act("case", "stage", file, "SP"))
    refused(act("case", "stage", file, "IM"), "stage-warning")
    assert "no longer controls" in act("case", "stage", file, "IM", form="").err
    refused(act("case", "norm", file, "report-acknowledgement"), "norm-not-running")
    done(act("case", "stage", file, "IM", "--warned", "--decision", "-", typed="Wil toch melden."))
    stage = shown(act, file)["stage"]
    assert (stage["code"], stage["warned"], stage["reported_on"]) == ("IM", True, str(TODAY))
    due = [row["kind"] for row in act("today", "--within", "7d").data if row["code"] == file]
    assert "report-acknowledgement" in due
    done(act("case", "norm", file, "report-acknowledgement"))
    assert shown(act, file)["norms"] == {"report-acknowledgement": str(TODAY)}


def test_what_the_reporter_experienced_since(act: Vp, file: str) -> None:
    done(act("case", "retaliation", file, "ervaren", "--impact", "GM-BN-T", "--text", "-", typed="Andere taken."))
    row = shown(act, file)["retaliations"][0]
    assert row == {"on": str(TODAY), "code": "BN-ER", "impact": ["GM-BN-T"], "text": "Andere taken."}


def test_labels_and_putting_off_several_at_once(act: Vp, file: str) -> None:
    other = done(act("case", "new", f"ook {file}")).data["code"]
    rows = done(act("case", "tag", file, other, "--add", "Rode Draad", "--add", "juni")).data
    assert [(row["code"], set(row)) for row in rows] == [
        (code, {"id", "code", "record", "sent"}) for code in (file, other)
    ]  # fmt: skip
    assert shown(act, other)["tags"] == ["juni", "rode-draad"]
    assert {row["code"] for row in act("case", "list", "label:rode-draad").data} >= {file, other}
    done(act("case", "tag", other, "--remove", "juni"))
    refused(act("case", "tag", file, "--add", "@!"), "tag-form")
    # All or none: the second has no such label.
    refused(act("case", "tag", file, other, "--remove", "juni"), "nothing-changed")
    assert "juni" in shown(act, file)["tags"]
    refused(act("case", "snooze", file), "cli.until-or-wake")
    refused(act("case", "snooze", file, "--until", "today"), "snooze-in-past")
    done(act("case", "snooze", file, other, "--until", "+1w"))
    assert shown(act, file)["snoozed"] == str(TODAY + timedelta(weeks=1))
    done(act("case", "snooze", file, "--wake"))
    assert shown(act, file)["snoozed"] is None


def test_appointments_and_a_calendar_that_says_nothing(act: Vp, file: str) -> None:
    made = done(act("case", "appointment", "add", file, "+2d", "14:30", "--minutes", "1h", "--place", "walk"))
    meeting = made.data["appointment"]
    refused(act("case", "appointment", "add", file, "+2d", "half drie"), "time-not-understood")
    refused(act("case", "appointment", "add", file, "yesterday", "10:00"), "due-in-past")
    done(act("case", "appointment", "add", file, "+3d", "09:00", "--instead-of", meeting[:8]))
    row = act("case", "appointment", "list", file).data[0]
    assert (row["id"], row["on"], row["time"], row["status"]) == (
        meeting, str(TODAY + timedelta(days=3)), "09:00", "planned",
    )  # fmt: skip
    ics = done(act("calendar", form="")).out
    start = (TODAY + timedelta(days=3)).strftime("%Y%m%d")
    assert f"DTSTART:{start}T" in ics and "SUMMARY:busy\r\n" in ics
    assert file not in ics and "proefdossier" not in ics and meeting not in ics
    assert set(act("calendar").data) == {"calendar"}
    assert act("calendar", who="joost").data["calendar"].count("VEVENT") == 0
    refused(act("case", "appointment", "move", file, meeting, "held"), "date-in-future")
    done(act("case", "appointment", "move", file, meeting, "cancelled"))


def test_closing_with_open_promises_says_what_keeps_them(act: Vp, file: str) -> None:
    step = done(act("step", "add", file, "VS-ZA")).data["step"][:8]
    done(act("step", "consult", file, step, "--choice", "Ja."))
    meeting = done(act("case", "appointment", "add", file, "+2d", "14:30")).data["appointment"][:8]
    done(act("call", file, "reached", "--again", "+1d"))
    close = ("case", "close", file, "--reason", "AF-OP", "--papers", "none", "--safer", "VE-JA")
    assert refused(act(*close), "promises-open") == [
        f"vp call {file} reached",
        f"vp case appointment move {file} {meeting} held",
        f"vp step move {file} {step} done",
    ]
    done(act("call", file, "reached"))
    done(act("case", "appointment", "move", file, meeting, "cancelled"))
    done(act("step", "move", file, step, "done"))
    done(act(*close, "--retention", "+8m"))
    whole = shown(act, file)
    assert (whole["state"], whole["papers"], whole["safer"]) == ("closed", "none", "VE-JA")
    assert whole["retention"] > str(TODAY)


def test_aftercare_ends_with_dignity(act: Vp, file: str) -> None:
    close = ("case", "close", file, "--reason", "AF-OP", "--aftercare", "+2w", "--aftercare", "+6w")
    done(act(*close, "--aftercare-consent", "today", "--aftercare-channel", "KA-EM"))
    assert shown(act, file)["aftercare_channel"] == "KA-EM"
    done(act("case", "aftercare", file, "--outcome", "EV-VO", "--safer", "VE-DE", "--impact", "GM-SL"))
    refused(act("case", "end-aftercare", file), "attempts-too-few")
    for _ in range(3):
        done(act("call", file, "no_answer"))
    done(act("case", "end-aftercare", file))
    assert shown(act, file)["state"] == "closed"


def test_out_of_scope_with_a_referral_in_one_act(act: Vp) -> None:
    words = ("--nature", "BR-AC", "--close", "AF-BB", "--referral", "VD-HR", "--known-as", "ID-AN")
    file = done(act("case", "new", "verkeerd loket", *words, "--relation", "RE-HR")).data["code"]
    whole = shown(act, file)
    assert (whole["state"], whole["identity"], whole["relation"]) == ("closed", "ID-AN", "RE-HR")
    assert [row["target"] for row in whole["referrals"]] == ["VD-HR"]


def test_handing_over_needs_consent_and_leaves_the_notes(act: Vp, file: str) -> None:
    done(act("case", "note", file, "--layer", "personal", "--text", "Voor mij alleen."))
    hand_over = ("case", "hand-over", file, "--to", "daan")
    line = refused(act(*hand_over, "--yes"), "consent-missing")[0]
    assert line.startswith(f"vp consent add {file} --purpose handover --colleague ")
    done(act(*line.split()[1:]))
    refused(act(*hand_over), "cli.missing-answer")
    assert [row["code"] for row in done(act(*hand_over, "--yes")).data] == [file]
    assert act("case", "show", file).code == 6
    theirs = shown(act, file, "daan")
    assert theirs["owner"] == "Daan Verhoeven"
    assert {item["layer"] for item in theirs["timeline"]} == {"dossier"}


def test_a_deputy_by_a_consent_of_the_ledger(act: Vp, file: str) -> None:
    grant = ("case", "deputy", "grant", file, "daan")
    line = refused(act(*grant), "consent-missing")[0]
    assert "--purpose cover" in line
    done(act(*line.split()[1:]))
    done(act(*grant))
    assert shown(act, file)["deputy"] == "Daan Verhoeven"

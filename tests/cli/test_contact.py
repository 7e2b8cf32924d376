"""Contact requests and clients by command: who may open what, what coordinators see, what a client is told."""

from __future__ import annotations

from tests.cli.conftest import Vp, done, refused

CARD = {
    "country", "behaviour", "integrity", "private", "private_billable", "conflict", "workload", "mediation", "role",
    "response", "response_unit", "tariff", "letter", "start", "end", "independence", "protection", "reporting_line",
    "retention", "retention_months", "threshold", "headcount",
}  # fmt: skip


def asked(act: Vp, *to: str) -> str:
    words = ("contact", "new", "NRD-01", *(word for name in to for word in ("--to", name)), "--urgency", "soon")
    made = done(
        act(*words, "--avoid", "-", "--text", "-", who="joost", typed="06 000000\n---\nde partner\n---\nBeller.\n")
    )
    assert set(made.data) == {"id", "code", "client", "record", "sent"}
    code: str = made.data["code"]
    return code


def test_a_request_is_sealed_to_its_addressees(act: Vp) -> None:
    code = asked(act, "sanne", "daan")
    assert code not in {row["code"] for row in act("contact", "list", who="joost").data}
    refused(act("contact", "show", code, who="joost"), "contact-not-found", 6)
    refused(act("contact", "show", code, who="yasmina"), "contact-not-found", 6)
    card = done(act("contact", "show", code)).data
    assert (card["call_back"], card["safe"]["avoid"], card["text"], card["state"], card["on_time"]) == (
        "06 000000", "de partner", "Beller.", "open", True,
    )  # fmt: skip
    assert set(card["addressees"]) == {"Sanne de Wit", "Daan Verhoeven"}
    read = act("contact", "show", code, form="").out
    assert read.index("de partner") < read.index("06 000000")
    row = next(row for row in act("contact", "list").data if row["code"] == code)
    assert row == card
    due = next(row for row in act("today", "--within", "7d").data if row["code"] == code)
    assert (due["kind"], due["client"], due["label"]) == ("contact", "NRD-01", None)


def test_accepted_by_one_it_is_gone_for_the_other(act: Vp) -> None:
    code = asked(act, "sanne", "daan")
    done(act("contact", "postpone", code, "+2d"))
    refused(act("contact", "finish", code, "case"), "contact-taken", 7)
    done(act("contact", "accept", code))
    assert code not in {row["code"] for row in act("contact", "list", who="daan").data}
    done(act("contact", "call", code, "no_answer", "--again", "+1d"))
    refused(act("contact", "call", code, "voicemail"), "voicemail-not-agreed")
    assert act("contact", "show", code).data["calls"][0]["result"] == "no_answer"
    done(act("contact", "finish", code, "no_case"))
    assert code not in {row["code"] for row in act("contact", "list").data}
    assert code in {row["code"] for row in act("contact", "list", "--all").data}


def test_who_steps_back_leaves_no_reason(act: Vp) -> None:
    code = asked(act, "sanne")
    assert act("contact", "recuse", code, "--help").out.count("--why") == 0
    done(act("contact", "recuse", code))
    assert act("contact", "show", code).data["state"] == "returned"
    done(act("contact", "pass", code, "--to", "daan"))
    refused(act("contact", "show", code), "contact-not-found", 6)
    assert act("contact", "show", code, who="daan").data["addressees"] == ["Daan Verhoeven"]
    rows = act("contact", "status", who="joost").data
    assert all(set(row) == {"id", "client", "created", "state", "on_time"} for row in rows)
    assert {row["client"] for row in rows} >= {"NRD-01"}


def test_a_request_for_whoever_is_first(act: Vp) -> None:
    new = ("contact", "new", "NRD-01")
    refused(act(*new, who="joost", typed="06"), "cli.to-whom")
    refused(act(*new, "--to", "daan", "--everybody", who="joost", typed="06"), "cli.to-whom")
    refused(act(*new, "--to", "joost", who="joost", typed="06"), "party-no-colleague")
    code = done(act(*new, "--everybody", who="joost", typed="06 111111")).data["code"]
    confidants = ("sanne", "daan", "yasmina", "marijke")
    assert all(done(act("contact", "show", code, who=name)).data["state"] == "open" for name in confidants)
    done(act("contact", "accept", code, who="yasmina"))
    refused(act("contact", "accept", code), "contact-not-found", 6)


def test_the_mandate_card(act: Vp) -> None:
    made = done(act("client", "add", "KAA-11", "Kaartproef", who="marijke")).data
    words = ("client", "mandate", "KAA-11", "--country", "BE", "--letter", "--start", "1-1-2026", "--end", "+1m")
    refused(act(*words), "coordinators-only", 5)
    warned = act(*words, "--reporting-line", "-", who="marijke", form="", typed="de directie\n")
    assert (warned.code, "independence not laid down" in warned.err) == (0, True)
    found = act("client", "show", "KAA-11").data
    card = found["mandate"]
    assert set(card) == CARD
    assert (card["country"], card["mediation"], card["reporting_line"]) == ("BE", True, "de directie")
    assert {each["key"] for each in found["warnings"]} >= {"letter-expiring", "no-independence", "no-routes"}
    done(act("client", "mandate", "KAA-11", "--no-mediation", "--independence", who="marijke"))
    changed = act("client", "show", "KAA-11").data["mandate"]
    assert changed == card | {"mediation": False, "independence": True}
    refused(act("client", "mandate", "KAA-11", "--end", "1-1-2020", who="marijke"), "mandate-ends-before")
    refused(act("client", "mandate", "KAA-11", "--threshold", "1", who="marijke"), "threshold-too-low")
    refused(act("client", "mandate", "KAA-11", who="marijke"), "cli.nothing-to-change")
    assert made["id"] == found["id"]


def test_routes(act: Vp) -> None:
    done(act("client", "add", "ROU-11", "Routeproef", who="marijke"))
    setting = ("client", "route", "set", "ROU-11", "hr", "Loket")
    route = done(act(*setting, "--contact", "toestel 3", who="marijke")).data["route"]
    done(act("client", "route", "set", "ROU-11", "hr", "Loket personeel", "--route", route[:8], who="marijke"))
    kept = act("client", "show", "ROU-11").data["routes"]
    assert [(row["kind"], row["name"], row["contact"]) for row in kept] == [("hr", "Loket personeel", "toestel 3")]
    assert "Loket personeel" in {row["name"] for row in act("refer", "map", "hr", "--client", "ROU-11").data}
    done(act("client", "route", "remove", "ROU-11", route[:8], who="marijke"))
    assert act("client", "show", "ROU-11").data["routes"] == []


def test_pressure_without_a_case(act: Vp, file: str) -> None:
    adding = ("client", "pressure", "add", "NRD-01", "--who", "HR-manager")
    refused(act(*adding, typed=f"Vroeg naar {file}."), "pressure-names-case")
    made = done(act(*adding, typed="Wilde weten wie er was.")).data["pressure"]
    done(act("client", "pressure", "answer", "NRD-01", made[:8], "--letter", typed="De brief gestuurd."))
    row = next(row for row in act("client", "pressure", "list", "NRD-01").data if row["id"] == made)
    assert (row["who"], row["asked"], row["answered"], row["letter"]) == (
        "HR-manager", "Wilde weten wie er was.", "De brief gestuurd.", True,
    )  # fmt: skip


def test_the_letter_that_says_no_and_the_belgian_forms(act: Vp, file: str) -> None:
    letter = done(act("client", "letter", "NRD-01", form="")).out
    assert "neither confirm nor deny" in letter and "Noorderend" in letter
    assert act("client", "letter", "NRD-01").data["pieces"][-1]["style"] == "sign"
    refused(act("client", "letter", "NRD-01", "--case", file), "cli.letter-of-what")
    refused(act("client", "letter", "ZGZ-02", "--case", file, "--talk", "0"), "cli.case-of-other-client")
    talk = act("case", "show", file).data["timeline"][0]["id"]
    interview = done(act("client", "letter", "NRD-01", "--case", file, "--talk", talk[:8], form="")).out
    assert "personal interview took place" in interview
    step = done(act("step", "add", file, "VS-BG", "--who", "reporter")).data["step"]
    form = done(act("client", "letter", "NRD-01", "--case", file, "--step", step[:8], form="")).out
    assert "accompanied" in form or "begeleid" in form

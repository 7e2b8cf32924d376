"""The exception to confidentiality by command, in the order that the rules allow and in no other."""

from __future__ import annotations

from datetime import date

from tests.cli.conftest import Vp, done, refused

CONDITIONS = ("consent_sought", "distress", "no_other_way", "harm_certain", "harm_reduced", "least_breach")


def test_from_dilemma_to_account(act: Vp, file: str) -> None:
    refused(act("dilemma", "weigh", file, "--text", "Iets"), "cli.no-dilemma", 6)
    made = done(act("dilemma", "open", file, "DB-EM", typed="Er is iets ernstigs verteld.")).data["dilemma"]
    telling = ("dilemma", "break", file, "--party", "politie", "--yes")
    refused(act(*telling, typed="Dit."), "exception-conditions-open")
    for condition in CONDITIONS:
        done(act("dilemma", "answer", file, condition, "yes", "--text", "-", typed="Overwogen."))
    refused(act(*telling, typed="Dit."), "exception-not-consulted")
    refused(act("dilemma", "consult", file, "daan"), "consult-not-anonymised")
    done(act("dilemma", "consult", file, "daan", "--anonymised", "--text", "Zag geen andere weg."))
    done(act("dilemma", "weigh", file, typed="De huisarts."))
    refused(act("dilemma", "inform", file, typed="Van alles."), "exception-stage")
    refused(act("dilemma", "break", file, "--party", "politie", "--no-input", typed="Dit."), "cli.missing-answer")
    done(act(*telling, typed="Alleen het adres."))
    red = [row for row in act("today").data if row["kind"] == "inform-reporter" and row["code"] == file]
    assert [row["red"] for row in red] == [True]
    refused(act("dilemma", "finish", file, typed="Zo gegaan."), "reporter-not-informed")
    refused(act("dilemma", "attempt", file, "--again", "today", typed="Niet bereikt."), "attempt-in-past")
    done(act("dilemma", "attempt", file, "--again", "+2d", typed="Niet bereikt."))
    done(act("dilemma", "inform", file, typed="Dat en waarom ik de politie belde."))
    done(act("dilemma", "finish", file, typed="Zo gegaan, en daarom."))
    row = act("dilemma", "show", file).data[0]
    assert (row["id"], row["stage"], row["unsettled"], row["account"]) == (
        made, "finished", False, "Zo gegaan, en daarom.",
    )  # fmt: skip
    assert row["consultations"][0]["colleague"] == "Daan Verhoeven"
    assert row["informed_on"] == str(date.today())
    known = act("knows", file).data
    assert [(each["purpose"], each["content"], each["live"]) for each in known] == [
        ("exception", "Alleen het adres.", False)
    ]
    read = act("dilemma", "show", file, "--dilemma", made[:8], form="").out
    assert "Zag geen andere weg." in read and "De huisarts." in read


def test_a_deputy_knows_nothing_of_it(act: Vp, file: str) -> None:
    grant = ("case", "deputy", "grant", file, "daan", "--consent-on", "today", "--consent", "oral")
    done(act(*grant))
    done(act("dilemma", "open", file, "DB-GV", typed="Dreigend."))
    assert act("dilemma", "show", file, who="daan").data == []
    refused(act("dilemma", "open", file, "DB-GV", typed="Ook ik.", who="daan"), "owner-only", 5)

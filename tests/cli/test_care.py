"""Consent, disclosure, steps, drafts and referrals by command: nothing leaves without, and the way to it is shown."""

from __future__ import annotations

import shlex
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

from tests.cli.conftest import Ran, Vp, done, refused, run_vp

TODAY = date.today()


def again(act: Vp, line: str, typed: str = "") -> Ran:
    """Carry out a command as an error printed it."""
    words = shlex.split(line)
    assert words.pop(0) == "vp"
    return done(act(*words, typed=typed))


def test_a_step_goes_nowhere_without_the_reporter(act: Vp, file: str) -> None:
    step = done(act("step", "add", file, "VS-ZA", "--what", "-", "--due", "+2w", typed="Zelf aanspreken.")).data["step"]
    remedy = refused(act("step", "move", file, step[:8], "under_way"), "step-not-consulted")
    assert remedy == [f"vp step consult {file} {step[:8]} --choice -"]
    again(act, remedy[0], typed="Ja, maandag.")
    done(act("step", "move", file, step[:8], "under_way"))
    row = act("step", "list", file).data[0]
    assert (row["status"], row["choice"], row["what"]) == ("under_way", "Ja, maandag.", "Zelf aanspreken.")
    assert (row["consulted_on"], row["due"]) == (str(TODAY), str(TODAY + timedelta(weeks=2)))
    assert set(row) == {
        "id", "code", "who", "what", "consequences", "due", "promised_by", "party", "agreements", "preparation",
        "status", "consulted_on", "choice", "moved_on", "rev",
    }  # fmt: skip
    assert "Zelf aanspreken." in act("step", "list", file, form="").out
    assert act("step", "show", file, step[:8]).data == row
    assert "Talked over: " + str(TODAY) + " Ja, maandag." in act("step", "show", file, step, form="").out


def test_what_was_agreed_and_changes_is_talked_over_again(act: Vp, file: str) -> None:
    step = done(act("step", "add", file, "VS-ZA", "--what", "Eerst bellen.")).data["step"]
    done(act("step", "consult", file, step, "--choice", "Goed."))
    refused(act("step", "edit", file, step), "cli.nothing-to-change")
    done(act("step", "edit", file, step, "--agreements", "Daarna bellen wij."))
    assert act("step", "list", file).data[0]["status"] == "consulted"
    done(act("step", "edit", file, step, "--what", "Eerst schrijven."))
    row = act("step", "list", file).data[0]
    assert (row["status"], row["agreements"], row["choice"]) == ("intended", "Daarna bellen wij.", None)


def test_two_who_change_the_same_step_at_once(act: Vp, demo_home: Path, file: str) -> None:
    step = done(act("step", "add", file, "VS-ZA", "--what", "Begin.")).data["step"]
    done(act("case", "deputy", "grant", file, "daan", "--consent-on", "today", "--consent", "oral"))
    changes = {"sanne": ("what", "Eerst bellen."), "daan": ("agreements", "Daarna schrijven.")}

    def change(who: str) -> Ran:
        field, words = changes[who]
        return run_vp(demo_home, "step", "edit", file, step, f"--{field}", words, "--identity", who, "--json")

    with ThreadPoolExecutor() as both:
        ran = dict(zip(changes, both.map(change, changes), strict=True))
    row = act("step", "show", file, step).data
    assert any(each.code == 0 for each in ran.values())
    for who, (field, words) in changes.items():
        if ran[who].code:
            refused(ran[who], "entry-changed", 7)
        # What was said to be done is there, and what was refused is not.
        assert (row[field] == words) is (ran[who].code == 0)


def test_a_step_of_the_confidant_needs_consent_and_says_how_to_record_it(act: Vp, file: str) -> None:
    words = ("--who", "together", "--party", "leidinggevende", "--name", "-")
    step = done(act("step", "add", file, "begeleid", *words, typed="teamleider noord\n")).data["step"]
    done(act("step", "consult", file, step, "--choice", "Samen."))
    remedy = refused(act("step", "move", file, step, "under_way"), "consent-missing")
    assert remedy == [f"vp consent add {file} --step {step[:8]} --content - --how oral"]
    spoken = act("step", "move", file, step, "under_way", form="")
    assert remedy[0] in spoken.err
    assert "consent of reporter 1 for accompaniment to a talk, to manager" in spoken.err
    assert "teamleider" not in spoken.err
    given = again(act, remedy[0], typed="Dat het gesprek er komt.").data
    assert set(given) == {"id", "code", "consent", "record", "sent"}
    done(act("step", "move", file, step, "under_way"))
    known = act("knows", file).data
    assert [(row["who"], row["purpose"], row["content"], row["live"]) for row in known] == [
        ("manager, teamleider noord", "accompaniment", "Dat het gesprek er komt.", True)
    ]
    # Withdrawing lists what has gone, and it stays known.
    taken = done(act("consent", "withdraw", file, given["consent"][:8])).data
    assert [(row["purpose"], row["on"]) for row in taken["gone"]] == [("accompaniment", str(TODAY))]
    assert act("knows", file).data[0]["live"] is False
    refused(act("consent", "withdraw", file, given["consent"]), "consent-withdrawn")


def test_consent_of_every_reporter(act: Vp, file: str) -> None:
    done(act("case", "edit", file, "--role", "RO-BE"))
    second = done(act("case", "reporter", "add", file, "--role", "RO-GE", typed="tweede stem\n")).data["reporter"]
    refusal = act("disclose", file, "conversation", "--party", "hr", "--name", "-", "--yes", typed="afdeling noord")
    line = refused(refusal, "consent-missing")[0]
    assert line == f"vp consent add {file} --purpose conversation --party VD-HR --name - --content - --how oral"
    again(act, line, typed="afdeling noord\n---\nDat er iets speelt.")
    refusal = act("disclose", file, "conversation", "--party", "hr", "--name", "Afdeling  Noord", "--yes")
    line = refused(refusal, "consent-missing")[0]
    assert f"--reporter {second[:8]}" in line
    again(act, line, typed="afdeling noord\n---\nDat er iets speelt.")
    done(act("disclose", file, "conversation", "--party", "hr", "--name", "Afdeling  Noord", "--yes"))
    assert len(act("knows", file).data) == 2
    assert act("case", "reporter", "list", file).data[0]["alias"] == "tweede stem"
    done(act("case", "reporter", "revise", file, second[:8], "--alias", "derde stem", "--known-as", "ID-AL"))
    refused(act("case", "reporter", "revise", file, second, "--role", "RO-BS"), "both-sides")
    done(act("case", "reporter", "drop", file, second))
    assert act("case", "reporter", "list", file).data[0]["dropped"] is True


def test_the_ledger_is_read_and_printed(act: Vp, file: str) -> None:
    words = ("--purpose", "conversation", "--party", "organisation", "--content", "Alleen dat er onrust is.")
    made = done(act("consent", "add", file, *words, "--how", "written", "--until", "+3w")).data
    row = act("consent", "list", file).data[0]
    assert set(row) == {
        "id", "party", "purpose", "content", "how", "on", "by", "at", "until", "withdrawn_on", "reporter", "draft",
        "version", "standing",
    }  # fmt: skip
    assert (row["id"], row["party"]["kind"], row["by"], row["standing"]) == (
        made["consent"], "organisation", "Sanne de Wit", "live",
    )  # fmt: skip
    sheet = act("consent", "print", file, made["consent"][:8]).data["pieces"]
    assert sheet[0]["style"] == "title"
    paper = act("consent", "print", file, made["consent"][:8], form="").out
    assert "Alleen dat er onrust is." in paper and "in writing" in paper and "{" not in paper


def test_a_consent_that_ends_before_it_begins(act: Vp, file: str) -> None:
    words = ("consent", "add", file, "--purpose", "conversation", "--party", "hr", "--content", "Dit.", "--how", "oral")
    refused(act(*words, "--until", "2020-01-01"), "consent-ends-before")
    refused(act("consent", "add", file, "--how", "oral"), "cli.consent-for-what")
    refused(act(*words, "--on", "tomorrow"), "date-in-future")
    assert act("consent", "list", file).data == []


def test_a_letter_leaves_as_the_version_that_was_agreed_to(act: Vp, file: str) -> None:
    made = done(act("draft", "write", file, "--title", "Brief", typed="Geachte heer,\nEerste zin.\n")).data
    draft = made["draft"][:8]
    assert made["version"] == 1
    done(act("draft", "write", file, "--draft", draft, typed="Geachte heer,\nTweede zin.\n"))
    line = refused(act("disclose", file, "letter", "--party", "hr", "--draft", draft, "--yes"), "consent-missing")[0]
    assert line == f"vp consent add {file} --purpose letter --party VD-HR --draft {draft} --version 2 --how oral"
    again(act, line)
    refused(
        act("disclose", file, "letter", "--party", "hr", "--draft", draft, "--version", "1", "--yes"), "consent-missing"
    )
    done(act("disclose", file, "letter", "--party", "hr", "--draft", draft, "--yes"))
    listed = act("draft", "list", file).data[0]
    assert [version["sent_on"] for version in listed["versions"]] == [None, str(TODAY)]
    assert act("draft", "show", file, draft, "--version", "1").data["text"] == "Geachte heer,\nEerste zin."
    assert act("draft", "show", file, draft, "--version", "9").code == 6
    changed = act("draft", "diff", file, draft).data["diff"]
    assert [line for line in changed if line[0] in "+-"][2:] == ["-Eerste zin.", "+Tweede zin."]
    assert "+Tweede zin." in act("draft", "diff", file, draft, "--from", "1", "--to", "2", form="").out


def test_two_who_write_the_same_draft(act: Vp, file: str) -> None:
    draft = done(act("draft", "write", file, "--title", "Klacht", "--kind", "complaint", "--text", "Een.")).data[
        "draft"
    ]
    done(act("draft", "write", file, "--draft", draft, "--base", "1", "--text", "Twee."))
    late = act("draft", "write", file, "--draft", draft, "--base", "1", "--text", "Drie.")
    refused(late, "entry-changed", 7)
    assert act("draft", "show", file, draft).data["text"] == "Twee."


def test_nothing_leaves_without_a_confirmation(act: Vp, file: str) -> None:
    done(act("consent", "add", file, "--purpose", "export", "--party", "other", "--name", "jurist", "--how", "oral"))
    leaving = ("disclose", file, "export", "--party", "other", "--name", "jurist")
    refused(act(*leaving, "--no-input"), "cli.missing-answer")
    assert act("knows", file).data == []
    done(act(*leaving, "--yes"))
    assert act("knows", file).data[0]["content"] is None
    refused(act("disclose", file, "export", "--yes"), "party-missing")


def test_a_warm_referral(act: Vp, file: str) -> None:
    made = act("refer", "add", file, "bedrijfsarts", "--name", "-", "--manner", "WV-WV", typed="Arbodienst")
    referral = done(made).data["referral"][:8]
    done(act("refer", "move", file, referral, "VW-AK"))
    line = refused(act("refer", "move", file, referral, "VW-CO"), "consent-missing")[0]
    assert line == f"vp consent add {file} --referral {referral} --content - --how oral"
    again(act, line, typed="Naam en nummer.")
    done(act("refer", "move", file, referral, "contact"))
    refused(act("refer", "move", file, referral, "VW-BE"), "referral-not-reachable")
    row = act("refer", "list", file).data[0]
    assert (row["state"], row["target"], [state for state, _ in row["history"]]) == (
        "VW-CO", "VD-BA", ["VW-BE", "VW-AK", "VW-CO"],
    )  # fmt: skip
    done(act("refer", "decline", file))


def test_the_social_map(act: Vp) -> None:
    national = act("refer", "map", "--country", "NL").data
    assert {row["id"][:3] for row in national} == {"nl-"}
    assert all(set(row) == {"id", "target", "as_of", "name", "contact", "hours", "url"} for row in national)
    assert all(row["target"] == "VD-CR" for row in act("refer", "map", "crisislijn").data)
    both = act("refer", "map", "--client", "NRD-01").data
    assert any(row["as_of"] is None for row in both)


def test_a_code_that_is_not_known_here(act: Vp, file: str) -> None:
    refused(act("step", "add", file, "VS-QQ"), "cli.unknown-code", 6)
    refused(act("refer", "add", file, "VD-QQ"), "cli.unknown-code", 6)
    refused(act("step", "add", file, "BI-VE"), "mediation-not-in-mandate")
    refused(act("step", "move", file, "00000000", "done"), "cli.unknown-entry", 6)


def test_texts_share_standard_input(act: Vp, file: str) -> None:
    words = ("case", "option", "add", file, "--goal", "-", "--consequences", "-", "--who-knows", "-")
    refused(act(*words, typed="Rust\n---\nOnbekend"), "cli.parts-count")
    option = done(act(*words, typed="Rust\n---\nGeen.\n---\nNiemand\n")).data["option"]
    row = act("case", "option", "list", file).data[0]
    assert (row["id"], row["goal"], row["consequences"], row["who_knows"]) == (option, "Rust", "Geen.", "Niemand")

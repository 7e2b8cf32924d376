"""Members, clients, practice and control by command, in the demo practice."""

from __future__ import annotations

from tests.cli.conftest import Vp


def test_the_team(vp: Vp) -> None:
    rows = {row["name"]: row for row in vp("member", "list", "--json").data}
    assert {name.split()[0] for name in rows} == {"Sanne", "Daan", "Yasmina", "Marijke", "Joost", "Ineke"}
    assert rows["Marijke Postma"]["roles"] == ["confidant", "coordinator"]
    assert rows["Ineke van Dalen"]["roles"] == ["supervisor"]
    assert rows["Sanne de Wit"]["me"] is True
    others = [row for row in rows.values() if not row["me"]]
    assert all(device["compared"] == "in_person" for row in others for device in row["devices"])
    assert all(len(device["fingerprint"].split()) == 9 for row in others for device in row["devices"])


def test_one_member(vp: Vp) -> None:
    row = vp("member", "show", "daan", "--json").data
    assert row["devices"][0]["fingerprint"] in vp("member", "show", "Daan Verhoeven").out
    assert vp("member", "show", "nobody").code == 6


def test_everybody_sees_the_same_words(vp: Vp) -> None:
    row = vp("member", "show", "daan", "--json").data
    seen = vp("member", "show", "daan", "--json", "--identity", "daan").data
    assert row["devices"][0]["fingerprint"] == seen["devices"][0]["fingerprint"]
    checkpoints = {
        vp("practice", "checkpoint", "--json", "--identity", name).data["checkpoint"] for name in ("sanne", "daan")
    }
    assert len(checkpoints) == 1


def test_comparing_needs_the_right_words(vp: Vp) -> None:
    words = vp("member", "show", "joost", "--json").data["devices"][0]["fingerprint"].split()
    verify = ("member", "verify", "joost", "--how", "phone", "--json")
    assert vp(*verify, "--words", " ".join(words)).code == 0
    assert vp(*verify, "--words", "-".join(word[:4] for word in words)).code == 0
    wrong = vp(*verify, "--words", " ".join([*words[:4], words[5], *words[5:]]))
    assert wrong.code == 7
    assert wrong.error["key"] == "cli.words-differ"
    assert "5" in wrong.error["title"]
    assert vp(*verify, "--words", " ".join(words[:8])).code == 2
    assert vp(*verify).code == 2


def test_only_coordinators_change_the_team(vp: Vp) -> None:
    assert vp("member", "invite", "Iemand").code == 5
    assert vp("member", "remove", "daan", "--yes").code == 5
    assert vp("client", "add", "XYZ-09", "Nieuw").code == 5


def test_an_invitation(vp: Vp) -> None:
    made = vp("member", "invite", "Nieuwe Collega", "--roles", "confidant,supervisor", "--json", "--identity", "joost")
    assert made.code == 0, made.err
    assert len(made.data["code"].split()) == 9
    rows = vp("member", "pending", "--json", "--identity", "joost").data
    row = next(row for row in rows if row["id"] == made.data["id"])
    assert (row["state"], row["roles"], row["mine"]) == ("open", ["confidant", "supervisor"], True)
    assert vp("member", "cosign", made.data["id"], "--identity", "joost").code == 2
    assert vp("member", "cosign", "ffffffff", "--identity", "joost").code == 6
    assert vp("member", "invite", "Iemand", "--roles", "boss", "--identity", "joost").code == 2


def test_four_eyes_for_other_roles(vp: Vp) -> None:
    proposed = vp("member", "roles", "ineke", "supervisor,confidant", "--json", "--identity", "joost")
    assert proposed.code == 0, proposed.err
    assert proposed.data["in_force"] is False
    proposal = proposed.data["proposal"]
    assert vp("member", "cosign", proposal[:10], "--identity", "joost").code == 7
    assert vp("member", "cosign", proposal[:10], "--json", "--identity", "marijke").data["in_force"] is True
    assert vp("member", "show", "ineke", "--json").data["roles"] == ["confidant", "supervisor"]


def test_clients(vp: Vp) -> None:
    before = {row["code"] for row in vp("client", "list", "--json").data}
    assert vp("client", "add", "TST-09", "Proefklant", "--identity", "marijke").code == 0
    assert {row["code"] for row in vp("client", "list", "--json").data} == before | {"TST-09"}
    assert "TST-09" not in before


def test_the_practice_in_brief(vp: Vp) -> None:
    facts = vp("practice", "status", "--json").data
    assert (facts["practice"], facts["name"], facts["demo"]) == ("Praktijk De Luwte", "Sanne de Wit", True)
    assert (facts["members"], facts["pending"], facts["findings"]) == (6, 0, 0)
    assert "practice\tPraktijk De Luwte" in vp("practice", "status").out


def test_the_server_of_the_demo(vp: Vp) -> None:
    facts = vp("server", "status", "--json").data
    assert facts["founded"] is True
    assert facts["admin_dsn"].startswith("postgresql://")
    assert vp("server", "upgrade", "--json").data == []
    levels = {row["level"] for row in vp("server", "check", "--json").data}
    assert levels <= {"ok", "warn", "bad"}

"""Verifiers as PostgreSQL makes them."""

from __future__ import annotations

from tests.conftest import Database
from vp_tui.store import scram


def test_the_verifier_of_a_known_password() -> None:
    """The example of RFC 7677: password "pencil"."""
    salt = bytes.fromhex("5b6d99689d12358eeca04b141236fa81")
    made = scram.verifier("pencil", random=lambda size: salt[:size])
    assert made == (
        "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"
        "WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
    )
    assert scram.matches("pencil", made)
    assert not scram.matches("pencils", made)


async def test_the_server_takes_it_as_its_own(database: Database) -> None:
    """The server keeps the verifier as it is, and knows the password by it: the fixture's login works."""
    kept = await database.sql("select rolpassword from pg_authid where rolname = $1", database.founder.role)
    assert scram.matches(database.founder.password, kept[0][0])
    await database.store(database.founder).open()


def test_passwords_and_names_say_nothing() -> None:
    assert scram.password(lambda size: bytes(range(size))) == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
    assert scram.role_name(lambda size: bytes(range(size))) == "m_0001020304050607"

"""``vp join``: make the keys of this device and ask to be admitted. Callers: ``root``."""

from __future__ import annotations

from vp_tui.cli.enrol import Asked, enrolling, my_name
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.i18n import text

__all__ = ["join"]


@command("join", enrols=True)
@enrolling
async def join(session: Session, dsn: str, my_name_: str | None, code_file: str | None, keystore: str | None) -> None:
    from vp_tui.workspace import bootstrap

    asked = Asked(session, code_file, keystore, "ik")
    joining = await bootstrap.join(
        asked.paths,
        dsn=dsn,
        code=asked.code,
        identity=asked.identity,
        my_name=my_name(session, my_name_),
        passphrase=asked.passphrase,
        keystore_kind=asked.keystore,
        environ=session.postgres,
    )
    words = " ".join(joining.fingerprint)
    session.out.facts(
        {"identity": joining.identity.name, "fingerprint": words, "digits": joining.digits},
        text("cli.done.joined", words=words, digits=joining.digits),
    )
    session.out.say("cli.done.joined.next")

"""``vp demo``: a fictional practice, founded in seconds through the product's own commands, and opened.

Callers: ``root``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli.app import open_application
from vp_tui.cli.progress import Bar
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.device.paths import Paths

__all__ = ["demo"]


@command("demo")
@click.option("--as", "name", metavar="NAME")
@click.option("--fresh", is_flag=True)
@click.option("--no-tui", is_flag=True)
@click.option("--a11y", is_flag=True)
@click.option("--cases", type=click.IntRange(1, 15_000), default=80, metavar="N")
def demo(session: Session, name: str | None, fresh: bool, no_tui: bool, a11y: bool, cases: int) -> None:
    from vp_tui.demo.home import alone, demo_paths, erase, is_ready, server_of

    paths = demo_paths()
    with alone(paths):
        if fresh or not is_ready(paths):
            erase(paths)
            with Bar("demo.stage.server", quiet=session.quiet or not sys.stderr.isatty()) as bar:
                session.run(_found(paths, cases, bar))
            session.out.say("cli.done.demo", cases=cases)
    server_of(paths)
    session.a11y = session.a11y or a11y
    session.identity = _chosen(session, paths, name or session.identity)
    if no_tui:
        facts = _facts(session, paths)
        session.out.facts(facts, text("cli.demo-ready", **facts))
        return
    open_application(session, paths)


async def _found(paths: Paths, cases: int, bar: Bar) -> None:
    from vp_tui.demo.found import found_demo

    def told(stage: str, done: int, total: int) -> None:
        bar.stage(f"demo.stage.{stage}")
        bar.show(done, total)

    await found_demo(paths, cases, told)


def _chosen(session: Session, paths: Paths, name: str | None) -> str:
    """The identity by its name or by the beginning of the member's name."""
    from vp_tui.domain.text import fold_text

    config = session.config(paths)
    if not name:
        return config.settings.default_identity
    wanted = fold_text(name)
    for key, identity in config.identities.items():
        if wanted == key or fold_text(identity.display).startswith(wanted):
            return key
    raise NotFoundError("identity-unknown", name=name[:40], known=", ".join(config.identities))


def _facts(session: Session, paths: Paths) -> dict[str, Any]:
    config = session.config(paths)
    return {
        "home": str(paths.config.parent),
        "identity": session.identity,
        "identities": list(config.identities),
        "dsn": config.identities[session.identity].dsn,
    }

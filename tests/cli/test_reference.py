"""docs/cli.md is what the commands say, and every command and option says it in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from tests.cli.conftest import ROOT
from vp_tui.cli.reference import FILE, markdown
from vp_tui.cli.root import vp
from vp_tui.cli.tree import Command, Group, option_help
from vp_tui.i18n import LANGUAGES, set_language, text


def walk(command: click.Command) -> Iterator[Command | Group]:
    assert isinstance(command, Command | Group)
    yield command
    if isinstance(command, Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from walk(child)


ALL = list(walk(vp))


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    set_language("nl")


def test_the_reference_is_current() -> None:
    assert (ROOT / FILE).read_text(encoding="utf-8") == markdown(), "run: python -m vp_tui.cli.reference"


def test_everything_promised_exists() -> None:
    promised = """
        demo; server.install server.upgrade server.status server.check; practice.found practice.status
        practice.checkpoint;
        member.invite member.list member.show member.cosign member.verify member.remove member.roles; join;
        case.list case.new case.show case.note case.close case.reopen case.state case.next case.edit
        case.deputy.grant case.deputy.remove; client.list client.add; audit; doctor;
        config.show config.get config.set config.path config.validate; identity.list identity.use; unlock; lock;
        completion; keys;
        today; calendar; search; view.list view.save view.drop; disclose; knows; call;
        contact.new contact.list contact.show contact.accept contact.postpone contact.recuse contact.pass contact.call
        contact.finish contact.status;
        client.show client.mandate client.route.set client.route.remove client.pressure.add client.pressure.answer
        client.pressure.list client.letter;
        case.tick case.scope case.safe case.reporter.add case.reporter.revise case.reporter.drop case.link case.unlink
        case.option.add case.option.edit case.option.drop case.option.choose case.option.print case.stage case.norm
        case.tag case.snooze case.hand-over case.appointment.add case.appointment.move case.retaliation
        case.end-aftercare;
        consent.add consent.withdraw consent.list consent.print;
        step.add step.edit step.consult step.move step.list;
        refer.add refer.move refer.decline refer.map refer.list; draft.write draft.show draft.list draft.diff;
        dilemma.open dilemma.answer dilemma.weigh dilemma.consult dilemma.break dilemma.inform dilemma.attempt
        dilemma.finish dilemma.show
    """
    assert set(promised.replace(";", " ").split()) <= {command.path for command in ALL}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ALL, ids=lambda command: command.path or "vp")
def test_help_in_both_languages(command: Command | Group, language: str) -> None:
    set_language(language)
    assert text(f"cli_help.{command.path or 'vp'}").strip()
    context = click.Context(command, info_name=command.path)
    for param in command.get_params(context):
        assert option_help(command.path, param).strip().endswith((".", "?")), param.name
    assert text("cli_help.usage") in command.get_help(context)


def test_every_text_of_help_belongs_to_something() -> None:
    from vp_tui.i18n.catalog.cli_help import TEXT

    paths = {command.path or "vp" for command in ALL}
    params = {
        f"{kind}.{name}": command.path
        for command in ALL
        for param in command.get_params(click.Context(command))
        for kind, name in [
            ("option", max(param.opts, key=len).lstrip("-"))
            if isinstance(param, click.Option)
            else ("argument", str(param.name))
        ]
    }
    frame = {"usage", "options", "options_metavar", "arguments", "commands"}
    own = {key for key in TEXT if key.rpartition(".")[0] in paths and f"option.{key.rpartition('.')[2]}" in params}
    assert set(TEXT) - frame - paths - set(params) - own == set()

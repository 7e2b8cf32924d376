"""Folders and files that nobody else can write, and files that are replaced whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from vp_tui.device.paths import folder, identity_name, locate, read_private, write_private
from vp_tui.errors import RetryableError, UsageError, VpError

from .conftest import SmallDisk

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_one_home_holds_configuration_state_and_cache(tmp_path: Path) -> None:
    paths = locate({"VP_HOME": str(tmp_path / "home")})
    assert paths.config == tmp_path / "home" / "config.toml"
    assert paths.identity_state("anna") == tmp_path / "home/state/identities/anna"
    assert paths.identity_cache("anna") == tmp_path / "home/cache/identities/anna"
    made = [p for p in (tmp_path / "home").rglob("*") if p.is_dir()]
    assert len(made) == 6
    assert {mode(p) for p in (tmp_path / "home", *made)} == {0o700}


def test_without_a_home_the_platforms_places_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert "VP_HOME" not in os.environ or monkeypatch.delenv("VP_HOME") is None
    assert locate({}).state.is_relative_to(tmp_path) or os.uname().sysname != "Linux"


@pytest.mark.parametrize("name", ["", "..", "a/b", "A", "-a", "a.b", "é", "a" * 33, "a\n"])
def test_an_identitys_name_is_never_a_path(name: str) -> None:
    with pytest.raises(UsageError, match="identity-name"):
        identity_name(name)


@pytest.mark.parametrize("open_to", [0o770, 0o707, 0o722])
def test_a_folder_that_others_may_write_is_refused(tmp_path: Path, open_to: int) -> None:
    tmp_path.chmod(open_to)
    with pytest.raises(UsageError, match="folder-open"):
        folder(tmp_path)


@root_only
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    os.chown(tmp_path, 65534, 65534)
    with pytest.raises(UsageError, match="folder-foreign"):
        folder(tmp_path)


def test_a_file_where_a_folder_should_be_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    for path in (tmp_path / "state", tmp_path / "state" / "deeper"):
        with pytest.raises(UsageError, match="folder-not"):
            folder(path)


def test_a_private_file_round_trips_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a" / "vault"
    assert read_private(path) is None
    write_private(path, b"one")
    write_private(path, b"two")
    assert read_private(path) == b"two"
    assert mode(path) == 0o600
    assert os.listdir(path.parent) == ["vault"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    link = tmp_path / "config.toml"
    link.symlink_to(tmp_path / "dotfiles" / "vp.toml")
    write_private(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "dotfiles" / "vp.toml").read_bytes() == b"x"


def test_a_file_that_others_may_write_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vault"
    write_private(path, b"x")
    path.chmod(0o620)
    with pytest.raises(UsageError, match="file-open"):
        read_private(path)


@root_only
def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vault"
    write_private(path, b"x")
    os.chown(path, 65534, 65534)
    with pytest.raises(UsageError, match="file-foreign"):
        read_private(path)


def test_what_cannot_be_read_or_written_names_the_systems_reason(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(VpError) as caught:
        read_private(tmp_path / "folder")
    assert (caught.value.key, caught.value.facts["reason"]) == ("file-unreadable", "EISDIR")
    (tmp_path / "folder" / "inside").write_text("")
    with pytest.raises(VpError) as caught:
        write_private(tmp_path / "folder", b"x")
    assert caught.value.key == "file-unwritable"
    assert os.listdir(tmp_path) == ["folder"]


def test_a_full_disk_leaves_the_old_file(small_disk: SmallDisk) -> None:
    path = small_disk.path / "vault"
    write_private(path, b"old")
    with pytest.raises(RetryableError, match="disk-full"):
        write_private(path, bytes(2_000_000))
    assert read_private(path) == b"old"
    assert os.listdir(small_disk.path) == ["vault"]

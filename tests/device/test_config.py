"""Settings: layers, origins, refusals with a place, and edits that keep what a person wrote."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from vp_tui.device import config
from vp_tui.device.config import Identity, Settings, load, problems
from vp_tui.device.config_edit import add_identity, remove_identity, replace_identity, set_value
from vp_tui.device.paths import Paths, locate
from vp_tui.errors import ConflictError, NotFoundError, UsageError

ANNA = Identity("anna", b"\x01" * 16, b"\x02" * 16, b"\x03" * 16, 'postgresql:///vp?host=/run/"x"\x7f')


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate({"VP_HOME": str(tmp_path / "home")})


@pytest.fixture
def host(tmp_path: Path) -> Path:
    if os.geteuid() != 0:
        pytest.skip("a host's files must be root's")
    (tmp_path / "etc").mkdir()
    return tmp_path / "etc"


def write(paths: Paths, text: str) -> None:
    paths.config.parent.mkdir(mode=0o700, exist_ok=True)
    paths.config.write_text(text)
    paths.config.chmod(0o600)


def test_nothing_set_is_all_defaults(paths: Paths) -> None:
    found = load(paths, {})
    assert found.settings == Settings()
    assert set(found.origins.values()) == {"default"}
    assert set(found.origins) == set(config._SETTINGS)


def test_each_layer_wins_from_the_one_before_and_the_value_knows_it(paths: Paths, host: Path) -> None:
    (host / "config.toml").write_text('theme = "mono"\nlanguage = "en"\nidle_lock_minutes = 5\na11y = true\n')
    write(paths, 'language = "nl"\nidle_lock_minutes = 6\na11y = false\n')
    (host / "policy.toml").write_text("idle_lock_minutes = 3\nkernel_keyring = false\n")
    flags = {"a11y": True, "idle_lock_minutes": 60, "theme": None}
    found = load(paths, {"VP_LANG": "en_GB.UTF-8", "VP_IDLE_LOCK_MINUTES": "30"}, flags, system=host)
    assert found.settings[:4] == ("en", "mono", True, 3)
    assert {key: origin for key, origin in found.origins.items() if origin != "default"} == {
        "theme": "system",
        "language": "env",
        "a11y": "flag",
        "idle_lock_minutes": "policy",
        "kernel_keyring": "policy",
    }
    assert found.locked("kernel_keyring")
    assert not found.locked("theme")
    with pytest.raises(UsageError, match="config-locked"):
        set_value(paths, "idle_lock_minutes", 9, system=host)


def test_a_policy_that_is_not_roots_alone_is_an_error_not_a_policy(paths: Paths, host: Path) -> None:
    policy = host / "policy.toml"
    policy.write_text("clipboard = true\n")
    for spoil in (lambda: os.chown(policy, 65534, 0), lambda: (os.chown(policy, 0, 0), policy.chmod(0o664))):
        spoil()
        with pytest.raises(UsageError, match="policy-foreign"):
            load(paths, {}, system=host)
    policy.write_text("identity = 3\n")
    policy.chmod(0o644)
    with pytest.raises(UsageError, match="config-unknown"):
        load(paths, {}, system=host)


@pytest.mark.parametrize(
    ("text", "key", "line", "facts"),
    [
        ('\nteme = "dark"\n', "config-unknown-near", 2, {"setting": "teme", "nearest": "theme"}),
        ("zzz = 1\n", "config-unknown", 1, {"setting": "zzz"}),
        ('theme = "pink"\n', "config-value", 1, {"expected": "dark | light | mono"}),
        ("a11y = 1\n", "config-value", 1, {"expected": "true | false"}),
        ("idle_lock_minutes = true\n", "config-value", 1, {"expected": "1 .. 480"}),
        ("idle_lock_minutes = 481\n", "config-value", 1, {"setting": "idle_lock_minutes"}),
        ('[keys]\nopen = "o"\n"queue.next" = 3\n', "config-value", 3, {"setting": "keys.queue.next"}),
        ("keys = 3\n", "config-value", 1, {"expected": "[keys]"}),
        ('a11y = false\n[identity.anna]\npractice = "00"\n', "config-value", 3, {"expected": "32 x 0-9 a-f"}),
        ("[identity.anna]\ndemos = true\n", "config-unknown-near", 2, {"nearest": "demo"}),
        ("[identity.anna]\ndemo = true\n", "config-missing", 1, {"setting": "identity.anna.practice"}),
        ("[identity.Anna]\n", "identity-name", 0, {"name": "Anna"}),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    paths: Paths, text: str, key: str, line: int, facts: dict[str, str]
) -> None:
    write(paths, text)
    (found,) = problems(paths, {})
    assert found.key == key
    assert facts.items() <= found.facts.items()
    if line:
        assert found.facts["where"] == f"{paths.config}:{line}"
    with pytest.raises(UsageError):
        load(paths, {})


@pytest.mark.parametrize(
    ("data", "line"), [(b"a = \n", 1), (b"\n\n[x\n", 3), (b"ok = 1\nb = '\xff'\n", 2), (b'x = """never ends\n', 2)]
)
def test_what_is_no_toml_is_named_with_its_line(paths: Paths, data: bytes, line: int) -> None:
    write(paths, "")
    paths.config.write_bytes(data)
    (found,) = problems(paths, {})
    assert (found.key, found.facts["line"]) == ("config-syntax", line)


def test_every_problem_is_listed_at_once(paths: Paths) -> None:
    write(paths, 'theme = "pink"\nzzz = 1\n')
    found = problems(paths, {"VP_A11Y": "perhaps", "VP_IDLE_LOCK_MINUTES": "many"})
    assert [p.facts.get("where") for p in found] == [
        f"{paths.config}:1",
        f"{paths.config}:2",
        "VP_A11Y",
        "VP_IDLE_LOCK_MINUTES",
    ]


def test_a_configuration_that_others_may_write_is_not_believed(paths: Paths) -> None:
    write(paths, "")
    paths.config.chmod(0o666)
    assert [p.key for p in problems(paths, {})] == ["file-open"]
    paths.config.parent.chmod(0o777)
    assert [p.key for p in problems(paths, {})] == ["folder-open", "file-open"]


def test_an_identity_round_trips_and_the_persons_comments_stay(paths: Paths) -> None:
    write(paths, '# mine\ntheme = "light"  # at the window\n')
    add_identity(paths, ANNA)
    add_identity(paths, ANNA._replace(name="bea", keystore="file", demo=True, display="Bea 'B' \\ é"))
    set_value(paths, "default_identity", "anna")
    set_value(paths, "keys.queue.open", "o")
    found = load(paths, {})
    assert found.identities["anna"] == ANNA
    assert found.identities["bea"].display == "Bea 'B' \\ é"
    assert found.settings.keys == {"queue.open": "o"}
    assert paths.config.read_text().startswith('# mine\ntheme = "light"  # at the window\n')
    replace_identity(paths, ANNA._replace(dsn="postgresql://elsewhere/vp"))
    remove_identity(paths, "bea")
    found = load(paths, {})
    assert found.identities == {"anna": ANNA._replace(dsn="postgresql://elsewhere/vp")}
    remove_identity(paths, "anna")
    set_value(paths, "keys.queue.open", None)
    assert load(paths, {}).settings == Settings(theme="light")
    assert paths.config.stat().st_mode & 0o777 == 0o600


def test_editing_refuses_what_reading_would(paths: Paths) -> None:
    add_identity(paths, ANNA)
    before = paths.config.read_text()
    with pytest.raises(ConflictError, match="identity-exists"):
        add_identity(paths, ANNA)
    for act in (lambda: replace_identity(paths, ANNA._replace(name="x")), lambda: remove_identity(paths, "x")):
        with pytest.raises(NotFoundError, match="identity-unknown"):
            act()
    for key, value in (("teme", "dark"), ("theme", "pink"), ("theme", True), ("keys.x", 3), ("nothing", None)):
        with pytest.raises(UsageError, match="config-"):
            set_value(paths, key, value)
    assert paths.config.read_text() == before


def test_a_file_written_in_an_unusual_way_is_left_alone(paths: Paths) -> None:
    for text in ('keys = { "a" = "b" }\n', 'default_identity = """\ntheme = "x"\n[keys]\n"""\n'):
        write(paths, text)
        with pytest.raises(UsageError, match="config-by-hand"):
            set_value(paths, "keys.c", "d")
        assert paths.config.read_text() == text


def test_twenty_identities_added_at_once_are_twenty(paths: Paths) -> None:
    threads = [threading.Thread(target=add_identity, args=(paths, ANNA._replace(name=f"n{n}"))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(load(paths, {}).identities) == 20


def test_choosing_who_to_be(paths: Paths) -> None:
    with pytest.raises(NotFoundError, match="identity-none"):
        load(paths, {}).choose()
    add_identity(paths, ANNA)
    assert load(paths, {}).choose() == ANNA
    add_identity(paths, ANNA._replace(name="bea"))
    with pytest.raises(UsageError, match="identity-ambiguous"):
        load(paths, {}).choose()
    assert load(paths, {"VP_IDENTITY": "bea"}).choose().name == "bea"
    assert load(paths, {"VP_IDENTITY": "bea"}).choose("anna").name == "anna"
    set_value(paths, "default_identity", "anna")
    assert load(paths, {}).choose().name == "anna"
    with pytest.raises(NotFoundError, match="identity-unknown"):
        load(paths, {}).choose("carla")

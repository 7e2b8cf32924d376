"""Before there is a workspace: prepare a server, found a practice, join one with nine words, unlock.

Invariants: keys are made on the device and sealed into the vault before the server hears of them; the genesis hash in
the vault is the trust anchor, taken from one's own founding or from a welcome that only the holder of the spoken code
could have made. Passwords of the database are random and leave the device as SCRAM verifiers. Called by cli, tui, demo.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vp_tui.device import agent, keystore, vault
from vp_tui.device.clock import Clock, RealClock
from vp_tui.device.config import Identity
from vp_tui.device.config_edit import add_identity, remove_identity, replace_identity
from vp_tui.device.passphrase import check_passphrase
from vp_tui.device.paths import Paths
from vp_tui.device.presence import register
from vp_tui.domain.act import Context
from vp_tui.domain.commands import NamePractice
from vp_tui.domain.record import encode_record
from vp_tui.domain.space import decide
from vp_tui.errors import ConflictError, LockedError, UsageError, VpError
from vp_tui.protocol import enrolment, words
from vp_tui.protocol.bodies import Genesis, Policy, Role
from vp_tui.protocol.encoding import unpack
from vp_tui.protocol.identity import DeviceKeys, fingerprint
from vp_tui.protocol.practice_log import PracticeLog, practice_space_id
from vp_tui.protocol.practice_log import found as found_entry
from vp_tui.protocol.sealing import seal_name
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import create_space, data_entry
from vp_tui.store.dsn import resolve
from vp_tui.store.port import Append, Login, Sealed, Store
from vp_tui.store.scram import password as fresh_password
from vp_tui.store.scram import verifier
from vp_tui.workspace.core import Core
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.local import Local

__all__ = ["Founding", "Joining", "derive_key", "found", "install", "join", "keep_vault", "sealed_vault", "unlock"]

Said = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Founding:
    """A prepared server: its address, and nine words that are good for founding one practice on it."""

    dsn: str
    code: list[str]


@dataclass(frozen=True, slots=True)
class Joining:
    """A joiner's device: its identity, and the fingerprint to read to the coordinator."""

    identity: Identity
    fingerprint: list[str]
    digits: str


def make_store(dsn: str, login: Login, environ: Mapping[str, str]) -> Store:
    """A store for one login. UsageError ``store.dsn_*`` and the like for an address that cannot be used."""
    return _later_store(dsn, login, environ)()


def _later_store(dsn: str, login: Login, environ: Mapping[str, str]) -> Callable[[], Store]:
    """The address is judged now; the driver is loaded when the store is asked for, after the queue is shown."""
    target = resolve(dsn, environ)

    def make() -> Store:
        from vp_tui.store.postgres import PostgresStore

        return PostgresStore(target, login)

    return make


async def install(admin_dsn: str | None, environ: Mapping[str, str] = {}, *, dsn: str = "") -> Founding:
    """Roles, schema and functions on an empty database, and a founding login. Errors as the store says."""
    from vp_tui.store import admin

    target = resolve(admin_dsn, environ, admin=True)
    try:
        await admin.install(target)
    except ConflictError:
        if (await admin.status(target)).founded:
            raise
    code = enrolment.new_code()
    await admin.open_founding(target, enrolment.login_role(code), verifier(enrolment.login_password(code)))
    return Founding(dsn or target.address(), words.to_words(code).split())


def _parts(keys: DeviceKeys, **named: bytes) -> vault.VaultContents:
    parts = {f"device.{number}": part for number, part in enumerate(keys.to_parts())}
    parts.update({name.replace("_", "-"): value for name, value in named.items()})
    return vault.VaultContents(parts)


def _keys(contents: vault.VaultContents) -> DeviceKeys:
    names = [name for name in contents.parts if name.startswith("device.")]
    return DeviceKeys.from_parts([contents.parts[f"device.{number}"] for number in range(len(names))])


def keep_vault(paths: Paths, identity: Identity, contents: vault.VaultContents, passphrase: str) -> bytes:
    """Seal the vault under the passphrase and put it where the identity says; returns the derived key."""
    check_passphrase(passphrase, demo=identity.demo)
    stretch = vault.fresh_stretch(vault.LIGHT if identity.demo else vault.STANDARD)
    key = vault.derive(passphrase, stretch)
    sealed = vault.seal(contents, key, stretch)
    keystore.open_keystore(identity.keystore, paths).set(identity.practice, identity.device, sealed)
    return key


def _forget(paths: Paths, identity: Identity) -> None:
    remove_identity(paths, identity.name)
    keystore.open_keystore(identity.keystore, paths).delete(identity.practice, identity.device)


async def found(
    paths: Paths,
    *,
    dsn: str,
    code: Sequence[str],
    identity: str,
    practice_name: str,
    my_name: str,
    roles: int,
    passphrase: str,
    keystore_kind: str = "keyring",
    demo: bool = False,
    clock: Clock | None = None,
    policy: Policy | None = None,
    environ: Mapping[str, str] = {},
    progress: Said | None = None,
) -> Identity:
    """Found a practice: genesis signed by this device, the practice's own space, an identity with its vault.

    ``code`` are the nine words that `vp server install` printed. The founder is a coordinator whatever else she is.
    """
    clock, say = clock or RealClock(), progress or (lambda _: None)
    raw_code = words.from_words(" ".join(code))
    check_passphrase(passphrase, demo=demo)
    say("keys")
    keys = DeviceKeys.generate()
    practice, member = os.urandom(16), keys.device_id
    space, epoch_key = practice_space_id(practice), os.urandom(32)
    roles |= int(Role.COORDINATOR)
    name = seal_name(epoch_key, 0, practice, member, my_name)
    policy = policy or Policy(file_keystore=keystore_kind == "file")
    genesis = found_entry(
        keys, practice, Genesis(policy, member, Role(roles), keys.sign_pub, keys.enc_pub, name), clock.now_ms()
    )
    log = PracticeLog()
    log.apply(genesis)
    login = Login(enrolment.login_role(raw_code), fresh_password())
    who = Identity(
        name=identity, practice=practice, device=keys.device_id, member=member, dsn=dsn, keystore=keystore_kind,
        demo=demo, display=my_name,
    )  # fmt: skip
    contents = _parts(
        keys, password=login.password.encode(), role=login.role.encode(), state_key=os.urandom(32),
        cache_key=os.urandom(32), genesis=log.genesis, invite_key=b"",
    )  # fmt: skip
    say("keystore")
    add_identity(paths, who)
    try:
        keep_vault(paths, who, contents, passphrase)
        say("server")
        store = make_store(dsn, Login(login.role, enrolment.login_password(raw_code)), environ)
        try:
            await store.found(practice, [Sealed(genesis)], member, keys.device_id, verifier(login.password))
        finally:
            await store.close()
    except VpError:
        _forget(paths, who)
        raise
    say("log")
    store = make_store(dsn, login, environ)
    try:
        made = create_space(keys, log, space, [member], [member], clock.now_ms(), epoch_key=epoch_key)
        content = SpaceLog(space)
        content.apply(made.raw, log, -1)
        content.adopt(0, epoch_key)
        now = clock.now_ms()
        context = Context(actor=member, now_ms=now, today=datetime.fromtimestamp(now / 1000).date())
        record = encode_record(now, decide(None, NamePractice(practice_name), context))
        first = data_entry(content, keys, log, os.urandom(16), 1, record, now)
        await store.append([Append(Sealed(made.raw), None, (member,)), Append(Sealed(first.raw), Sealed(first.blob))])
    finally:
        await store.close()
    return who


async def join(
    paths: Paths,
    *,
    dsn: str,
    code: Sequence[str],
    identity: str,
    my_name: str,
    passphrase: str,
    keystore_kind: str = "keyring",
    demo: bool = False,
    environ: Mapping[str, str] = {},
    progress: Said | None = None,
) -> Joining:
    """Answer an invitation: keys on this device, a proof made with the spoken code, then wait for the coordinators.

    UsageError ``word-unknown`` names the mistyped word; LockedError ``invite-refused`` when the code opens nothing here
    (mistyped, used, or expired).
    """
    say = progress or (lambda _: None)
    raw_code = words.from_words(" ".join(code))
    check_passphrase(passphrase, demo=demo)
    say("server")
    role = enrolment.login_role(raw_code)
    store = make_store(dsn, Login(role, enrolment.login_password(raw_code)), environ)
    try:
        try:
            mine = await store.invite_mine()
        except LockedError:
            raise LockedError("invite-refused") from None
        if mine.invite.state != "open":
            raise ConflictError("invite-used")
        say("keys")
        keys = DeviceKeys.generate()
        key = enrolment.invite_key(raw_code, mine.practice_id)
        # A member carries the id of her first device, so that both sides know the fingerprint before admission.
        member = unpack(mine.invite.payload, 3)[1] or keys.device_id
        password = fresh_password()
        who = Identity(
            name=identity, practice=mine.practice_id, device=keys.device_id, member=member, dsn=dsn,
            keystore=keystore_kind, demo=demo, display=my_name,
        )  # fmt: skip
        contents = _parts(
            keys, password=password.encode(), role=role.encode(), state_key=os.urandom(32), cache_key=os.urandom(32),
            genesis=b"", invite_key=key,
        )  # fmt: skip
        say("keystore")
        add_identity(paths, who)
        try:
            keep_vault(paths, who, contents, passphrase)
            say("log")
            await store.invite_join(Sealed(enrolment.join_message(keys, key, mine.practice_id)), verifier(password))
        except VpError:
            _forget(paths, who)
            raise
    finally:
        await store.close()
    print_ = fingerprint(mine.practice_id, who.member, keys.sign_pub, keys.enc_pub)
    return Joining(who, words.to_words(print_).split(), words.to_digits(print_))


def derive_key(paths: Paths, identity: Identity, passphrase: str) -> bytes:
    """The key that opens the identity's vault, from its passphrase (1.15 s). LockedError if it does not open it."""
    sealed = sealed_vault(paths, identity)
    key = vault.derive(passphrase, vault.read_stretch(sealed, demo=identity.demo))
    vault.open_vault(sealed, key, demo=identity.demo)
    return key


def sealed_vault(paths: Paths, identity: Identity) -> bytes:
    """The vault as the keystore holds it. LockedError ``vault-absent``, or what the keyring says."""
    sealed = keystore.open_keystore(identity.keystore, paths).get(identity.practice, identity.device)
    if sealed is None:
        raise LockedError("vault-absent")
    return sealed


def unlock(
    paths: Paths,
    identity: Identity,
    *,
    passphrase: str | None = None,
    key: bytes | None = None,
    sealed: bytes | None = None,
    clock: Clock | None = None,
    environ: Mapping[str, str] = {},
    store: Store | None = None,
) -> Workspace:
    """Open the vault and the sealed cache; no network. Blocking: Argon2id takes about a second.

    ``sealed`` is the vault as ``sealed_vault`` gave it, so that unlocking after an idle lock needs no keyring.

    ``key`` is a derived key (kernel keyring); without it and without a passphrase the agent is asked. LockedError
    ``passphrase-wrong``, ``passphrase-needed``, or what the keyring says.
    """
    sealed = sealed if sealed is not None else sealed_vault(paths, identity)
    if passphrase is None and key is None:
        key = agent.get(identity.practice, identity.device)
        if key is None:
            raise LockedError("passphrase-needed")
    if key is None:
        key = vault.derive(passphrase or "", vault.read_stretch(sealed, demo=identity.demo))
    contents = vault.open_vault(sealed, key, demo=identity.demo)
    parts = contents.parts
    keys = _keys(contents)
    if keys.device_id != identity.device:
        raise UsageError("identity-mismatch", name=identity.name)
    presence = register(paths.identity_state(identity.name))
    local = Local(paths, identity, parts["state-key"], parts["cache-key"])
    login = Login(parts["role"].decode(), parts["password"].decode())
    made = _later_store(identity.dsn, login, environ) if store is None else lambda: store
    core = Core(identity, keys, parts["genesis"], local, made, presence, clock or RealClock())

    def admitted(genesis: bytes) -> None:
        """Keep the trust anchor: into the vault, sealed with the same key."""
        contents.parts.update({"genesis": genesis, "invite-key": b""})
        stretch = vault.read_stretch(sealed, demo=identity.demo)
        renewed = vault.seal(contents, key, stretch)
        keystore.open_keystore(identity.keystore, paths).set(identity.practice, identity.device, renewed)
        core.genesis = genesis

    def moved(address: str) -> None:
        """The practice lives elsewhere from now on."""
        replace_identity(paths, identity._replace(dsn=address))

    return Workspace(core, parts["invite-key"], admitted, login, moved)

from __future__ import annotations

import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.protocol.practice import Stream, refused
from vp_tui.protocol import suite
from vp_tui.protocol.identity import DeviceKeys, Tag

P = 2**255 - 19
ORDER_8 = (
    0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD83D3D706A17C7,
    0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
)
SMALL = [(y | sign << 255).to_bytes(32, "little") for y in (0, 1, P - 1, P, P + 1, *ORDER_8) for sign in (0, 1)]


def test_there_are_fourteen_small_order_encodings() -> None:
    assert len(set(SMALL)) == 14


@pytest.mark.parametrize("public", SMALL, ids=lambda public: public.hex()[:6] + public.hex()[-2:])
def test_small_order_signing_keys_are_refused(public: bytes) -> None:
    with refused("small-order-key"):
        suite.check_sign_public(public)
    with refused("small-order-key"):
        suite.signature_ok(public, bytes(64), b"message")


def test_the_danger_is_real() -> None:
    """Under the identity point a signature made without any key verifies, so far as the library is concerned."""
    identity = (1).to_bytes(32, "little")
    Ed25519PublicKey.from_public_bytes(identity).verify(identity + bytes(32), b"any message")


@pytest.mark.parametrize("y", range(P, 2**255))
def test_non_canonical_encodings_are_refused(y: int) -> None:
    with refused("small-order-key"):
        suite.check_sign_public(y.to_bytes(32, "little"))


def test_small_order_x25519_part_is_refused() -> None:
    good = suite.subkey_public(suite.new_subkey(suite.HYBRID, Stream("k")))
    for point in (bytes(32), (1).to_bytes(32, "little"), (P - 1).to_bytes(32, "little"), P.to_bytes(32, "little")):
        for public in (point, good[:-32] + point):
            with refused("small-order-key"):
                suite.check_enc_public(public)
    suite.check_enc_public(good)


def test_unloadable_subkeys_are_refused() -> None:
    # ML-KEM coefficients at or above the modulus: FIPS 203 section 7.2.
    good = suite.subkey_public(suite.new_subkey(suite.HYBRID, Stream("k")))
    for public in (b"", bytes(31), bytes(1215), b"\xff" * 1184 + good[-32:]):
        with refused("bad-encoding"):
            suite.check_enc_public(public)


@pytest.mark.parametrize("size", [0, 31, 33, 1215, 1217])
def test_keys_of_other_lengths_are_refused(size: int) -> None:
    for check in (suite.suite_of, suite.check_sign_public, suite.check_enc_public):
        with refused("bad-encoding"):
            check(b"\x05" * size)


@pytest.mark.parametrize(("kind", "public", "wrapped"), [(suite.CLASSIC, 32, 80), (suite.HYBRID, 1216, 1168)])
def test_wrapping(kind: int, public: int, wrapped: int) -> None:
    private = suite.new_subkey(kind)
    pub = suite.subkey_public(private)
    ciphertext = suite.wrap(pub, b"k" * 32, b"info")
    assert (len(pub), len(ciphertext), suite.suite_of(pub)) == (public, wrapped, kind)
    assert suite.WRAP_SIZE[kind] == wrapped
    mine = suite.load_subkey(private)
    assert suite.unwrap(mine, ciphertext, b"info") == b"k" * 32
    assert suite.unwrap(mine, ciphertext, b"Info") is None
    assert suite.unwrap(suite.load_subkey(suite.new_subkey(kind)), ciphertext, b"info") is None
    for wrong in (b"", ciphertext[:-1], bytes(wrapped), ciphertext[:-1] + bytes([ciphertext[-1] ^ 1])):
        assert suite.unwrap(mine, wrong, b"info") is None


def test_x25519_suite_opens_the_published_vector() -> None:
    """RFC 9180 section A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, base mode, first message."""
    private = bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb")
    enc = bytes.fromhex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
    info = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
    assert suite.subkey_public(private).hex() == "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
    sealed = "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
    # The vector binds an AAD, for which the library has no public call.
    opened = openssl.hpke._decrypt_with_aad(
        suite._HPKE[suite.CLASSIC], enc + bytes.fromhex(sealed), suite.load_subkey(private), info, b"Count-0"
    )
    assert opened == b"Beauty is truth, truth beauty"


def test_signatures() -> None:
    keys = DeviceKeys(bytes(range(32)), {1: bytes(96)})
    signature = keys.sign(Tag.ENTRY, b"m")
    assert suite.signature_ok(keys.sign_pub, signature, b"vp-tui/v1/sig\0m")
    assert not suite.signature_ok(keys.sign_pub, signature, b"vp-tui/v1/attest\0m")
    for wrong in (b"", signature[:63], signature + b"\0", bytes(64)):
        assert not suite.signature_ok(keys.sign_pub, wrong, b"vp-tui/v1/sig\0m")


def test_aead() -> None:
    sealed = suite.aead_seal(b"k" * 32, b"text", b"aad")
    assert suite.aead_open(b"k" * 32, sealed, b"aad") == b"text"
    for key, box, aad in (
        (b"K" * 32, sealed, b"aad"),
        (b"k" * 32, sealed, b"AAD"),
        (b"k" * 32, sealed[:-1], b"aad"),
        (b"k" * 32, b"", b""),
    ):
        assert suite.aead_open(key, box, aad) is None

"""What stands between a client and its server in these tests: a TLS front, a relay that counts and cuts, a rogue."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SSL_REQUEST = struct.pack("!ii", 8, 80877103)


@dataclass
class Front:
    """Relays connections on 127.0.0.1 to a Unix socket; ``turns`` counts how often the client waited for an answer."""

    upstream: Path
    tls: ssl.SSLContext | None
    port: int = 0
    turns: int = 0
    sent: bytearray = field(default_factory=bytearray)
    cut_after_next_request: bool = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if not await greet(reader, writer, self.tls):
                return
            up_reader, up_writer = await asyncio.open_unix_connection(self.upstream)
            await asyncio.wait(
                [asyncio.create_task(self.ask(reader, up_writer)), asyncio.create_task(self.answer(up_reader, writer))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            up_writer.close()
        except (OSError, ssl.SSLError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    async def ask(self, reader: asyncio.StreamReader, up: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            self.sent += data
            if not self._waiting:
                self.turns += 1
                self._waiting = True
            up.write(data)

    async def answer(self, up: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await up.read(65536):
            if self.cut_after_next_request:
                self.cut_after_next_request = False
                return
            self._waiting = False
            writer.write(data)

    _waiting: bool = False


@asynccontextmanager
async def front(upstream: Path, tls: ssl.SSLContext | None) -> AsyncIterator[Front]:
    made = Front(upstream, tls)
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    async with server:
        yield made


async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tls: ssl.SSLContext | None) -> bool:
    """Answer an SSLRequest as PostgreSQL does. False when the client is left without TLS, and must go away."""
    if await reader.readexactly(8) != SSL_REQUEST:
        return False
    writer.write(b"N" if tls is None else b"S")
    await writer.drain()
    if tls is None:
        await reader.read(1)
        return False
    await writer.start_tls(tls)
    return True


@asynccontextmanager
async def rogue(tls: ssl.SSLContext | None, answer: bytes) -> AsyncIterator[tuple[int, list[bytes]]]:
    """A server that answers the start-up message with ``answer`` and keeps what it is told. Yields (port, told)."""
    told: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, ssl.SSLError, asyncio.IncompleteReadError):
            if await greet(reader, writer, tls):
                (length,) = struct.unpack("!i", await reader.readexactly(4))
                await reader.readexactly(length - 4)
                writer.write(answer)
                while data := await reader.read(65536):
                    told.append(data)
                    writer.write(b"E" + struct.pack("!i", 4 + 15) + b"SFATAL\x00C28P01\x00\x00")
        writer.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], told


@dataclass
class Authority:
    """A certificate authority in a folder."""

    folder: Path
    name: str = "ca"

    def __post_init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"test {self.name}")])
        self.certificate = self._sign(self.subject, self.key, [], days=30, ca=True)
        self.path = self.folder / f"{self.name}.pem"
        self.path.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def server(self, *names: str, days: int = 30, version: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
        """The context of a server whose certificate names ``names``; ``days`` below zero have passed."""
        certificate, key = self.files(*names, days=days)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.maximum_version = version
        context.load_cert_chain(certificate, key)
        return context

    def files(self, *names: str, days: int = 30) -> tuple[Path, Path]:
        """Certificate and key of a server, as PEM files."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        certificate = self._sign(subject, key, list(names), days=days, ca=False)
        stem = self.folder / f"{self.name}-{names[0]}-{days}"
        stem.with_suffix(".crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        stem.with_suffix(".key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return stem.with_suffix(".crt"), stem.with_suffix(".key")

    def _sign(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, names: list[str], *, days: int, ca: bool
    ) -> x509.Certificate:
        now = datetime.datetime.now(datetime.UTC)
        end = now + datetime.timedelta(days=days)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(min(now, end) - datetime.timedelta(days=30))
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if names:
            builder = builder.add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), False)
        return builder.sign(self.key, hashes.SHA256())


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)

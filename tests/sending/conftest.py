"""Real servers on this computer: one for mail, one that takes what a gateway takes; and whom they are to."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = "127.0.0.1"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """Return (file, whom to trust) of a certificate for this computer that nobody else knows."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HERE)]),
    )
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "here.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    trusting = ssl.create_default_context(cafile=str(file))
    return file, trusting


def serving(file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


class Post:
    """What came; ``answer`` is said to the next recipient, None: taken."""

    def __init__(self):
        self.mails, self.answer = [], None

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.answer:
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope.content.decode())
        return "250 taken"


@pytest.fixture
def mail_server(certificate):
    """Start mail servers, with STARTTLS and the password "right"; return what came, and the port."""
    started = []

    def allowed(server, session, envelope, mechanism, login):
        return AuthResult(success=(login.login, login.password) == (b"dispatch", b"right"), handled=False)

    def start(*, secure=True):
        post = Post()
        words = {}
        if secure:
            words = {"authenticator": allowed, "auth_required": True}
            words |= {"tls_context": serving(certificate[0]), "require_starttls": True}
        with socket.socket() as free:
            free.bind((HERE, 0))
            port = free.getsockname()[1]
        made = Controller(post, hostname=HERE, port=port, **words)
        made.start()
        started.append(made)
        return post, port

    yield start
    for made in started:
        made.stop()


class Gateway:
    """What came, as (path, headers, body); ``status`` is the next answer, ``headers`` stand beside it."""

    def __init__(self, certificate=None):
        self.taken, self.status, self.headers = [], 200, {}
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                gateway.taken.append((self.path, dict(self.headers), body))
                self.send_response(gateway.status)
                for name, value in gateway.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *words):
                pass

        self.server = HTTPServer((HERE, 0), Handler)
        scheme = "http"
        if certificate:
            scheme = "https"
            self.server.socket = serving(certificate).wrap_socket(self.server.socket, server_side=True)
        self.url = f"{scheme}://{HERE}:{self.server.server_port}/messages?centre=1"
        self._thread = Thread(target=self.server.serve_forever, daemon=True)
        self._thread.start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


@pytest.fixture
def gateway():
    made = Gateway()
    yield made
    made.close()


@pytest.fixture
def secure_gateway(certificate):
    made = Gateway(certificate[0])
    yield made
    made.close()

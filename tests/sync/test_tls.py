"""The line to central between machines: encrypted, and only to who the seat's authority vouches for."""

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.central import embedded
from app.sync.agents import AgentDoor
from app.sync.port import CentralRefused
from app.sync.postgres import Address
from tests.central import rig

HBA = """
hostssl all +cc_seats,+cc_agents 127.0.0.1/32 scram-sha-256
host    all postgres             127.0.0.1/32 scram-sha-256
"""


class Authority:
    """Vouches for servers, as `openssl x509 -req` of the help does."""

    def __init__(self, folder, name: str = "Zuoxi CA") -> None:
        self.path, self._key, self._name = folder / "ca.pem", _key(), _name(name)
        self._vouched = _certificate(self._name, self._key.public_key()).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        self.path.write_bytes(_pem(self._vouched.issuer_name(self._name).sign(self._key, hashes.SHA256())))

    def vouch(self, folder, *names: x509.GeneralName) -> None:
        """Lay a key, and a certificate for *names*, where a server looks for them."""
        key = _key()
        wanted = _certificate(_name("central"), key.public_key()).issuer_name(self._name)
        wanted = wanted.add_extension(x509.SubjectAlternativeName(names), critical=False)
        told = {
            "server.crt": _pem(wanted.sign(self._key, hashes.SHA256())),
            "server.key": key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            ),
        }
        for name, text in told.items():
            path = folder / name
            path.touch(mode=0o600)
            path.write_bytes(text)
            if embedded._is_root():
                shutil.chown(path, embedded._SYSTEM_USER)


def _key():
    return ec.generate_private_key(ec.SECP256R1())


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _certificate(name, key) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).public_key(key)
    made = made.serial_number(x509.random_serial_number())
    return made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def server(authority):
    """PostgreSQL of the system: that of the wheel knows no TLS."""
    running = rig.start_server("15")
    server = next(running)
    data = server.folder / "data"
    authority.vouch(data, x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1")))
    with closing(psycopg.connect(server.url(), autocommit=True)) as admin:
        admin.execute("ALTER SYSTEM SET ssl = on")
    server.stop()
    (data / "pg_hba.conf").write_text(HBA, encoding="utf-8")
    server.start()
    yield server
    running.close()


@pytest.fixture
def seat(seat_at, server, place, authority):
    return seat_at(
        address=Address("127.0.0.1", server.port, place.database, "verify-full", str(authority.path))
    )


def test_a_seat_and_its_agent_come_over_a_line_that_is_encrypted(seat, place):
    seat.take_call()
    assert seat.round().pushed == 2
    used = "SELECT ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = %s"
    assert place.rows(used, seat.enrolment["login"]) == [{"ssl": True, "version": "TLSv1.3"}]
    _, no = place.agent()
    assert AgentDoor(seat.address, no, rig.PASSWORD).sign_in(seat.install).agent.agent_no == no


def test_without_encryption_central_lets_nobody_in(seat):
    bare = Address(seat.address.host, seat.address.port, seat.address.database, "disable")
    with pytest.raises(CentralRefused) as refused:
        seat.road(address=bare).pulse()
    assert refused.value.code == "login"


def test_a_central_nobody_vouches_for_hears_nothing(seat, tmp_path):
    address = seat.address
    (tmp_path / "same").mkdir()
    others = (
        Authority(tmp_path, "Another CA").path,
        Authority(tmp_path / "same").path,
        tmp_path / "nowhere.pem",
    )
    for ca in others:
        wrong = Address(address.host, address.port, address.database, "verify-full", str(ca))
        with pytest.raises(CentralRefused) as refused:
            seat.road(address=wrong).pulse()
        assert refused.value.code == "plain"


def test_a_certificate_for_another_name_is_another_machine(seat, place, server, authority):
    data = server.folder / "data"
    kept = {name: (data / name).read_bytes() for name in ("server.crt", "server.key")}
    authority.vouch(data, x509.DNSName("db.example"))
    place.rows("SELECT pg_reload_conf()")
    try:
        with pytest.raises(CentralRefused) as refused:
            seat.round()
        assert refused.value.code == "plain"
        assert seat.pending
    finally:
        for name, text in kept.items():
            (data / name).write_bytes(text)
        place.rows("SELECT pg_reload_conf()")


def test_a_line_somebody_took_the_encryption_off_is_not_used(seat, place):
    place.rows("ALTER SYSTEM SET ssl = off")
    place.rows("SELECT pg_reload_conf()")
    try:
        with pytest.raises(CentralRefused) as refused:
            seat.round()
        assert refused.value.code == "plain"
    finally:
        place.rows("ALTER SYSTEM SET ssl = on")
        place.rows("SELECT pg_reload_conf()")

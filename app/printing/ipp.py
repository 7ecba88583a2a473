"""What CUPS knows of its jobs, asked by IPP (RFC 8010, 8011): there a name and a state are codes, in no
language, and the programs of CUPS tell the name of no job that has ended."""

import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

_GET_JOBS = 0x000A
_OPERATION, _JOB, _END = 0x01, 0x02, 0x03
_CHARSET, _LANGUAGE, _URI, _NAME, _KEYWORD = 0x47, 0x48, 0x45, 0x42, 0x44
_DELIMITERS = 0x10  # tags below begin a group
# The last is not used: asked for it, CUPS reads what it put aside of old jobs, their names too.
_WANTED = ("job-id", "job-name", "job-state", "job-state-reasons", "copies")
_HEAD = 8

Told = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """``state``: RFC 8011 §5.3.7 (3 pending … 9 completed)."""

    ref: str
    name: str
    state: int
    reason: str


class _Local(HTTPConnection):
    """To a server that listens on a socket of the file system."""

    def __init__(self, path: str, seconds: float) -> None:
        super().__init__("localhost", timeout=seconds)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def jobs(server: str, user: str, seconds: float) -> list[Asked]:
    """Return every job the server remembers, ended ones too; *server*: host:port or a socket's path. Raises
    OSError where it does not answer, ValueError where it does not tell."""
    try:
        return [_job(told) for told in _groups(_post(server, _question(user), seconds))]
    except (HTTPException, struct.error, LookupError) as broken:
        raise ValueError(server) from broken


def _job(told: Told) -> Asked:
    return Asked(
        ref=str(int.from_bytes(told["job-id"])),
        name=told.get("job-name", b"").decode("utf-8", "replace"),
        state=int.from_bytes(told["job-state"]),
        reason=told.get("job-state-reasons", b"").decode("ascii", "replace"),
    )


def _question(user: str) -> bytes:
    asked = [
        (_CHARSET, "attributes-charset", "utf-8"),
        (_LANGUAGE, "attributes-natural-language", "en"),
        (_URI, "printer-uri", "ipp://localhost/"),
        (_NAME, "requesting-user-name", user),
        (_KEYWORD, "which-jobs", "all"),
        *((_KEYWORD, "" if place else "requested-attributes", word) for place, word in enumerate(_WANTED)),
    ]
    return b"".join(
        (
            struct.pack(">BBHIB", 2, 0, _GET_JOBS, 1, _OPERATION),
            *(_attribute(tag, name.encode(), value.encode()) for tag, name, value in asked),
            bytes((_END,)),
        )
    )


def _attribute(tag: int, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def _post(server: str, question: bytes, seconds: float) -> bytes:
    if server.startswith("/"):
        line: HTTPConnection = _Local(server, seconds)
    else:
        host, _, port = server.rpartition(":")
        line = HTTPConnection(host.strip("[]"), int(port), timeout=seconds)
    try:
        line.request("POST", "/", question, {"Content-Type": "application/ipp", "Host": "localhost"})
        answer = line.getresponse()
        body = answer.read()
    finally:
        line.close()
    if answer.status != 200 or struct.unpack(">H", body[2:4])[0] > 0xFF:
        raise ValueError(answer.status)
    return body


def _groups(answer: bytes) -> Iterator[Told]:
    """Return what is told of each job; of an attribute with several values, the first."""
    told: Told | None = None
    at = _HEAD
    while (tag := answer[at]) != _END:
        at += 1
        if tag < _DELIMITERS:
            if told is not None:
                yield told
            told = {} if tag == _JOB else None
            continue
        name, at = _counted(answer, at)
        value, at = _counted(answer, at)
        if told is not None and name:
            told[name.decode("ascii", "replace")] = value
    if told is not None:
        yield told


def _counted(answer: bytes, at: int) -> tuple[bytes, int]:
    (length,) = struct.unpack(">H", answer[at : at + 2])
    return answer[at + 2 : at + 2 + length], at + 2 + length

"""The seat: one computer place, and where its central is."""

from dataclasses import dataclass


def is_loopback(host: str) -> bool:
    """Tell whether *host* is this very computer: no network lies between."""
    import ipaddress  # not at the start, which has no use for it

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.startswith("/")  # a socket's folder


@dataclass(frozen=True, slots=True)
class Seat:
    """What the seat knows without any key. ``install`` is made once; ``host`` is empty without central.

    ``is_counted``: wrong passwords are counted here; a seat of before they were begins with its next one.
    """

    install: str
    generation: int
    code: str
    centre: str
    host: str = ""
    port: int = 0
    database: str = ""
    login: str = ""
    tls: str = "prefer"  # libpq's sslmode
    ca: str = ""  # the file of who vouches for central; where it lies is not kept
    is_counted: bool = False

    @property
    def is_alone(self) -> bool:
        return not self.host

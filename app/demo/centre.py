"""An invented centre: its own PostgreSQL on loopback, three agents, a lead, two seats."""

import json
from dataclasses import dataclass
from pathlib import Path

from app.central import embedded, people, schema
from app.records.accounts import Role

CENTRE = "清河燃气服务热线"
PASSWORD = "zuoxi demo 2026"  # noqa: S105 – of invented people, shown on the screen
AGENTS = (
    ("1001", "王珂", Role.AGENT),
    ("1002", "𬱖䶮", Role.AGENT),
    ("1003", "阿依古丽·买买提", Role.AGENT),
    ("9001", "周正", Role.LEAD),
)
SEATS = ("A01", "A02")


@dataclass(frozen=True, slots=True)
class Centre:
    """A running central, and an enrolment file for each seat."""

    server: embedded.Server
    enrolments: dict[str, Path]

    def enrol_through(self, port: int) -> None:
        """Send the seats to central by way of *port*, where the wire with the plug is."""
        for path in self.enrolments.values():
            told = json.loads(path.read_text("utf-8"))
            path.write_text(json.dumps({**told, "port": port}, ensure_ascii=False), "utf-8")


def open_centre(folder: Path) -> Centre:
    """Start the server in *folder* and set the centre up; raises EmbeddedFailed."""
    server = embedded.start(folder / "central")
    engine = schema.engine(server.url())
    try:
        schema.init(engine, CENTRE)
        enrolments = {}
        with engine.begin() as connection:
            for no, name, role in AGENTS:
                people.add_agent(connection, no, name, role, PASSWORD)
            for code in SEATS:
                told = people.add_seat(connection, code, server.host, server.port)
                enrolments[code] = folder / f"{code}.json"
                enrolments[code].write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    except BaseException:
        server.stop("immediate")
        raise
    finally:
        engine.dispose()
    return Centre(server, enrolments)

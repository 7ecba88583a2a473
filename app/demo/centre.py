"""An invented centre: its own PostgreSQL on loopback, three agents, a lead, two seats."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.central import embedded, people, schema
from app.desk import clock
from app.forms import phone, pinyin
from app.records.accounts import Role
from app.records.ids import new_id

CENTRE = "清河燃气服务热线"
PASSWORD = "zuoxi demo 2026"  # noqa: S105 – of invented people, shown on the screen
AGENTS = (
    ("1001", "王珂", Role.AGENT),
    ("1002", "𬱖䶮", Role.AGENT),
    ("1003", "阿依古丽·买买提", Role.AGENT),
    ("9001", "周正", Role.LEAD),
)
SEATS = ("A01", "A02")
CUSTOMERS = (  # names that are hard to keep, to find and to print; no number of this kind is allotted
    ("王小明", "12000000001", "滨江区春晓路88号3幢2单元501室"),
    ("𬱖𬱟", "12000000002", "滨江区江南大道1288号御景苑6幢1201室"),
    ("陈䶮", "12000000003", "余杭区五常大道200号"),
    ("𠮷田", "12000000004", "上城区望江街道近江六园12幢1单元"),
    ("阿依古丽·买买提", "12000000005", "西湖区古墩路701号紫金广场B座704室"),
    ("孙孙孙孙", "12000000006", "萧山区市心北路199号学府花园9幢302室"),
    ("<b>李</b> & 张", "12000000007", "临平区南苑街道新城社区31幢4单元601室"),
    ("O'Brien", "12000000008", "余杭区仓前街道海曙路58号"),
    ("محمد علي", "12000000009", "稠州北路1166号3楼"),
)


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
            for name, number, address in CUSTOMERS:
                _publish(connection, "customer", _customer(name, number, address))
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


def _customer(name: str, number: str, address: str) -> dict[str, Any]:
    at = clock.now().isoformat()
    return {
        "name": name, "phones": [phone.normalise(number)], "addresses": [address],
        "created_at": at, "seen_at": at, "initials": pinyin.initials(name),
    }  # fmt: skip


def _publish(connection: Any, kind: str, body: dict[str, Any]) -> None:
    """Put a record into central's feed, as its own agents are."""
    connection.exec_driver_sql(
        "SELECT cc.publish(%s, %s, CAST(%s AS uuid), CAST(%s AS jsonb))",
        (schema.TENANT, kind, new_id(), json.dumps(body)),
    )

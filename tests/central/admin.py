"""zuoxi-admin as somebody types it."""

import json
from uuid import uuid4

from click.testing import CliRunner

from app.central import cli
from tests.central import rig


class Admin:
    """Runs commands against one central."""

    def __init__(self, place) -> None:
        self.dsn = place.url

    def run(self, *words, dsn="", **more):
        return CliRunner().invoke(cli.main, list(words), env={"ZUOXI_DSN": dsn or self.dsn}, **more)

    def ok(self, *words, **more) -> str:
        done = self.run(*words, **more)
        assert done.exit_code == 0, done.output
        return done.output

    def json(self, *words, code=0, **more):
        done = self.run(*words, "--json", **more)
        assert done.exit_code == code, done.output
        return json.loads(done.stdout)

    def refused(self, *words, code=1, **more) -> str:
        done = self.run(*words, **more)
        assert done.exit_code == code, done.output
        assert "Traceback" not in done.output
        return done.output


def calls(seat, count: int) -> list[str]:
    """Let *seat* write *count* calls; return their ids."""
    ids = [str(uuid4()) for _ in range(count)]
    for start in range(0, count, 200):
        seat.push(*(seat.op("call", id, rig.a_call()) for id in ids[start : start + 200]))
    return ids

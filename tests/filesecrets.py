"""Where a program that is killed finds its secrets again."""

import json
from pathlib import Path


class FileSecrets:
    """For a test alone: nothing guards them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def _all(self):
        return json.loads(self._path.read_text("utf-8")) if self._path.exists() else {}

    def get(self, name):
        return self._all().get(name)

    def set(self, name, value):
        self._path.write_text(json.dumps({**self._all(), name: value}), "utf-8")

    def delete(self, name):
        self._path.write_text(json.dumps({k: v for k, v in self._all().items() if k != name}), "utf-8")

"""Forms for the tests: those that are shipped, and small ones written on the spot."""

from pathlib import Path

import pytest

from app.forms.load import load

SHIPPED = Path(__file__).parents[2] / "forms"

HEAD = """\
title: {zh_CN: 表, zh_TW: 表, en: Form}
sections:
  - name: only
    label: {zh_CN: 段, zh_TW: 段, en: Section}
    fields:
"""
LIST = """\
choices:
  - {code: refused, label: {zh_CN: 拒绝, zh_TW: 拒絕, en: Refused}}
  - {code: unknown, label: {zh_CN: 不知道, zh_TW: 不知道, en: Unknown}}
"""


def field(name, kind="text", **more):
    lines = [f"      - name: {name}", f"        kind: {kind}"]
    more = {"label": "{zh_CN: 栏, zh_TW: 欄, en: Field}", **more}
    return "\n".join(lines + [f"        {key}: {value}" for key, value in more.items()]) + "\n"


def choices(*codes):
    entries = (f"{{code: {code}, label: {{zh_CN: {code}, zh_TW: {code}, en: {code}}}}}" for code in codes)
    return f"[{', '.join(entries)}]"


@pytest.fixture(scope="session")
def shipped():
    return load(SHIPPED)


class Folder:
    """A folder of definitions in the making."""

    def __init__(self, path):
        self.path = path
        self.write("lists/not_given.yaml", LIST)
        self.write("lists/teams.yaml", LIST)
        self.write("lists/copies.yaml", LIST)

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def form(self, *fields, name="small", version=1, top=""):
        self.write(f"{name}/{version}.yaml", top + HEAD + "".join(fields))
        return self

    def load(self, last=None):
        return load(self.path, last)

    def good(self, name="small"):
        forms = self.load()
        assert not forms.broken
        return forms.get(name)

    def flaw(self):
        """Return what is broken: exactly one thing."""
        (broken,) = self.load().broken
        return broken


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


@pytest.fixture
def write_field():
    return field


@pytest.fixture
def write_choices():
    return choices

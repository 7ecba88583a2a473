"""Reading and checking stay quick by what they do not do; nothing here looks at a clock."""

import collections
import subprocess
import sys
from pathlib import Path

import yaml

from app.forms import load as loading

ROOT = Path(__file__).parents[2]


def test_every_file_is_opened_once_and_parsed_in_c(monkeypatch):
    opened = collections.Counter()
    plain_open = Path.open

    def count(path, *how, **more):
        opened[path] += 1
        return plain_open(path, *how, **more)

    monkeypatch.setattr(Path, "open", count)
    assert loading.load(ROOT / "forms").broken == ()
    assert len(opened) >= 16
    assert set(opened.values()) == {1}
    assert loading._LOADER is yaml.CSafeLoader


def test_neither_the_dictionary_nor_the_atlas_is_loaded_with_the_forms():
    code = (
        "import sys, app.forms.load, app.forms.check, app.forms.pinyin, app.forms.words;"
        "heavy = {'pypinyin', 'phonenumbers.geocoder', 'phonenumbers.carrier', 'jsonschema'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

"""What the screen says, in every language: complete, with its placeholders, compiled where it runs."""

import ast
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import PySide6
import pytest
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QLabel

from app import places
from app.forms.load import load
from app.records.accounts import Agent, Role
from app.records.ids import Id
from app.records.presence import State, Stay
from app.ui import wording
from app.ui.application import FAMILY
from app.ui.bars import TopBar
from app.ui.heartbeat import Road
from app.ui.lock import Away, LockPage
from app.ui.login import FirstStartPage, SignInPage

ROOT = Path(__file__).parents[2]
SPOKEN = [*sorted((ROOT / "app" / "ui").rglob("*.py")), ROOT / "app" / "demo" / "guide.py"]
LANGUAGES = ("zh_TW", "en")
EXE = ".exe" if sys.platform == "win32" else ""
LUPDATE = Path(PySide6.__file__).parent / f"lupdate{EXE}"
HOLE = re.compile(r"\{[^{}]*\}|%n|%\d")
WIDE = re.compile(r"[\u3000-\u9fff\uff00-\uff60“”‘’]")  # drawn as wide as a Chinese sign
MARKED = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}  # where the text stands
NAMED_IN_ITSELF = {"简体中文", "繁體中文", "English"}
AGENT = Agent(Id("01900000-0000-7000-8000-000000001001"), "1001", "Wang", Role.AGENT, "")


def away(lang="zh_CN"):
    """Somebody who has locked the seat, and may say why."""
    stay = Stay(State.AWAY, now(), 0.0, "key")
    return Away(AGENT, "Linjiang", "A03", stay, "", load(places.forms()).lists["away"], lang)


def now():
    return datetime(2026, 11, 21, 1, 31, 5, tzinfo=UTC)


def messages(file):
    """Return ``{(context, source): message}`` of a .ts."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 – our own file
        for message in context.iter("message"):
            found[context.findtext("name"), message.findtext("source")] = message
    return found


def translated(language):
    return messages(ROOT / "resources" / "i18n" / f"zuoxi_{language}.ts")


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What lupdate finds in the source now."""
    file = tmp_path_factory.mktemp("i18n") / "now.ts"
    done = subprocess.run([LUPDATE, *SPOKEN, "-ts", file], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return messages(file)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """The user's cache: empty, and nothing shipped beside the sources."""
    monkeypatch.setattr(places, "cache", lambda: tmp_path / "cache")
    return tmp_path / "cache" / "i18n"


@pytest.fixture
def speak(qapp, cache):
    yield qapp.speak
    qapp.speak("zh_CN")


def test_lupdate_sees_every_text_that_is_marked(said):
    marked = set()
    for file in SPOKEN:
        tree = ast.parse(file.read_text("utf-8"))
        inside = {
            each for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in ast.walk(node)
        }
        for node in ast.walk(tree):
            name = getattr(
                getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", "")
            )
            if isinstance(node, ast.Call) and name in MARKED and len(node.args) > MARKED[name]:
                text = node.args[MARKED[name]]
                assert not isinstance(text, ast.JoinedStr), f"{file.name}:{node.lineno}"
                if isinstance(text, ast.Constant):
                    assert node not in inside, f"{file.name}:{node.lineno}"  # it looks into no f-string
                    marked.add(text.value)
    assert len(marked) > 200
    assert marked == {source for _, source in said}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_source_is_translated_and_no_other(said, language):
    found = translated(language)
    assert set(said) - set(found) == set()
    assert set(found) - set(said) == set()
    for key, message in found.items():
        translation = message.find("translation")
        assert translation is not None, key
        assert "type" not in translation.attrib, key  # unfinished, vanished, obsolete
        assert (translation.text or "").strip(), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_source_and_no_markup(language):
    for (context, source), message in translated(language).items():
        text = message.findtext("translation", "")
        assert sorted(HOLE.findall(text)) == sorted(HOLE.findall(source)), (context, source)
        assert not re.search(r"<[a-z/]|&\w", text), (context, source)


def test_english_is_free_of_chinese():
    assert [t for m in translated("en").values() if WIDE.search(t := m.findtext("translation", ""))] == []


@pytest.mark.parametrize(("language", "lines"), [("zh_CN", 2), ("zh_TW", 2), ("en", 3)])
def test_a_refusal_fits_under_the_fields_of_its_door(qtbot, speak, language, lines):
    speak(language)
    doors = (
        (SignInPage(now, "", "A03"), lines),
        (LockPage(now, away()), lines),
        (FirstStartPage(now), 2),
    )
    for door, allowed in doors:
        qtbot.addWidget(door)
        beside = door.inside.contentsMargins()
        width = door.card.minimumWidth() - beside.left() - beside.right()
        high = door.sentence.fontMetrics().lineSpacing()
        for code in set(wording._REFUSALS) - {"slip"}:
            door.refuse(code)
            assert door.sentence.heightForWidth(width) // high <= allowed, door.sentence.text()
        door.sentence.say(wording.unwritten(12))
        assert door.sentence.heightForWidth(width) // high <= allowed


def words(page):
    """Return all a page says, in its buttons, labels, menus and tips."""
    found = set()
    for kind in (QLabel, QAbstractButton, QAction):
        for each in page.findChildren(kind):
            found |= {each.text(), each.toolTip()}
            found.add(each.accessibleName() if hasattr(each, "accessibleName") else "")
    return found - NAMED_IN_ITSELF - {""}


def pages(qtbot):
    bar = TopBar(AGENT, "A03", now)
    bar.show_deadline("GZ-1", now())
    bar.show_road(Road("away", 3, 1, now()))
    made = [
        SignInPage(now, "Linjiang", "A03"),
        LockPage(now, away("en")),
        FirstStartPage(now),
        bar,
    ]
    for page in made:
        qtbot.addWidget(page)
        if not isinstance(page, TopBar):
            page.refuse("password")
    return made


def test_a_page_made_in_english_says_nothing_in_chinese(qtbot, speak):
    speak("en")
    said = {text for page in pages(qtbot) for text in words(page)}
    assert {text for text in said if WIDE.search(text)} == set()
    assert {"Agent no.", "Password", "Sign in  Enter", "Seat A03", "Offline, saved here"} <= said


def test_a_page_made_in_traditional_chinese_keeps_no_simplified_text(qtbot, speak, said):
    other = {
        source
        for (_, source), message in translated("zh_TW").items()
        if message.findtext("translation") != source
    }
    speak("zh_TW")
    shown = {text for page in pages(qtbot) for text in words(page)}
    assert shown & other == set()
    assert {"工號", "密碼", "登入  Enter", "離線，已存本機"} <= shown


def test_a_page_made_after_going_back_is_chinese_again(qtbot, speak):
    speak("en")
    speak("zh_CN")
    assert "登录  Enter" in words(pages(qtbot)[0])


def test_a_translation_is_compiled_once_into_the_cache(cache, speak, monkeypatch):
    speak("en")
    (made,) = cache.iterdir()
    assert wording.word("case", "received") == "Received"
    monkeypatch.setattr(subprocess, "run", None)
    speak("zh_CN")
    speak("en")
    assert list(cache.iterdir()) == [made]
    assert wording.word("case", "received") == "Received"


def test_what_was_compiled_from_another_source_is_not_used(cache, speak, tmp_path, monkeypatch):
    """Not even where the new source looks older: installers set any time."""
    source = (places.resources() / "i18n" / "zuoxi_en.ts").read_text("utf-8")
    resources = tmp_path / "resources"
    (resources / "i18n").mkdir(parents=True)
    file = resources / "i18n" / "zuoxi_en.ts"
    monkeypatch.setattr(places, "resources", lambda: resources)
    file.write_text(source, "utf-8")
    speak("en")
    (first,) = cache.iterdir()
    file.write_text(source.replace(">Received<", ">Taken<"), "utf-8")
    os.utime(file, (0, 0))
    speak("en")
    (second,) = cache.iterdir()
    assert wording.word("case", "received") == "Taken"
    assert first.name != second.name


def test_a_shipped_translation_needs_no_tool_and_no_cache(cache, speak, tmp_path, monkeypatch):
    speak("en")
    (made,) = cache.iterdir()
    shipped = tmp_path / "resources" / "i18n" / "zuoxi_en.qm"
    shipped.parent.mkdir(parents=True)
    made.rename(shipped)
    monkeypatch.setattr(places, "resources", lambda: tmp_path / "resources")
    monkeypatch.setattr(subprocess, "run", None)
    speak("en")
    assert wording.word("case", "received") == "Received"
    assert list(cache.iterdir()) == []


def test_without_the_tool_the_screen_stays_chinese(speak, tmp_path, monkeypatch):
    monkeypatch.setattr(PySide6, "__file__", str(tmp_path / "__init__.py"))
    speak("en")
    assert wording.word("case", "received") == "受理"


def test_with_a_cache_that_cannot_be_written_the_screen_stays_chinese(cache, speak):
    cache.parent.write_text("a file where the folder should be", "utf-8")
    speak("en")
    assert wording.word("case", "received") == "受理"


def test_a_broken_source_leaves_chinese_and_nothing_behind(cache, speak, tmp_path, monkeypatch):
    file = tmp_path / "resources" / "i18n" / "zuoxi_en.ts"
    file.parent.mkdir(parents=True)
    file.write_text("<TS", "utf-8")
    monkeypatch.setattr(places, "resources", lambda: tmp_path / "resources")
    speak("en")
    assert wording.word("case", "received") == "受理"
    assert list(cache.iterdir()) == []


def test_taiwan_is_set_in_a_face_of_its_own_where_the_system_has_one(qapp, speak, monkeypatch):
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name == "PingFang TC")
    speak("zh_TW")
    assert qapp.font().families() == ["PingFang TC", FAMILY]
    speak("en")
    assert qapp.font().families() == [FAMILY]

"""Help: whole in three languages, true of the keys, read by keyboard."""

import os
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app import places
from app.ui.keys import FORM_KEYS, LIST_KEYS, PAGE_KEYS, told
from app.ui.kit.buttons import KeyButton
from app.ui.panels.help import INDEX, HelpPage, pages

HELP = places.resources() / "help"
LANGUAGES = {"zh_CN": HELP, "zh_TW": HELP / "zh_TW", "en": HELP / "en"}
PAGES = sorted(p.name for p in HELP.glob("*.md"))
WRITTEN = [(lang, page) for lang in LANGUAGES for page in PAGES]
LINK = re.compile(r"(!?)\[[^]]*\]\(([^)]+)\)")
KEY = re.compile(
    r"^(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d+|[A-Z0-9]|Enter|Tab|Esc|Home|End|Up|Down|Left|Right|Space|Backspace)$"
)
CODE = re.compile(r"`([^`\n]+)`")
TABLE = re.compile(r"^\| --- \| --- \|\n((?:\|.*\n)*)", re.MULTILINE)
# What fields, lists and the system answer to by themselves.
ALWAYS = {
    "Ctrl+V", "Enter", "Tab", "Shift+Tab", "Shift+Enter", "Up", "Down", "Esc", "Space", "Backspace", "Ctrl+C",
}  # fmt: skip
ALWAYS |= {"Ctrl+Shift+Z"}
ALWAYS |= set("123456789")  # a row of a menu, a short choice
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def text_of(lang, page):
    return (LANGUAGES[lang] / page).read_text("utf-8")


def prose(text):
    """The page without its blocks of code."""
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


@pytest.fixture
def speak(qapp):
    yield qapp.speak
    qapp.speak("zh_CN")


@pytest.fixture
def help_page(qtbot):
    """Return the help in a language at a width, shown."""
    rooms = []

    def made(lang="zh_CN", width=800, height=640):
        room = QWidget()
        page = HelpPage(HELP, lang)
        page.setParent(room)
        rooms.append(room)
        qtbot.addWidget(room)
        room.resize(width, height)
        page.resize(width, height)
        room.show()
        room.activateWindow()
        qtbot.waitUntil(room.isActiveWindow)
        return page

    return made


# -- the pages --


@pytest.mark.parametrize(("lang", "page"), WRITTEN)
def test_every_link_and_picture_is_there(lang, page):
    for picture, target in LINK.findall(prose(text_of(lang, page))):
        if target.startswith("https://"):
            assert not picture, "a picture from outside"
            continue
        file = (LANGUAGES[lang] / target).resolve()
        assert file.is_relative_to(HELP), f"leads out of the help: {target}"
        assert file.is_file(), f"not there: {target}"


def skeleton(text):
    """What a translation must have as well: heads, entries, rows, pictures, links and keys in their order."""
    text = prose(text)
    return {
        "heads": re.findall(r"^#+", text, re.MULTILINE),
        "entries": re.findall(r"^\s*(?:-|\d+\.) ", text, re.MULTILINE),
        "rows": len(re.findall(r"^\|", text, re.MULTILINE)),
        # Of pictures each language may have its own.
        "links": [re.sub(r"^(\.\./)?(shots/)?((en|zh_TW)/)?", r"\2", to) for _, to in LINK.findall(text)],
        "keys": sorted(code for code in CODE.findall(text) if KEY.match(code)),
    }


@pytest.mark.parametrize("lang", ["zh_TW", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_the_same_in_every_language(lang, page):
    assert (LANGUAGES[lang] / page).is_file()
    assert skeleton(text_of(lang, page)) == skeleton(text_of("zh_CN", page))


def test_no_page_is_of_one_language_alone():
    for folder in LANGUAGES.values():
        assert sorted(p.name for p in folder.glob("*.md")) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_an_english_page_is_free_of_chinese(page):
    assert not re.search(r"[\u3000-\u9fff\uff00-\uff60“”]", prose(text_of("en", page)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_names_every_page_by_its_own_title(lang):
    listed = {file: title for title, file in pages(LANGUAGES[lang]) if file}
    assert set(listed) == set(PAGES) - {INDEX}
    for file, title in listed.items():
        assert text_of(lang, file).startswith(f"# {title}\n")


def test_the_readme_leads_to_the_help():
    readme = (places.ROOT / "README.md").read_text("utf-8")
    linked = {target for _, target in LINK.findall(readme)}
    assert {f"resources/help/{page}" for page in (INDEX, "first-day.md", "setup.md", "changes.md")} <= linked
    for target in linked:
        assert target.startswith("https://") or (places.ROOT / target).exists(), target


# -- the keys --


def listed(seat):
    """All keys, in two groups: everywhere, and on the pages."""
    everywhere = [(c.key, c.text) for c in seat.workplace.commands if c.key and c.listed]
    return everywhere, told((*FORM_KEYS, *LIST_KEYS, *PAGE_KEYS))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_keys_is_what_f1_lists(start, speak, lang):
    """Its first two tables; ZUOXI_WRITE_KEYS=1 writes them anew."""
    speak(lang)
    text = told = text_of(lang, "keys.md")
    bodies = [body.group(1) for body in TABLE.finditer(text)]
    for body, group in zip(bodies, listed(start()), strict=False):
        told = told.replace(body, "".join(f"| `{key}` | {words} |\n" for key, words in group), 1)
    if os.environ.get("ZUOXI_WRITE_KEYS"):
        (LANGUAGES[lang] / "keys.md").write_text(told, "utf-8")
    assert text_of(lang, "keys.md") == told


def test_a_key_that_is_named_exists(start, answers):
    seat = start()
    page = seat.new("gas_repair", answers["gas_repair"])
    page.save()
    alone = ("help", "import", "visits", "prints")
    for kind, name in (*zip(alone, alone, strict=True), ("list", "calls"), ("case", page.call.case)):
        seat.workplace.open(kind, name)
    exist = ALWAYS | {key for group in listed(seat) for key, _ in group}
    exist |= {b.key for b in seat.window.findChildren(KeyButton)}
    for lang, page in WRITTEN:
        named = {code for code in CODE.findall(prose(text_of(lang, page))) if KEY.match(code)}
        assert named <= exist, f"{lang} {page}: {named - exist}"


# -- in the program --


def test_shift_f1_opens_help_beside_the_work_and_goes_back(start, answers):
    seat = start()
    form = seat.new("gas_repair", answers["gas_repair"])
    seat.press(Qt.Key.Key_F1, SHIFT)
    page = seat.workplace.tabs.current()
    assert isinstance(page, HelpPage)
    assert seat.window.focusWidget() is page.reader
    seat.press(Qt.Key.Key_F1, SHIFT)
    assert seat.workplace.tabs.current() is page  # and not a second one
    seat.press(Qt.Key.Key_Tab, CTRL)
    assert seat.workplace.tabs.current() is form
    assert form.view.answers()["name"] == answers["gas_repair"]["name"]


def test_the_list_turns_the_pages_and_shows_which_is_read(help_page, qtbot):
    page = help_page()
    page.pages.setFocus()
    qtbot.keyClick(page.pages, Qt.Key.Key_Down)
    assert page.reader.shown == "first-day.md"
    page.show_page("offline.md")
    assert page.pages.currentItem().text() == "断网时"


def test_a_link_is_followed_and_gone_back_by_keyboard(help_page, qtbot):
    page = help_page()
    page.reader.setFocus()
    qtbot.keyClick(page.reader, Qt.Key.Key_Tab)
    qtbot.keyClick(page.reader, Qt.Key.Key_Return)
    assert page.reader.shown == "first-day.md"
    page.reader.verticalScrollBar().setValue(200)
    qtbot.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.reader.shown == INDEX
    qtbot.keyClick(page, Qt.Key.Key_Right, ALT)
    assert page.reader.shown == "first-day.md"
    assert page.reader.verticalScrollBar().value() == 200


def test_a_picture_opens_in_its_full_size(help_page, qtbot):
    page = help_page()
    page.show_page("first-day.md")
    page.reader.anchorClicked.emit("shots/refused.png")
    assert page.reader.shown == "shots/refused.png"
    qtbot.keyClick(page, Qt.Key.Key_Left, ALT)
    assert page.reader.shown == "first-day.md"


def test_what_is_sought_is_counted_and_gone_through(help_page, qtbot):
    page = help_page()
    page.show_page("offline.md")
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    assert page.finder.isVisible()
    page.finder.line.setText("中心库")
    total = text_of("zh_CN", "offline.md").count("中心库")
    assert page.finder.count.text() == f"1 / {total}"
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return)
    assert page.finder.count.text() == f"2 / {total}"
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return, SHIFT)
    assert page.finder.count.text() == f"{total} / {total}"
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Escape)
    assert not page.finder.isVisible()
    assert page.reader.extraSelections() == []


def test_what_this_page_has_not_is_found_on_another(help_page, qtbot):
    page = help_page()
    page.show_page("offline.md")
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    page.finder.line.setText("required_when")
    assert page.finder.count.text() == "本页没有，Enter 到“表单是数据”"
    qtbot.keyClick(page.finder.line, Qt.Key.Key_Return)
    assert page.reader.shown == "forms.md"
    assert page.finder.count.text() == "1 / 1"
    page.finder.line.setText("nobody wrote this")
    assert page.finder.count.text() == "哪一页都没有"


def test_a_page_of_the_web_is_opened_only_when_asked(help_page, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    page = help_page()
    page.reader.anchorClicked.emit("https://example.org/")
    assert page.asking.isVisible()
    assert opened == []
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.asking.isVisible()
    page.reader.anchorClicked.emit("https://example.org/")
    qtbot.keyClick(page, Qt.Key.Key_O, ALT)
    assert opened == ["https://example.org/"]


@pytest.mark.parametrize(
    "target", ["../../pyproject.toml", "/etc/hostname", "file:///etc/hostname", "../style/tokens.json"]
)
def test_nothing_outside_the_help_is_shown(help_page, target):
    page = help_page()
    page.reader.anchorClicked.emit(target)
    assert page.reader.shown == INDEX


# -- the look --


@pytest.mark.parametrize("width", [560, 640, 800, 1200])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut_off(help_page, speak, qtbot, lang, width):
    speak(lang)
    page = help_page(lang, width)
    for file in PAGES:
        page.show_page(file)
        assert page.reader.horizontalScrollBar().maximum() == 0, file
    qtbot.keyClick(page, Qt.Key.Key_F, CTRL)
    page.finder.line.setText("nobody wrote this")
    page.reader.anchorClicked.emit("https://example.org/")
    for button in page.findChildren(KeyButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.words
            assert page.rect().contains(button.mapTo(page, QPoint(button.width() - 1, 0))), button.words
    if page.pages.isVisible():
        assert page.pages.sizeHintForColumn(0) <= page.pages.viewport().width()


@pytest.mark.parametrize("width", [560, 800])
def test_pictures_fit_the_width(help_page, width):
    page = help_page(width=width)
    page.show_page("first-day.md")
    block, found = page.reader.document().begin(), []
    while block.isValid():
        walker = block.begin()
        while not walker.atEnd():
            if (form := walker.fragment().charFormat()).isImageFormat():
                found.append(form.toImageFormat())
            walker += 1
        block = block.next()
    assert found
    for form in found:
        assert form.width() <= page.reader.viewport().width()
        assert form.anchorHref() == form.name()


def test_the_text_follows_the_theme(help_page, qapp, qtbot):
    page = help_page()
    page.show_page("keys.md")
    before = page.reader.document().toHtml()
    qapp.set_theme("dark")
    try:
        qtbot.waitUntil(lambda: page.reader.document().toHtml() != before)
    finally:
        qapp.set_theme("light")
    qtbot.waitUntil(lambda: page.reader.document().toHtml() == before)

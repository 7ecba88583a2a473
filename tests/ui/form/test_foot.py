"""The foot names what is missing, leads there, and shows what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.ui.form.foot import FootBar

MANY = [(f"field{n}", f"第{n}项必填内容") for n in range(1, 13)]


@pytest.fixture
def foot(qtbot):
    bar = FootBar()
    qtbot.addWidget(bar)
    bar.pressed = []
    bar.add_button("草稿", "Ctrl+S", lambda: bar.pressed.append("keep"))
    bar.add_button("保存", "Ctrl+Enter", lambda: bar.pressed.append("save"), primary=True)
    bar.resize(900, 46)
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    return bar


def links(bar):
    found = [b for b in bar.findChildren(QPushButton) if b.property("link") and b.isVisible()]
    return sorted(found, key=lambda link: link.x())


def words(bar):
    return " ".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())


def test_what_is_missing_is_counted_and_named(foot):
    foot.show_missing([("address", "地址"), ("category", "类别")])
    assert "还差 2 项" in words(foot)
    assert [link.text() for link in links(foot)] == ["地址", "类别"]


def test_nothing_missing_says_nothing(foot):
    foot.show_missing([("address", "地址")])
    foot.show_missing([])
    assert links(foot) == []
    assert "还差" not in words(foot)


def test_a_link_is_reached_and_followed_by_keyboard(foot, qtbot):
    foot.show_missing([("address", "地址"), ("category", "类别")])
    links(foot)[0].setFocus()
    qtbot.keyClick(foot.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(foot.asked) as asked:
        qtbot.keyClick(foot.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["category"]


def test_a_link_leads_to_the_field_it_names_now(foot, qtbot):
    foot.show_missing([("address", "地址"), ("category", "类别")])
    foot.show_missing([("category", "类别")])
    with qtbot.waitSignal(foot.asked) as asked:
        qtbot.mouseClick(links(foot)[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["category"]


def test_many_are_cut_short_and_none_is_cut_through(foot):
    foot.show_missing(MANY)
    *told, rest = links(foot)
    assert 0 < len(told) < 12
    assert rest.text() == f"另 {12 - len(told)} 项"
    foot.resize(3000, 46)
    assert len(links(foot)) == 12
    for link in links(foot):
        assert link.width() >= link.sizeHint().width()


def test_what_there_is_no_room_for_is_reached_too_and_the_long_one_hides_no_short_one(foot, qtbot):
    foot.show_missing(
        [("a", "甲"), ("long", "已向客户复述姓名、地址、电话和诉求" * 3), ("b", "乙"), ("c", "丙")]
    )
    assert [link.text() for link in links(foot)] == ["甲", "乙", "丙", "另 1 项"]
    with qtbot.waitSignal(foot.asked) as asked:
        qtbot.mouseClick(links(foot)[-1], Qt.MouseButton.LeftButton)
    assert asked.args == ["long"]


def test_a_narrow_foot_puts_what_is_missing_above_the_buttons(foot, qtbot):
    foot.show_missing(MANY)
    foot.resize(420, 90)
    save = next(b for b in foot.findChildren(QPushButton) if b.accessibleName() == "保存")
    first = links(foot)[0]
    qtbot.waitUntil(lambda: first.mapTo(foot, first.rect().bottomLeft()).y() <= save.geometry().top())
    assert save.geometry().right() <= foot.width()


def test_a_button_shows_its_key_and_the_key_presses_it(foot, qtbot):
    assert "Ctrl+Enter" in words(foot)
    qtbot.keyClick(foot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(foot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert foot.pressed == ["save", "keep"]

"""Where a Chinese line may break, and what becomes of signs without a shape."""

from hypothesis import given
from hypothesis import strategies as st

from app.printing.lines import lacking, plain, printable, wrap

CLOSING = "，。、；：？！）》」』】”’…%)"
OPENING = "（《「『【“‘("


def even(sign: str) -> float:
    return 1.0


def test_a_line_is_as_full_as_it_can_be():
    assert wrap("一二三四五六七", 3, even) == ["一二三", "四五六", "七"]


def test_no_line_starts_with_a_closing_mark():
    for mark in CLOSING:
        assert wrap(f"一二三{mark}四", 3, even) == ["一二", f"三{mark}四"]


def test_no_line_ends_with_an_opening_mark():
    for mark in OPENING:
        assert wrap(f"一二{mark}三四", 3, even) == ["一二", f"{mark}三四"]


def test_closing_and_opening_marks_in_a_row_stay_with_their_words():
    assert wrap("一二（三）》，四五", 5, even) == ["一二", "（三）》，", "四五"]


def test_a_word_or_a_number_is_not_torn():
    assert wrap("电话 13800001234 转", 12, even) == ["电话", "13800001234", "转"]
    assert wrap("表号AB-12，余气36", 6, even) == ["表号", "AB-12，", "余气36"]


def test_a_word_longer_than_the_line_is_torn_rather_than_lost():
    assert wrap("见abcdefghij完", 4, even) == ["见", "abcd", "efgh", "ij完"]


def test_a_line_of_nothing_but_commas_still_ends():
    assert wrap("，" * 10, 4, even) == ["，，，，", "，，，，", "，，"]


def test_a_newline_is_kept_and_an_empty_line_too():
    assert wrap(plain("甲\r\n\n乙\u2028丙"), 9, even) == ["甲", "", "乙", "丙"]


def test_the_code_of_a_missing_sign_is_not_parted_from_its_box():
    assert wrap("一二三四□(U+20BB7)五", 11, even) == ["一二三四", "□(U+20BB7)五"]


@given(st.text(alphabet="一二三，。（）《》“”abc12 -\n", max_size=120), st.integers(1, 12))
def test_nothing_is_lost_and_nothing_sticks_out(text, room):
    lines = wrap(text, room, even)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= room for line in lines)


@given(st.text(alphabet="一二三四五六七八九十，。）（《", max_size=120).map("一二".join))
def test_marks_never_open_or_close_a_line_wherever_words_stand_between_them(text):
    lines = wrap(text, 8, even)
    assert not any(line.startswith(tuple("，。）")) for line in lines[1:])
    assert not any(line.endswith(tuple("（《")) for line in lines[:-1])


def test_signs_without_a_shape_are_written_out_and_each_is_named_once():
    def has(sign: str) -> bool:
        return sign not in "𠮷\x00"

    assert printable("𠮷野\x00𠮷", has) == "□(U+20BB7)野□(U+0000)□(U+20BB7)"
    assert lacking("𠮷野\x00𠮷", has) == ["𠮷", "\x00"]


def test_joiners_and_marks_of_direction_need_no_shape():
    assert plain("a\u200bb\u202ec\ufe0f\ufeffd") == "abcd"

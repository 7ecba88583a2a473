"""Ids and numbers made at the seat."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.records.ids import check_character, is_number, new_id, number

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_an_id_is_a_version_7_uuid():
    made = UUID(new_id())
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_ids_are_never_the_same():
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_ids_made_one_after_another_sort_so():
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(made)


def test_the_check_character_is_that_of_the_standard():
    """The Global Release Identifier's own example, A1-2425G-ABC1234002-M."""
    assert check_character("A12425GABC1234002") == "M"


def test_a_number_reads_as_people_write_it():
    made = number("L", "A03", 42)
    assert made.startswith("LA03-00042-")
    assert is_number(made)
    assert is_number(made.lower())


@given(st.text(SIGNS, min_size=4, max_size=20), st.data())
def test_one_wrong_sign_is_noticed(body, data):
    whole = f"{body}-{check_character(body)}"
    at = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.sampled_from([s for s in SIGNS if s != body[at]]))
    assert not is_number(whole[:at] + other + whole[at + 1 :])

"""A file set right: the old value stays readable, the number finds its owner, several files stay several."""

import json

import pytest

from app.desk.customers import Customers
from app.desk.files import Files, Told, meant
from app.desk.mergers import Mergers
from app.desk.notes import Notes
from app.forms import phone
from app.records.customers import Customer
from app.records.notes import Note

WANG = "+8613800001234"


@pytest.fixture
def files(opened, clock):
    return Files(opened.store, Notes(opened.store, opened.agent, clock))


@pytest.fixture
def wang(calls, repair, opened):
    customer = calls.save(repair()).call.customer
    return opened.store.get(Customer, customer)


def told(person, **more):
    said = {"name": person.name, "phones": person.phones, "addresses": person.addresses}
    return Told(**said | more)


def test_what_is_set_right_stands_and_what_was_wrong_is_kept_with_who_and_when(files, wang, opened, clock):
    clock.go(hours=1)
    changed = told(wang, name="李雷", phones=("138 0000 4321",), addresses=("江南大道1号", *wang.addresses))
    assert files.correct(wang.id, changed) == []
    stands = opened.store.get(Customer, wang.id)
    assert (stands.name, stands.phones) == ("李雷", ("+8613800004321",))
    assert stands.addresses == ("江南大道1号", *wang.addresses)
    (note,) = files.history(wang.id)
    assert (note.by, note.at, json.loads(note.text)) == (
        opened.agent.id, clock(), {"name": "王小明", "phones": [WANG]},
    )  # fmt: skip
    find = Customers(opened.store)
    assert find.by_phone(WANG) is None
    assert find.by_phone("13800004321").id == wang.id
    assert [each.id for each in find.find("ll")] == [wang.id]
    assert find.find("wxm") == []
    assert [each.id for each in find.find("4321")] == [wang.id]


def test_taken_back_it_is_as_it_was_and_both_are_in_the_history(files, wang, opened):
    files.correct(wang.id, told(wang, name="错", phones=()))
    files.correct(wang.id, told(wang))
    assert opened.store.get(Customer, wang.id) == wang
    assert [json.loads(note.text) for note in files.history(wang.id)] == [
        {"name": "错"}, {"name": "王小明", "phones": [WANG]},
    ]  # fmt: skip


def test_what_was_not_changed_is_not_written(files, wang, opened):
    assert files.correct(wang.id, told(wang)) == []
    assert opened.store.find(Note, record=wang.id) == []


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"name": "", "phones": ()}, "name", "required"),
        ({"phones": ("1380000123",)}, "phones", "phone_shape"),
        ({"phones": ("138 **** 9999",)}, "phones", "phone_shape"),
        ({"addresses": tuple(f"{n}号" for n in range(21))}, "addresses", "too_long"),
    ],
)
def test_what_makes_no_file_is_said_and_nothing_is_written(files, wang, opened, more, field, code):
    (problem,) = files.correct(wang.id, told(wang, **more))
    assert (problem.field, problem.code) == (field, code)
    assert opened.store.get(Customer, wang.id) == wang


def test_of_several_files_each_keeps_its_own_and_the_shown_one_takes_what_is_new(
    files, wang, opened, calls, repair, clock
):
    other = calls.save(repair(phone="13922223333", name="王小明", address="江南大道1号")).call.customer
    Mergers(opened.store, opened.session, clock).merge(wang.id, other)
    person = files.person(other)
    phones = ("+8613922223333", "13700001111")
    assert files.correct(other, told(person, phones=phones, name="王晓明")) == []
    first, second = (opened.store.get(Customer, id) for id in (wang.id, other))
    assert (first.name, first.phones) == ("王晓明", ("+8613700001111",))
    assert (second.name, second.phones, second.addresses) == (
        "王小明", ("+8613922223333",), ("江南大道1号",),
    )  # fmt: skip
    assert len(files.history(wang.id)) == len(files.history(other)) == 1


def test_a_line_left_as_it_was_shown_stands_for_its_number():
    known = ("+8613800001234", "+8613899991234", "+8613700001111")
    shown = "\n".join(map(phone.mask, known))
    assert meant(shown, known, phone.mask) == known
    first, second, third = shown.splitlines()
    assert first == second  # masked alike, told apart by their order
    assert meant(f"{third}\n{first}\n 110 \n\n", known, phone.mask) == (known[2], known[0], "110")
    assert meant("+8613700001111", known, phone.mask) == known[2:]

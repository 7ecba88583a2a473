"""Real records of three cities, read where they lie, by the maps kept here."""

import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from app.desk.imports import Imports, Words
from app.desk.sheets import Sheet
from app.forms.check import check, opens_case
from app.forms.maps import ImportMap, read_map
from app.forms.spec import Stage
from app.records.calls import Call
from app.records.cases import Case, CaseState
from app.records.ids import is_number

MAPS = Path(__file__).parent / "maps"


@pytest.fixture
def bring(opened, forms, clock, tmp_path, data):
    def run(folder, name):
        told = read_map(MAPS / f"{name}.yaml", forms)
        assert isinstance(told, ImportMap), told
        path = tmp_path / f"{name}.csv"
        shutil.copyfile(data / folder / "calls_dev.csv", path)
        words = Words(lambda p, form, told: f"{p.field}:{p.code}", ("l", "r"), tmp_path)
        begun = Imports(opened.store, forms, opened.agent, clock, "zh_CN").start(Sheet(path), told, words)
        with closing(begun):
            while not begun.step().done:
                pass
        return begun.tally

    return run


@pytest.mark.parametrize(
    ("folder", "name", "taken", "reasons"),
    [
        ("calls_us_boston311", "boston311", 7810, {("address", "required"): 372, ("answer", "required"): 24}),
        ("calls_cn_taidi", "taidi", 1589, {}),
        ("calls_tw_tainan1999", "tainan1999", 258, {}),
    ],
)
def test_a_citys_records_come_in_once(opened, forms, bring, folder, name, taken, reasons):
    first = bring(folder, name)
    assert (first.taken, first.there, dict(first.reasons)) == (taken, 0, reasons)
    again = bring(folder, name)
    assert (again.taken, again.there, again.refused) == (0, taken, first.refused)
    form = forms.get(read_map(MAPS / f"{name}.yaml", forms).form)
    calls = opened.store.find(Call, form=form.name, limit=10_000)
    assert len(calls) == len({call.number for call in calls}) == taken
    assert all(is_number(call.number) for call in calls)
    assert [c.id for c in calls] == [
        c.id for c in sorted(calls, key=lambda c: (c.started_at, c.id), reverse=True)
    ]
    states = Counter(opened.store.get(Case, call.case).state for call in calls[:500] if call.case)
    for call in calls[:500]:
        closed = bool(call.case) and opened.store.get(Case, call.case).state is CaseState.CLOSED
        assert check(form, call.answers, Stage.CLOSE if closed else Stage.SAVE) == []
        assert bool(call.case) == opens_case(form, call.answers)
    assert states[CaseState.CLOSED]

"""What holds for anything that could ever be typed, pasted, imported or received."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.forms.check import check, clean, is_given, owed, shown
from app.forms.load import Forms, load
from app.forms.phone import digits, group, is_possible, mask, normalise
from app.forms.pinyin import initials, matches
from app.forms.spec import Stage

SOURCE = Path(__file__).parents[2] / "forms"
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(10**400)
    | st.sampled_from(["a", "solved", "unsolved", "other", "commercial", "2025-11-22T10:00", "13800001234"])
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("not_given"), inner, max_size=3)
    ),
    max_leaves=6,
)
PHONES = st.text(alphabet="0123456789０１２+-() 转轉#x/;ext=abc", max_size=30)


def answers_of(form, draw):
    names = st.sampled_from(sorted(form.names)) | st.text(max_size=8)
    codes = [code for field in form.fields for code in field.codes]
    values = JSON | st.sampled_from(codes) | st.lists(st.sampled_from(codes), max_size=3)
    return draw(st.dictionaries(names, values, max_size=20))


@st.composite
def filled(draw, shipped):
    form = draw(st.sampled_from(shipped.newest()))
    return form, answers_of(form, draw)


@QUICK
@given(data=st.data())
def test_a_check_answers_to_anything(shipped, data):
    form, answers = data.draw(filled(shipped))
    for stage in Stage:
        found = check(form, answers, stage)
        order = [f.name for f in form.fields]
        assert [p.field for p in found] == sorted((p.field for p in found), key=order.index)
    owed(form, answers)


@QUICK
@given(data=st.data())
def test_a_hidden_field_never_blocks_and_is_never_stored(shipped, data):
    form, answers = data.draw(filled(shipped))
    visible = shown(form, answers)
    hidden = form.names - visible
    assert not hidden & {p.field for p in check(form, answers, Stage.CLOSE)}
    assert not hidden & {p.field for p in owed(form, answers)}
    assert not hidden & set(clean(form, answers))


@QUICK
@given(data=st.data())
def test_cleaning_twice_changes_nothing_more(shipped, data):
    form, answers = data.draw(filled(shipped))
    once = clean(form, answers)
    assert repr(clean(form, once)) == repr(once)


@QUICK
@given(data=st.data())
def test_what_passed_passes_again_as_it_is_stored_and_as_it_comes_back(shipped, data):
    form, answers = data.draw(filled(shipped))
    stored = clean(form, answers)
    for stage in Stage:
        before = [(p.field, p.code) for p in check(form, answers, stage)]
        assert [(p.field, p.code) for p in check(form, stored, stage)] == before
        again = json.loads(json.dumps(stored, ensure_ascii=False))
        assert [(p.field, p.code) for p in check(form, again, stage)] == before


def signs(text):
    """Return what a person sees of *text*."""
    return [sign for sign in text if not sign.isspace() and sign >= " " and not "\x7f" <= sign <= "\x9f"]


@QUICK
@given(text=st.text())
def test_no_visible_sign_is_lost(shipped, text):
    kept = clean(shipped.get("complaint"), {"request": text}).get("request", "")
    assert signs(kept) == (signs(text) if is_given(text) else [])


@QUICK
@given(text=PHONES)
def test_normalising_keeps_the_digits_and_settles_at_once(text):
    once = normalise(text)
    assert normalise(once) == once
    assert digits(once).replace("0", "").endswith(digits(text).replace("0", ""))
    if is_possible(text):
        assert is_possible(once)


@QUICK
@given(text=st.text() | PHONES)
def test_numbers_are_shown_whatever_they_are(text):
    assert normalise(group(text)) == normalise(text)
    assert len(mask(text)) == len(group(text))


@QUICK
@given(query=st.text(max_size=10), text=st.text(max_size=80))
def test_search_by_pinyin_answers_to_anything(query, text):
    matches(query, text)
    assert len(initials(text).split()) <= 16
    assert matches(text, text)


@QUICK
@given(raw=st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_no_file_ever_stops_the_program(tmp_path, raw):
    (tmp_path / "odd").mkdir(exist_ok=True)
    (tmp_path / "odd" / "1.yaml").write_bytes(raw)
    forms = load(tmp_path)
    assert len(forms.broken) == 1
    assert forms.newest() == []


@QUICK
@given(data=st.data())
def test_a_shipped_file_with_any_line_spoiled_never_stops_the_program(shipped, folder, data):
    name = data.draw(st.sampled_from(sorted(shipped.versions)))
    lines = (SOURCE / name / "1.yaml").read_text("utf-8").splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    spoiled = data.draw(
        st.sampled_from(["", "\t\n", "  x\n", "- \n", "}: [\n", "name: 5\n", lines[place] * 2])
    )
    lines[place] = spoiled
    for listed in (SOURCE / "lists").glob("*.yaml"):
        folder.write(f"lists/{listed.name}", listed.read_bytes())
    folder.write(f"{name}/1.yaml", "".join(lines))
    forms = folder.load(Forms())
    assert name in forms.versions or forms.broken

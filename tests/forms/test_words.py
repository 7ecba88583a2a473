"""Answers in the words of their form."""

from datetime import datetime

from app.forms.words import in_words


def words(shipped, form, field, value, lang="zh_CN"):
    return in_words(shipped.get(form).field(field), value, lang, shipped.lists)


def test_codes_are_written_as_their_labels(shipped):
    assert words(shipped, "gas_repair", "category", "no_gas") == "无气（停气）"
    assert words(shipped, "gas_repair", "category", "no_gas", "en") == "No gas"
    assert words(shipped, "gas_leak", "guidance", ["leave", "no_flames"]) == "撤离到室外、禁止明火"
    assert words(shipped, "gas_repair", "category", "long_gone") == "long_gone"


def test_ticks_reasons_numbers_and_times_are_written_for_people(shipped):
    assert words(shipped, "gas_repair", "urgent", True) == "是"
    assert words(shipped, "gas_repair", "urgent", False, "en") == "No"
    assert words(shipped, "gas_repair", "name", {"not_given": "refused"}) == "客户不愿提供"
    assert words(shipped, "gas_repair", "phone", "+8613800001234") == "138 0000 1234"
    assert words(shipped, "business", "meter_reading", 123) == "123"
    at = datetime(2025, 11, 22, 14, 0).astimezone()
    assert words(shipped, "business", "due_at", at.isoformat()) == "2025-11-22 14:00"
    assert words(shipped, "business", "due_at", "soon") == "soon"

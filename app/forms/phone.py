"""Numbers as people type them: brought to one form, shown in groups, masked; only their shape is judged."""

import re
import unicodedata

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

_OTHER = {"CN": "TW", "TW": "CN"}
_EXTENSION_WORDS = ("转", "轉", "分机", "分機", ";ext=", r"ext(?:ension)?\.?", "x", "#", ",")
_EXTENSION = re.compile(rf"(?:{'|'.join(_EXTENSION_WORDS)})[\s:号號]*(\d{{1,8}})$", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"^(0\d{2,3}[- ]\d{7,8})-(\d{1,6})$")
_SHAPE = re.compile(r"\+?[\d\s().\-]*")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))
_LONGEST = 17  # E.164 has 15 digits, and "00" may stand before them
# What is taken for a full number though no "+" says so; anything else stays as it was typed.
_FULL = {
    "CN": re.compile(r"0[1-9]\d{8,10}|[48]00\d{7}|00[1-9]\d{6,14}"),
    "TW": re.compile(r"0[1-9]\d{6,9}|00[1-9]\d{6,14}"),
}
# What is hidden within any text: a resident's ID (GB 11643, 18 signs, and the 15 of before 2000), a mobile,
# a number with its area code or country. Shorter runs are houses, meters, years, numbers of our own; a
# record's UUID is stepped over whole, for by chance its groups read as a mobile.
_WRITTEN = re.compile(
    r"(?<!\d)(?:(?P<uuid>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})|(?P<id>\d{17}[\dXx]|\d{15})"
    r"|(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|(?<![A-Za-z])0\d{2,3}[ -]?\d{3,4}[ -]?\d{3,4}|\+\d{7,15})(?!\d)"
)
_WIDE = {ord("０") + n: str(n) for n in range(10)} | {ord("＋"): "+", ord("Ｘ"): "X", ord("－"): "-"}
_CN_MOBILE = re.compile(r"(?:(?:\+|00)?86)?(1\d{10})")
_TRUNK_BEHIND_COUNTRY = re.compile(r"^(\+86|\+886)0")  # +86 (0571) …


def digits(text: str) -> str:
    """Return the digits of *text* alone, full-width ones as plain."""
    return "".join(str(unicodedata.digit(sign)) for sign in text if sign.isdecimal())


def normalise(text: str, region: str = "CN") -> str:
    """Return *text* as ``+8657188886666`` (extension: ``;ext=8001``) where it is a full number,
    else its digits; a text that holds more than one number and its extension comes back as typed."""
    plain = _plain(text)
    number, extension = _split(plain)
    bare = ("+" if number.startswith("+") else "") + digits(number)
    if not _SHAPE.fullmatch(number) or not 1 <= len(bare.lstrip("+")) <= _LONGEST:
        return text.strip()
    full = _full(bare, region) or bare
    return f"{full};ext={extension}" if extension else full


def is_possible(text: str) -> bool:
    """Tell whether *text* has the shape of one number: 110, a landline, a mobile, an extension behind it.

    Whether the number was ever allotted is not asked: ranges are opened faster than programs are updated.
    """
    number, _ = _split(_plain(text))
    if not _SHAPE.fullmatch(number):
        return False
    bare = digits(number)
    if number.startswith("+") or bare.startswith("00"):
        return 7 <= len(bare.lstrip("0")) <= 15
    if bare.startswith("0"):
        return 9 <= len(bare) <= 12
    if re.match(r"1[3-9]", bare) and len(bare) > 8:
        return len(bare) == 11  # a mobile with a digit missing or doubled is the commonest slip
    return 3 <= len(bare) <= 15


def group(text: str) -> str:
    """Return a number in the groups it is read aloud in: ``138 0000 1234``, ``0571 8888 6666#8001``."""
    if text.isascii() and (mobile := _CN_MOBILE.fullmatch(text)):
        return _mobile(mobile[1])  # the commonest by far, and lists show hundreds
    number, extension = _split(_plain(normalise(text)))
    shown = _grouped(number)
    if shown is None:
        return text.strip()
    return f"{shown}#{extension}" if extension else shown


def mask(text: str) -> str:
    """Return *text* grouped, its middle digits starred; an area code remains whole, and of the number the
    last four (of a short one two)."""
    if text.isascii() and (mobile := _CN_MOBILE.fullmatch(text)):
        shown = _mobile(mobile[1])
        return f"{shown[:4]}****{shown[8:]}"
    shown = group(text)
    count = sum(map(str.isdecimal, shown))
    head, tail = (3, 4) if count >= 9 else (1, 2) if count >= 5 else (0, 1)
    if count >= 9 and shown.startswith("0") and " " in shown:
        head = sum(map(str.isdecimal, shown.split()[0]))
    masked, seen = [], 0
    for sign in shown:
        seen += sign.isdecimal()
        masked.append("*" if sign.isdecimal() and head < seen <= count - tail else sign)
    return "".join(masked)


def hidden(text: str) -> str:
    """Return *text* with every telephone and ID number in it masked, wherever it was typed. Of an ID the date
    of birth goes and what stands around it stays: ``330102********1234`` (PIPL art. 28 has IDs as sensitive;
    GB/T 35273-2020, 7.2 asks for it, and leaves the form to usage)."""
    if not any(map(str.isdecimal, text)):
        return text
    return _WRITTEN.sub(_hide, text.translate(_WIDE))


def _hide(found: re.Match[str]) -> str:
    if found["uuid"]:
        return found[0]
    if id := found["id"]:
        last = -4 if len(id) == 18 else -3
        return id[:6] + "*" * (len(id) - 6 + last) + id[last:]
    return mask(found[0])


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def _split(plain: str) -> tuple[str, str]:
    found = _EXTENSION.search(plain)
    if found and found.start():
        return plain[: found.start()].strip(), digits(found[1])
    dashed = _DASHED_EXTENSION.match(plain)
    return (dashed[1], digits(dashed[2])) if dashed else (plain, "")


def _full(bare: str, region: str) -> str:
    bare = _TRUNK_BEHIND_COUNTRY.sub(r"\1", bare)
    mobile = _CN_MOBILE.fullmatch(bare)
    if mobile:
        return f"+86{mobile[1]}"
    if bare.startswith("+"):
        return _e164(bare, region)
    regions = (region, _OTHER.get(region, "CN"))
    found = (_e164(bare, r) for r in regions if r in _FULL and _FULL[r].fullmatch(bare))
    return next((number for number in found if number), "")


def _e164(bare: str, region: str) -> str:
    """Return the number only if it is valid and every digit that was typed is in it still."""
    try:
        number = phonenumbers.parse(bare, region)
    except NumberParseException:
        return ""
    full = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    kept = full.endswith(bare.lstrip("+0"))
    return full if kept and phonenumbers.is_valid_number(number) else ""


def _mobile(number: str) -> str:
    return f"{number[:3]} {number[3:7]} {number[7:]}"


def _grouped(number: str) -> str | None:
    if not re.fullmatch(r"\+?\d+", number):
        return None
    if not number.startswith("+"):
        return f"{number[:4]} {number[4:]}" if len(number) == 8 else number
    mobile = _CN_MOBILE.fullmatch(number)
    if mobile:
        return _mobile(mobile[1])
    try:
        parsed = phonenumbers.parse(number, None)
    except NumberParseException:
        return number
    domestic = parsed.country_code == 86
    style = PhoneNumberFormat.NATIONAL if domestic else PhoneNumberFormat.INTERNATIONAL
    shown = phonenumbers.format_number(parsed, style)
    whole = "+86" + digits(shown).lstrip("0") if domestic else "+" + digits(shown)
    return shown if whole == number else number

"""How text becomes lines: what can be printed, and where a Chinese line may break (禁则)."""

import re
import unicodedata
from collections.abc import Callable, Iterator

# GB/T 15834: these never open a line …
_NO_START = frozenset("，。、；：？！,.;:?!）］｝》〉」』】〕〗)]}’”…％%‰℃°·・ー々〻～")
# … and these never close one. The box is followed by the code of the sign it stands for.
_NO_END = frozenset("（［｛《〈「『【〔〖([{‘“￥¥$№#＃□")

_NEWLINES = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# Shapeless by definition (joiners, marks of direction, choosers of a shape): nothing seen is lost with them.
_SHAPELESS = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f]")


def plain(text: str) -> str:
    """Return *text* with one kind of newline, one kind of narrow space and no shapeless signs."""
    if text.isascii() and text.isprintable():
        return text
    return _SHAPELESS.sub("", _SPACES.sub(" ", _NEWLINES.sub("\n", text)))


def lacking(text: str, has: Callable[[str], bool]) -> list[str]:
    """Return the signs of *text* that have no shape on this paper, each once, in the order met."""
    return [sign for sign in dict.fromkeys(plain(text)) if sign != "\n" and not has(sign)]


def code_point(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def printable(text: str, has: Callable[[str], bool]) -> str:
    """Return *text* with every sign that has no shape written out, as in ``□(U+20BB7)``: never a mute box."""
    text = plain(text)
    boxes = {ord(sign): f"□({code_point(sign)})" for sign in lacking(text, has)}
    return text.translate(boxes) if boxes else text


def wrap(text: str, room: float, advance: Callable[[str], float]) -> list[str]:
    """Return the lines of *text*, none wider than *room* (but for spaces hanging at its end)."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_broken(paragraph, room, advance))
    return lines


def _broken(text: str, room: float, advance: Callable[[str], float]) -> Iterator[str]:
    start = chance = 0
    width = since = 0.0  # of the line so far; of what stands after its last chance to break
    before = ""
    for at, sign in enumerate(text):
        if at > start and _may_break(before, sign):
            chance, since = at, 0.0
        step = advance(sign)
        if sign != " " and width + step > room and chance > start:
            yield text[start:chance].rstrip(" ")
            start, width = chance, since
        # No chance, or what stood after it is too long as well: a torn word is better than a lost one.
        if sign != " " and width + step > room and at > start:
            yield text[start:at].rstrip(" ")
            start, width, since = at, 0.0, 0.0
        width += step
        since += step
        before = sign
    yield text[start:].rstrip(" ")


def _may_break(before: str, sign: str) -> bool:
    if sign in _NO_START or before in _NO_END or sign == " ":
        return False
    return before == " " or _is_wide(before) or _is_wide(sign)


def _is_wide(sign: str) -> bool:
    return sign >= "\u1100" and unicodedata.east_asian_width(sign) in "WF"

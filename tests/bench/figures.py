"""What a bench row is, and how many readings become one figure."""

import json
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

LEAST = 5  # readings behind every median


@dataclass(frozen=True, slots=True)
class Row:
    """``ratio`` is value ÷ floor, or None where there is no floor; ``target`` is in words, ``ok`` in deed."""

    name: str
    value: str
    floor: str
    ratio: float | None
    target: str
    ok: bool

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def against(
    name: str, value: float, floor: float, *, unit: str, at_most: float = 0, at_least: float = 0
) -> Row:
    """A row whose target is a ratio to the floor: at most, or at least."""
    ratio = value / floor
    ok = ratio <= at_most if at_most else ratio >= at_least
    target = f"≤ {at_most:g}×" if at_most else f"≥ {at_least:g}×"
    return Row(name, shown(value, unit), shown(floor, unit), round(ratio, 2), target, ok)


def alone(name: str, value: float, *, unit: str, at_most: float = 0, at_least: float = 0) -> Row:
    """A row whose target is a figure of its own."""
    ok = value <= at_most if at_most else value >= at_least
    target = f"≤ {shown(at_most, unit)}" if at_most else f"≥ {shown(at_least, unit)}"
    return Row(name, shown(value, unit), "–", None, target, ok)


def shown(value: float, unit: str) -> str:
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"


def median(read: Callable[[], float], times: int = LEAST) -> float:
    return statistics.median(read() for _ in range(times))


def percentile(readings: Sequence[float], share: float) -> float:
    """Return the value below which *share* (0 to 1) of the *readings* lie, the next one up."""
    ordered = sorted(readings)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(rows: Sequence[Row]) -> str:
    heads = ("what", "value", "floor", "ratio", "target", "ok")
    lines = [heads] + [
        (
            r.name,
            r.value,
            r.floor,
            "–" if r.ratio is None else f"{r.ratio:.2f}×",
            r.target,
            "ok" if r.ok else "NO",
        )
        for r in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    return "\n".join(
        "  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() for line in lines
    )

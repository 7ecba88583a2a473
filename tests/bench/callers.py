"""Who is calling: by the whole number, and by any four digits of it."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from app.desk.customers import Customers
from tests.bench import seat
from tests.bench.figures import Row, against, alone, median, percentile

FEW, MANY = 10_000, 1_000_000
_ASKED = 200


def callers(folder: Path) -> Iterator[Row]:
    few = _whole_number(folder / "few", FEW)[0]
    many, parts = _whole_number(folder / "many", MANY, parts=True)
    yield against(
        "caller by the full number, 1 M calls to 10 k", many * 1e3, few * 1e3, unit="ms", at_most=1.5
    )
    yield alone("caller by any four digits, 1 M calls, p95", parts * 1e3, unit="ms", at_most=10)


def _whole_number(folder: Path, calls: int, *, parts: bool = False) -> tuple[float, float]:
    made = seat.make(folder, calls)
    store = seat.sign_in(made).store
    try:
        customers = Customers(store)
        numbers = [seat.phone_of(n * 37 % (calls // seat.CALLS_EACH)) for n in range(_ASKED)]
        whole = median(lambda: _mean(customers, numbers))
        if not parts:
            return whole, 0.0
        return whole, percentile(
            [_time(customers, number[n % 7 + 1 :][:4]) for n, number in enumerate(numbers)], 0.95
        )
    finally:
        store.close()


def _mean(customers: Customers, numbers: list[str]) -> float:
    start = perf_counter()
    for number in numbers:
        assert customers.by_phone(number) is not None, number
    return (perf_counter() - start) / len(numbers)


def _time(customers: Customers, text: str) -> float:
    start = perf_counter()
    assert customers.find(text), text
    return perf_counter() - start

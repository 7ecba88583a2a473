"""One order of events each, and what must have come of it. Every one is red on the mutants that name it."""

from tests.faults import at_central, at_the_seat

ALL = {
    name: play
    for room in (at_central, at_the_seat)
    for name, play in vars(room).items()
    if getattr(play, "__module__", "") == room.__name__ and "stage" in play.__code__.co_varnames[:1]
}

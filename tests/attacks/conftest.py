"""A seat alone with somebody signed in, for whoever attacks it."""

import os

from tests.attacks import mutants
from tests.flows.conftest import at, centre, come_back, hands, program, seat, unlock

__all__ = ["at", "centre", "come_back", "hands", "program", "seat", "unlock"]

mutants.apply(os.environ.get("ZUOXI_MUTANT", ""))

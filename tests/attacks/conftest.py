"""A seat alone with somebody signed in, for whoever attacks it."""

import os

from tests.attacks import mutants
from tests.flows.conftest import _passwords_cost_little, at, centre, come_back, hands, program, seat, unlock

__all__ = ["_passwords_cost_little", "at", "centre", "come_back", "hands", "program", "seat", "unlock"]

mutants.apply(os.environ.get("ZUOXI_MUTANT", ""))

"""Who calls is verified before anything personal is told: what they say, by what is on file (CALL-13)."""

import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from app.forms import phone
from app.forms.identity import Identity
from app.forms.load import Forms
from app.records.customers import Customer
from app.records.ids import Id

IDENTITY = "identity"  # an answer no form asks for: {"customer": id, "proofs": [fact], "at": moment}
_LEAST = 4  # signs of an address that say something


class Identities:
    def __init__(
        self, forms: Forms, files: Callable[[Id], tuple[Id, ...]], now: Callable[[], datetime]
    ) -> None:
        """*files*: all of the person one is of, the one that is shown first."""
        self._forms, self._files, self._now = forms, files, now

    @property
    def rule(self) -> Identity:
        return self._forms.identity

    def is_open(self, form: str, answers: Mapping[str, Any], customer: Id) -> bool:
        """Tell whether the file of *customer* may be shown whole to a call on *form* with these *answers*."""
        if form not in self.rule.forms:
            return True
        told = answers.get(IDENTITY)
        return isinstance(told, dict) and told.get("customer") == customer

    def whose(self, customer: Id) -> Id:
        """Return the file this person is shown by."""
        return self._files(customer)[0]

    def matching(self, customer: Customer, answers: Mapping[str, Any]) -> frozenset[str]:
        """Return which facts the caller has said as they stand on file, by what was typed."""
        said = {fact: answers[fact] for fact in self.rule.ask if isinstance(answers.get(fact), str)}
        return frozenset(fact for fact, text in said.items() if _is_right(customer, fact, text))

    def verified(self, customer: Id, proofs: Collection[str]) -> dict[str, Any] | None:
        """Return what is kept with the call; None where *proofs* are too few."""
        right = [fact for fact in self.rule.ask if fact in proofs]
        if len(right) < self.rule.right:
            return None
        return {"customer": customer, "proofs": right, "at": self._now().isoformat()}


def _is_right(customer: Customer, fact: str, said: str) -> bool:
    match fact:
        case "name":
            return bool(_plain(said)) and _plain(said) == _plain(customer.name)
        case "phone":
            return phone.normalise(said) in customer.phones
    told = _plain(said)
    return len(told) >= _LEAST and any(
        told in one or one in told for one in map(_plain, customer.addresses) if one
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))

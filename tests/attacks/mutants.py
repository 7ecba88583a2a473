"""The lock with one thing broken each, to see that the attacks bite."""


def apply(name: str) -> None:
    assert not name

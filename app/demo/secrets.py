"""The demonstration's secrets: in memory, gone with the program. Only for an invented centre."""


class DemoSecrets:
    """Stands where the system's keychain stands at a real seat."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def set(self, name: str, value: str) -> None:
        self._kept[name] = value

    def delete(self, name: str) -> None:
        self._kept.pop(name, None)

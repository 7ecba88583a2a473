"""A small record kept twice: in a file, and by its seal in the keychain. Neither can be put back alone."""

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

from app.store.engine import os_refusal
from app.store.files import write_whole
from app.store.keyring import Secrets

_LARGEST = 1 << 20
_MARK = b"zuoxi kept twice"


class Twice:
    """``mark`` is a short text that only grows (a time): it stands in both, and outlives either."""

    def __init__(self, path: Path, secrets: Secrets) -> None:
        self._path, self._secrets = path, secrets

    def keep(self, name: str, key: bytes, told: dict[str, Any], mark: str) -> None:
        """Keep *told* under the *key*; raises StoreRefused, and what the keychain refuses."""
        text = json.dumps({"mark": mark, "told": told})
        seal = _seal(key, name, text)
        try:
            write_whole(self._path, f"{text}\n{seal}")
        except OSError as error:
            raise os_refusal(error) from error
        self._secrets.set(name, f"{mark} {seal} {_seal(key, name, mark, seal)}")

    def read(self, name: str, key: bytes) -> tuple[dict[str, Any] | None, str]:
        """Return the record, None where either is missing, edited or not the other's; and the later mark."""
        told, mark, seal = self._filed(name, key)
        kept_mark, kept_seal = self._ringed(name, key)
        return (told if seal and seal == kept_seal else None), max(mark, kept_mark)

    def _filed(self, name: str, key: bytes) -> tuple[dict[str, Any] | None, str, str]:
        try:
            if self._path.stat().st_size > _LARGEST:
                return None, "", ""
            text, _, seal = self._path.read_text("utf-8").partition("\n")
            if not hmac.compare_digest(_seal(key, name, text), seal):
                return None, "", ""
        except (OSError, ValueError, TypeError):
            return None, "", ""
        said = json.loads(text)
        return said["told"], said["mark"], seal

    def _ringed(self, name: str, key: bytes) -> tuple[str, str]:
        mark, _, rest = (self._secrets.get(name) or "").partition(" ")
        seal, _, proof = rest.partition(" ")
        is_ours = proof.isascii() and hmac.compare_digest(_seal(key, name, mark, seal), proof)
        return (mark, seal) if is_ours else ("", "")


def _seal(key: bytes, *said: str) -> str:
    text = json.dumps(said).encode()
    return hmac.new(key, _MARK + text, hashlib.sha256).hexdigest()

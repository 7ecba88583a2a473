"""A message to a gateway: one POST of JSON, signed so that the gateway knows who speaks and when."""

import hashlib
import hmac
import http.client
import json
import ssl
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

from app.forms.notifying import Hook
from app.sending.port import Letter, SendRefused

_PATIENCE = 15.0  # seconds an answer may take
_LATER = {408, 425, 429}  # of the 4xx: to be tried again
_SECRET = {401, 403}
_READ = 4096  # bytes of an answer, of which nothing is used


class HookRoad:
    """Headers: ``X-Zuoxi-Id`` the same at each try, ``X-Zuoxi-Time`` in seconds since 1970, and
    ``X-Zuoxi-Signature``: ``sha256=`` and the HMAC of "time.body" in hex, with the key of the way."""

    def __init__(
        self, way: Hook, secret: str, now: Callable[[], datetime], context: ssl.SSLContext | None = None
    ) -> None:
        """*context*: whom to trust; without one, as the computer does."""
        self._url, self._secret, self._now = urlsplit(way.url), secret, now
        self._context = context or ssl.create_default_context()

    def send(self, letter: Letter) -> None:
        told = {"id": letter.id, "to": letter.to, "subject": letter.subject, "text": letter.text}
        body = json.dumps(told, ensure_ascii=False).encode()
        line = self._line()
        try:
            line.request("POST", self._path(), body, self._headers(letter, body))
            answer = line.getresponse()
            answer.read(_READ)
        except ssl.SSLError as error:
            raise SendRefused("unsafe") from error
        except (OSError, http.client.HTTPException) as error:
            raise SendRefused("away") from error
        finally:
            line.close()
        _judge(answer.status)

    def _line(self) -> http.client.HTTPConnection:
        host, port = self._url.hostname or "", self._url.port
        if self._url.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=_PATIENCE, context=self._context)
        return http.client.HTTPConnection(host, port, timeout=_PATIENCE)

    def _path(self) -> str:
        return (self._url.path or "/") + (f"?{self._url.query}" if self._url.query else "")

    def _headers(self, letter: Letter, body: bytes) -> dict[str, str]:
        at = str(int(self._now().timestamp()))
        seal = hmac.new(self._secret.encode(), at.encode() + b"." + body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/json; charset=utf-8",
            "X-Zuoxi-Id": letter.id,
            "X-Zuoxi-Time": at,
            "X-Zuoxi-Signature": f"sha256={seal}",
        }


def _judge(status: int) -> None:
    """Raise unless it was taken: 2xx. It is never sent on to another address (3xx)."""
    if 200 <= status < 300:
        return
    if status in _SECRET:
        raise SendRefused("secret")
    if status >= 500 or status in _LATER:
        raise SendRefused("away")
    raise SendRefused("address" if status in (404, 410) else "refused", final=True)

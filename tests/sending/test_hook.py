"""A message to a gateway, by a real server."""

import hashlib
import hmac
import json
import socket
from datetime import UTC, datetime

import pytest

from app.forms.notifying import Hook
from app.sending.hook import HookRoad
from app.sending.port import Letter, SendRefused
from tests.sending.conftest import HERE

LETTER = Letter("01a2-id", "13900000000", "派工", '燃气泄漏 𬱖䶮 😀 "引号"\n滨江路 18 号')
AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def road(url, context=None):
    return HookRoad(Hook(url), "key", lambda: AT, context)


def refused(sender):
    with pytest.raises(SendRefused) as caught:
        sender.send(LETTER)
    return caught.value.code, caught.value.final


def test_it_arrives_whole_and_signed(gateway):
    road(gateway.url).send(LETTER)
    ((path, headers, body),) = gateway.taken
    assert path == "/messages?centre=1"
    assert json.loads(body) == {
        "id": "01a2-id", "to": "13900000000", "subject": "派工", "text": LETTER.text
    }  # fmt: skip
    assert (headers["X-Zuoxi-Id"], headers["X-Zuoxi-Time"]) == ("01a2-id", str(int(AT.timestamp())))
    seal = hmac.new(b"key", headers["X-Zuoxi-Time"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["X-Zuoxi-Signature"] == f"sha256={seal}"


def test_over_tls_only_to_whom_the_computer_trusts(secure_gateway, certificate):
    road(secure_gateway.url, context=certificate[1]).send(LETTER)
    assert len(secure_gateway.taken) == 1
    assert refused(road(secure_gateway.url)) == ("unsafe", False)
    assert len(secure_gateway.taken) == 1


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (500, ("away", False)),
        (503, ("away", False)),
        (408, ("away", False)),
        (429, ("away", False)),
        (401, ("secret", False)),
        (403, ("secret", False)),
        (404, ("address", True)),
        (400, ("refused", True)),
        (302, ("refused", True)),
    ],
)
def test_what_a_gateway_answers(gateway, status, told):
    gateway.status = status
    gateway.headers = {"Location": "http://elsewhere.example"}
    assert refused(road(gateway.url)) == told
    assert len(gateway.taken) == 1  # and nobody else was asked


def test_nobody_there_is_away():
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    assert refused(road(f"http://{HERE}:{port}/")) == ("away", False)

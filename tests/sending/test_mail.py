"""A message as e-mail, by a real server."""

import socket
from email import message_from_string, policy

import pytest

from app.forms.notifying import Mail
from app.sending.mail import MailRoad
from app.sending.port import Letter, SendRefused
from tests.sending.conftest import HERE

LETTER = Letter(
    "01a2-id",
    "leader@example.cn",
    "派工 GA03-00001\r\nBcc: all@example.cn",
    "燃气泄漏 𬱖䶮 😀\n.\n滨江路 18 号",
)


def way(port, **more):
    return Mail(HERE, port, "dispatch@example.cn", **{"user": "dispatch", **more})


def refused(road):
    with pytest.raises(SendRefused) as caught:
        road.send(LETTER)
    return caught.value.code, caught.value.final


def test_it_arrives_as_it_was_written_over_a_verified_line(mail_server, certificate):
    post, port = mail_server()
    MailRoad(way(port), "right", certificate[1]).send(LETTER)
    (mail,) = (message_from_string(text, policy=policy.default) for text in post.mails)
    assert mail["To"] == "leader@example.cn"
    assert mail["Subject"] == "派工 GA03-00001 Bcc: all@example.cn"  # and no line of its own
    assert mail["Bcc"] is None
    assert mail["Message-ID"] == "<01a2-id@example.cn>"
    assert mail.get_content().splitlines() == LETTER.text.splitlines()


def test_sent_again_it_can_be_known_again(mail_server, certificate):
    post, port = mail_server()
    for _ in range(2):
        MailRoad(way(port), "right", certificate[1]).send(LETTER)
    assert len({message_from_string(text)["Message-ID"] for text in post.mails}) == 1


def test_a_certificate_nobody_knows_is_no_line(mail_server):
    post, port = mail_server()
    assert refused(MailRoad(way(port), "right")) == ("unsafe", False)
    assert post.mails == []


def test_a_server_without_tls_hears_no_password(mail_server, certificate):
    post, port = mail_server(secure=False)
    assert refused(MailRoad(way(port), "right", certificate[1])) == ("unsafe", False)
    assert post.mails == []


def test_the_computers_own_may_be_asked_in_the_open(mail_server):
    post, port = mail_server(secure=False)
    MailRoad(way(port, security="none", user=""), "").send(LETTER)
    assert len(post.mails) == 1


def test_a_wrong_password_is_said_and_tried_again_later(mail_server, certificate):
    _, port = mail_server()
    assert refused(MailRoad(way(port), "wrong", certificate[1])) == ("secret", False)


@pytest.mark.parametrize(
    ("answer", "told"), [("550 no such box", ("address", True)), ("451 later", ("address", False))]
)
def test_an_address_nobody_has_is_given_up_and_one_that_is_busy_is_not(
    mail_server, certificate, answer, told
):
    post, port = mail_server()
    post.answer = answer
    assert refused(MailRoad(way(port), "right", certificate[1])) == told


def test_nobody_there_is_away():
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    assert refused(MailRoad(way(port), "right")) == ("away", False)

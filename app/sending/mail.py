"""A message as e-mail, over SMTP (RFC 5321) with the password of the way."""

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from email.utils import formatdate

from app.forms.notifying import Mail
from app.sending.port import Letter, SendRefused

_PATIENCE = 15.0  # seconds an answer may take
_FINAL = 500  # from this code on, to say it again is no use (RFC 5321, 4.2.1)


class MailRoad:
    def __init__(self, way: Mail, secret: str, context: ssl.SSLContext | None = None) -> None:
        """*context*: whom to trust; without one, as the computer does."""
        self._way, self._secret = way, secret
        self._context = context or ssl.create_default_context()

    def send(self, letter: Letter) -> None:
        try:
            with self._server() as server:
                if self._way.user:
                    server.login(self._way.user, self._secret)
                server.send_message(self._written(letter))
        except smtplib.SMTPAuthenticationError as error:
            raise SendRefused("secret") from error
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise SendRefused("address", final=min(codes, default=_FINAL) >= _FINAL) from error
        except smtplib.SMTPResponseException as error:
            raise SendRefused("refused", final=error.smtp_code >= _FINAL) from error
        except (smtplib.SMTPNotSupportedError, ssl.SSLError) as error:
            raise SendRefused("unsafe") from error
        except (OSError, smtplib.SMTPException) as error:
            raise SendRefused("away") from error

    def _server(self) -> smtplib.SMTP:
        way = self._way
        if way.security == "tls":
            return smtplib.SMTP_SSL(way.host, way.port, timeout=_PATIENCE, context=self._context)
        server = smtplib.SMTP(way.host, way.port, timeout=_PATIENCE)
        if way.security == "starttls":
            try:
                server.starttls(context=self._context)
            except BaseException:
                with suppress(OSError, smtplib.SMTPException):
                    server.close()
                raise
        return server

    def _written(self, letter: Letter) -> EmailMessage:
        mail = EmailMessage()
        mail["From"], mail["To"] = self._way.sender, letter.to
        mail["Subject"] = " ".join(letter.subject.split())
        mail["Date"] = formatdate(localtime=True)
        # The same at each try: a server that has it already lets the second go.
        mail["Message-ID"] = f"<{letter.id}@{self._way.sender.rpartition('@')[2]}>"
        mail.set_content(letter.text, charset="utf-8", cte="base64")  # some servers take seven bits alone
        return mail

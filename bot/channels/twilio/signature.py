"""Is this request from Twilio? Decided by twilio's own validator, over the address that Twilio was given.

Twilio signs the public URL with its query string and all form fields, known to us or not. Behind a proxy the host and
scheme of the request are the proxy's affair, so the URL is put together from `public_url`.
https://www.twilio.com/docs/usage/security#validating-requests
"""

from twilio.request_validator import RequestValidator

from bot.channels.twilio.form import Form

HEADER = "x-twilio-signature"


class Signatures:
    """Checks signatures made with the account's auth token."""

    def __init__(self, auth_token: str, public_url: str) -> None:
        self._validator = RequestValidator(auth_token)  # type: ignore[no-untyped-call] # twilio annotates it not
        self._public_url = public_url.rstrip("/")

    def url(self, path: str, query: str = "") -> str:
        """The address under which Twilio reaches `path`."""
        return f"{self._public_url}{path}?{query}" if query else self._public_url + path

    def genuine(self, path: str, query: str, form: Form, signature: str) -> bool:
        """Whether `signature` is Twilio's for this request."""
        url = self.url(path, query)
        return bool(self._validator.validate(url, form, signature))  # type: ignore[no-untyped-call] # the same

"""The form that Twilio posts: read with a limit, decoded once, kept in the order in which it came."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

LARGEST_BODY = 256 * 1024
"""Bytes. 4,096 emojis of a WhatsApp message are about 50 kB percent-encoded, and Twilio may repeat them."""

MOST_FIELDS = 200


class Malformed(Exception):
    """The body is not a form, or not one of a sensible size."""


class Form:
    """Fields by name. A repeated field keeps all its values, since the signature covers them; `get` gives the first."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def getlist(self, name: str) -> list[str]:
        """All values of a field (the name under which Twilio's validator looks for repeated fields)."""
        return self._values.get(name, [])

    def get(self, name: str) -> str:
        """The first value of a field, or an empty string."""
        values = self._values.get(name)
        return values[0] if values else ""


def parse_form(body: bytes) -> Form:
    """Decode an ``application/x-www-form-urlencoded`` body; raise `Malformed`."""
    if not body:
        return Form([])
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Malformed(type(error).__name__) from None
    return Form(pairs)

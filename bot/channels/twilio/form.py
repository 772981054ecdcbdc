"""The form that Twilio posts: read with a limit, decoded once, kept in the order in which it came."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST_BODY = 256 * 1024
"""Bytes. 4,096 emojis of a WhatsApp message are about 50 kB percent-encoded, and Twilio may repeat them."""

MOST_FIELDS = 200


class TooLarge(Exception):
    """The body is longer than `LARGEST_BODY`."""


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


async def read_body(request: Request, limit: int = LARGEST_BODY) -> bytes:
    """Read the body; raise `TooLarge` as soon as that is known, also when no length was announced."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > limit:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise TooLarge
    return bytes(body)


def parse_form(body: bytes) -> Form:
    """Decode an ``application/x-www-form-urlencoded`` body; raise `Malformed`."""
    if not body:
        return Form([])
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Malformed(type(error).__name__) from None
    return Form(pairs)

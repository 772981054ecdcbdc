"""Who is asking: the conversation in the cookie, the origin of the page, and in the demo the persona.

The cookie is a random token of 256 bits that only the browser holds. What the rest of the program calls the address is
a keyed hash of it (and of the persona), so that neither Redis nor a log can be used to take over a conversation.
"""

import re
import secrets
from base64 import b32encode
from collections.abc import Callable, Collection, Mapping
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import refusal
from bot.channels.web.persona import Persona
from flows.event import Sender
from storage.sealing import Sealer

COOKIE = "percakapan"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_DAYS = 30


class Visitors:
    """Tells conversations apart. `personas` is empty outside of the demo."""

    def __init__(
        self,
        sealer: Sealer,
        personas: Mapping[str, Persona],
        allowed_origins: Collection[str] = (),
        new_token: Callable[[], str] = lambda: secrets.token_urlsafe(32),
    ) -> None:
        self._sealer = sealer
        self._personas = personas
        self._allowed = frozenset(origin.rstrip("/").lower() for origin in allowed_origins)
        self._new_token = new_token

    def token(self, request: Request) -> str | None:
        """The conversation that the browser holds, or None if it holds none of ours."""
        token = request.cookies.get(COOKIE, "")
        return token if _TOKEN.fullmatch(token) else None

    def give_token(self, request: Request, response: Response, token: str | None = None) -> None:
        """Let the browser keep this conversation, or a new one, for a month."""
        response.set_cookie(
            COOKIE, token or self._new_token(), max_age=_DAYS * 86400, httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip

    def sender(self, request: Request, persona: str | None) -> Sender:
        """Whose message or page this is; raise `Refusal`."""
        token = self.token(request)
        if token is None:
            raise refusal.no_cookie()
        network = request.client.host if request.client is not None else None
        if persona is None:
            return Sender("web", self._address(token, ""), None, network)
        if persona not in self._personas:
            raise refusal.no_persona()
        return Sender("web", self._address(token, persona), self._personas[persona].phone, network)

    def addresses(self, token: str) -> list[str]:
        """All conversations of one browser: its own, and in the demo one for each persona."""
        return [self._address(token, persona) for persona in ("", *self._personas)]

    def require_own_page(self, request: Request) -> None:
        """Refuse what another site's page sends; where a browser says nothing of the origin, only reading is fine."""
        origin = request.headers.get("origin")
        if origin is None:
            if request.method not in {"GET", "HEAD"}:
                raise refusal.foreign_origin()
            return
        if origin.lower() in self._allowed:
            return
        try:
            host = urlsplit(origin).netloc
        except ValueError:
            host = ""
        if not host or host.lower() != request.headers.get("host", "").lower():
            raise refusal.foreign_origin()

    def _address(self, token: str, persona: str) -> str:
        digest = self._sealer.keyed_hash("web-conversation", f"{token}:{persona}")
        return b32encode(digest[:20]).decode().lower()

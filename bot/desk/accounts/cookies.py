"""The browser's cookie, and whether a request comes from a page of ours.

The cookie is ``__Host-desk``: only over HTTPS, only to this host, not for scripts. On plain HTTP it exists for this
very machine alone (`make demo`), under another name that HTTPS never takes.
"""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from storage.accounts import Sessions

SECURE, PLAIN = "__Host-desk", "desk"
_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


class Cookies:
    """Reads and gives the cookie. `public_url`: under which address a proxy with TLS reaches us, if there is one."""

    def __init__(self, public_url: str | None = None) -> None:
        self._public = urlsplit(public_url) if public_url else None

    def allowed(self, request: Request) -> bool:
        """Whether anybody may sign in over this connection at all."""
        return self._is_secure(request) or request.url.hostname in _THIS_MACHINE

    def read(self, request: Request) -> str | None:
        """The id that the browser holds, if it could be one of ours."""
        session_id = request.cookies.get(self._name(request), "")
        return session_id if Sessions.is_id(session_id) and self.allowed(request) else None

    def give(self, request: Request, response: Response, session_id: str) -> None:
        """Let the browser hold this id until it is closed."""
        response.set_cookie(
            self._name(request), session_id, path="/", secure=self._is_secure(request), httponly=True, samesite="lax"
        )

    def take_away(self, request: Request, response: Response) -> None:
        """Let the browser forget its id."""
        response.delete_cookie(
            self._name(request), path="/", secure=self._is_secure(request), httponly=True, samesite="lax"
        )

    def own_page(self, request: Request) -> bool:
        """Whether the page that sends this is ours; a browser that says nothing about it is not believed."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is None:
            return site == "same-origin"
        return origin.lower() in self._origins(request)

    def base(self, request: Request) -> str:
        """Our address as this browser knows it, for where another site has to send it back to."""
        if self._public is not None:
            return self._public.geturl().rstrip("/")
        return f"{request.url.scheme}://{request.url.netloc}"

    def _origins(self, request: Request) -> set[str]:
        own = {f"{request.url.scheme}://{request.headers.get('host', '')}".lower()}
        if self._public is not None:
            own.add(f"{self._public.scheme}://{self._public.netloc}".lower())
        return own

    def _is_secure(self, request: Request) -> bool:
        if request.url.scheme == "https":
            return True
        public = self._public
        return (
            public is not None
            and public.scheme == "https"
            and public.netloc.lower() == request.headers.get("host", "").lower()
        )

    def _name(self, request: Request) -> str:
        return SECURE if self._is_secure(request) else PLAIN

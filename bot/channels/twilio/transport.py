"""How twilio's client reaches the network.

The client that comes with the library cannot be pointed at another host, sends the JSON of content templates as a
form, hides `Retry-After` and keeps the last request in memory. This one is the same port of the library
(`AsyncHttpClient`) on httpx: nothing is logged or kept, and what the network itself does wrong is `TryLater`.
"""

import asyncio
import logging
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

from bot.channels.port import Refused, TryLater
from bot.channels.trust import certificates
from bot.channels.twilio.errors import error_for

DEFAULT_BASE = "https://api.twilio.com"
CONNECTIONS = 24  # at once: enough for 80 messages a second that take 300 ms each


class Transport(AsyncHttpClient):
    """Carries the library's calls. `base_url` other than the default takes the calls to all of Twilio's hosts.

    `timeout` in seconds for each phase of a call.
    """

    def __init__(self, base_url: str = DEFAULT_BASE, timeout: float = 10) -> None:
        super().__init__(logging.getLogger(__name__), is_async=True, timeout=timeout)
        self._elsewhere = None if base_url.rstrip("/") == DEFAULT_BASE else urlsplit(base_url.rstrip("/"))
        limits = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS)
        self._http = httpx.AsyncClient(timeout=timeout, limits=limits, verify=certificates())
        self._turn = asyncio.Semaphore(CONNECTIONS)  # httpx looks at all that wait whenever one of them moves

    async def request(  # type: ignore[override] # noqa: PLR0913, PLR0917 # the library's signature
        self,
        method: str,
        uri: str,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 # the same; the client's own is used
        allow_redirects: bool = False,
    ) -> Response:
        """One call. Raises `TryLater`, `Unreachable`, `Refused`; the library's own errors quote the user's number."""
        as_json = (headers or {}).get("Content-Type") == "application/json"
        try:
            async with self._turn:
                answer = await self._http.request(
                    method,
                    self._place(uri),
                    params=params,
                    headers=headers,
                    auth=auth,
                    follow_redirects=allow_redirects,
                    data=None if as_json else data,
                    json=data if as_json else None,
                )
        except httpx.InvalidURL:
            raise Refused("channels.whatsapp.twilio.api_base_url is not an address", operator=True) from None
        except httpx.TransportError as error:
            raise TryLater(f"Twilio cannot be reached: {type(error).__name__}") from None
        if not answer.is_success:
            raise error_for(answer.status_code, _code_in(answer), _retry_after(answer))
        return Response(answer.status_code, answer.text, answer.headers)

    def _place(self, uri: str) -> str:
        if self._elsewhere is None:
            return uri
        return urlunsplit(urlsplit(uri)._replace(scheme=self._elsewhere.scheme, netloc=self._elsewhere.netloc))

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()


def _code_in(answer: httpx.Response) -> int | None:
    try:
        code = answer.json()["code"]
    except (ValueError, LookupError, TypeError):
        return None
    return code if isinstance(code, int) else None


def _retry_after(answer: httpx.Response) -> float | None:
    """The seconds that Twilio asks us to wait, if it says so (it never names a date, which HTTP would allow)."""
    value = answer.headers.get("retry-after", "").strip()
    return float(value[:9]) if value.isdecimal() else None

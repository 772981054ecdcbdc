"""Fetching a file from Twilio, and from nowhere else, whatever address the message carries.

A media address has to be one of this account at the configured API, to which alone our credentials go. Twilio answers
with a redirect to where the file really lies, a place that it signs for a short time and that changes. It is followed
without credentials, over https, and only to hosts of the public internet, so that nobody inside can be reached by it.
(A name that changes its address between this look and the connection still needs a certificate that the world trusts.)
"""

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from bot.channels.fetching import WITHIN, download
from bot.channels.port import FileGone, TryLater
from bot.channels.trust import certificates
from bot.channels.twilio.transport import DEFAULT_BASE

_MOST_HOPS: Final = 3
_PATH: Final = "/2010-04-01/Accounts/{account}/Messages/(?:SM|MM)[0-9A-Za-z]{{1,64}}/Media/ME[0-9A-Za-z]{{1,64}}"

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Awaitable[Sequence[Address]]]


async def resolve(host: str) -> Sequence[Address]:
    """The addresses of a host; raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]


class Files:
    """Files of one account. `base_url` other than Twilio's own stands in for it, and may redirect to itself."""

    def __init__(
        self,
        account_sid: str,
        auth_token: str,
        base_url: str = DEFAULT_BASE,
        within: float = WITHIN,
        looking_up: Resolve = resolve,
    ) -> None:
        self._auth = (account_sid, auth_token)
        self._base = urlsplit(base_url.rstrip("/"))
        self._elsewhere = base_url.rstrip("/") != DEFAULT_BASE
        self._media = re.compile(_PATH.format(account=re.escape(account_sid)))
        self._http = httpx.AsyncClient(timeout=10, verify=certificates())
        self._within = within
        self._resolve = looking_up

    async def fetch(self, url: str, at_most: int) -> bytes:
        """The file's bytes; raise the port's errors."""
        at = self._place(url)
        content = await download(self._http, at, at_most, auth=self._auth, within=self._within)
        for _ in range(_MOST_HOPS):
            if isinstance(content, bytes):
                return content
            at = await self._next(at, content)
            content = await download(self._http, at, at_most, within=self._within)
        if isinstance(content, bytes):
            return content
        raise FileGone("Twilio redirects without an end")

    def _place(self, url: str) -> str:
        """The address to ask with credentials: the host is never taken from the message."""
        parts = _parts(url)
        known = {(at.scheme, at.netloc) for at in (self._base, urlsplit(DEFAULT_BASE))}
        if (parts.scheme, parts.netloc) not in known or parts.query or parts.fragment:
            raise FileGone("the file's address is not at Twilio's API")
        if not self._media.fullmatch(parts.path):
            raise FileGone("the file's address is not a file of this account")
        return f"{self._base.scheme}://{self._base.netloc}{parts.path}"

    async def _next(self, before: str, location: str) -> str:
        parts = _parts(location, before)
        if self._elsewhere and (parts.scheme, parts.netloc) == (self._base.scheme, self._base.netloc):
            return parts.geturl()
        host = parts.hostname or ""
        if parts.scheme != "https" or "@" in parts.netloc or parts.port not in {None, 443}:
            raise FileGone("Twilio redirects to where no file of ours can lie")
        try:
            found = await self._resolve(host)
        except (OSError, UnicodeError):
            raise TryLater("the host of a file cannot be found") from None
        if not found or not all(address.is_global and not address.is_multicast for address in found):
            raise FileGone("Twilio redirects to a host that is not of the public internet")
        return parts.geturl()

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()


def _parts(url: str, before: str = "") -> SplitResult:
    try:
        parts = urlsplit(urljoin(before, url))
        parts.port  # noqa: B018 - raises for what is no port
    except ValueError:
        raise FileGone("the file's address is none") from None
    return parts

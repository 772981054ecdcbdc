"""The members directory kept by an institution's own service, as described in docs/members-api.yaml."""

import asyncio
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import TypeVar

import httpx
import msgspec
import stamina

from flows.member import Membership, Person
from storage.members.answers import read_health, read_memberships, read_person
from storage.members.breaker import Breaker
from storage.members.port import DirectoryMisconfigured, DirectoryUnavailable

ATTEMPTS = 3
LONGEST_WAIT = 2.0  # seconds; whoever asks for more gets the same question again from the outbox
LARGEST_ANSWER = 1_000_000
BREAK_AFTER = 5
BREAK_SECONDS = 20.0

Answer = TypeVar("Answer")


class _Again(Exception):
    """This try failed in a way that another may not; `wait` is the seconds that the directory asked for."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class HttpMembers:
    """Asks over HTTP with a bearer token, patiently (three tries) but not for ever (a circuit breaker).

    `timeout` is seconds for connecting and for each read. `clock` returns seconds since the epoch, `ticks` seconds
    that never go back. Raise `DirectoryMisconfigured` for an address that cannot be used.
    """

    def __init__(
        self,
        base_url: str,
        token: str,
        *,
        timeout: float = 5.0,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._timeout = timeout
        self._breaker = Breaker(failures=BREAK_AFTER, seconds=BREAK_SECONDS, clock=ticks)
        self._client = httpx.AsyncClient(
            base_url=_checked(base_url),
            timeout=timeout,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
        )

    async def find_person(self, nik: str) -> Person | None:
        """The person with this NIK; raise `DirectoryUnavailable`."""
        return await self._ask("POST", "v1/people/find", {"nik": nik}, lambda body: read_person(body, nik))

    async def memberships(self, person_ref: str) -> tuple[Membership, ...]:
        """All memberships of the person, oldest first; raise `DirectoryUnavailable`."""
        return await self._ask("POST", "v1/memberships/list", {"person_ref": person_ref}, read_memberships)

    async def check(self) -> None:
        """Ask for the service's health; raise `DirectoryUnavailable` or `DirectoryMisconfigured`."""
        await self._ask("GET", "v1/health", None, read_health)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _ask(self, method: str, path: str, body: object, read: Callable[[bytes], Answer]) -> Answer:
        if not self._breaker.allows():
            raise DirectoryUnavailable("the directory failed several times in a row and is left in peace for a while")
        try:
            answer = read(await self._patiently(method, path, body))
        except DirectoryMisconfigured:
            self._breaker.succeeded()  # it answers; waiting would not help
            raise
        except DirectoryUnavailable:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return answer

    async def _patiently(self, method: str, path: str, body: object) -> bytes:
        content = None if body is None else msgspec.json.encode(body)
        try:
            async with asyncio.timeout(ATTEMPTS * self._timeout):
                async for attempt in stamina.retry_context(
                    on=_wait_before_next, attempts=ATTEMPTS, timeout=None, wait_initial=0.1, wait_jitter=0.1
                ):
                    with attempt:
                        return await self._once(method, path, content)
        except _Again as error:
            raise DirectoryUnavailable(f"the directory {error.reason}") from None
        except TimeoutError:
            raise DirectoryUnavailable("the directory took too long") from None
        raise AssertionError("a retry loop ends with an answer or an error")

    async def _once(self, method: str, path: str, content: bytes | None) -> bytes:
        headers = {} if content is None else {"Content-Type": "application/json"}
        try:
            async with self._client.stream(method, path, content=content, headers=headers) as response:
                self._look_at_status(response)
                return await _read(response)
        except httpx.TimeoutException:
            raise _Again("took too long") from None
        except httpx.TransportError:
            raise _Again("could not be reached") from None
        except httpx.HTTPError:
            raise DirectoryUnavailable("the directory's answer cannot be read") from None

    def _look_at_status(self, response: httpx.Response) -> None:
        status = response.status_code
        if status == 200:
            return
        if status == 429 or status >= 500:
            raise _Again(f"answered {status}", self._retry_after(response.headers.get("Retry-After")))
        if status in {401, 403}:
            raise DirectoryMisconfigured(f"the directory refused the token ({status}); see MEMBERS_API_TOKEN")
        if status in {404, 405} or 300 <= status < 400:
            raise DirectoryMisconfigured(f"the directory answered {status}; members.http.base_url is probably wrong")
        raise DirectoryMisconfigured(f"the directory answered {status} to a request of docs/members-api.yaml")

    def _retry_after(self, value: str | None) -> float | None:
        """Seconds to wait by the header, which holds seconds or a date; None if it says nothing usable."""
        if value is None:
            return None
        if value.isascii() and value.isdigit():
            return float(value)
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - self._clock())
        except ValueError:
            return None


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise DirectoryUnavailable("the directory's answer is too large")
    return bytes(body)


def _wait_before_next(error: Exception) -> bool | float:
    """Whether to try again (True: stamina's own backoff), or after how many seconds; not if that is long."""
    if not isinstance(error, _Again):
        return False
    if error.wait is None:
        return True
    return error.wait if error.wait <= LONGEST_WAIT else False


def _checked(base_url: str) -> str:
    """The base address, if it may carry personal data: https, or plain http to this machine."""
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise DirectoryMisconfigured("members.http.base_url is not an address of the form https://…")
    if url.scheme == "http" and not _this_machine(url.host):
        raise DirectoryMisconfigured("members.http.base_url has to be https: personal data would travel in the clear")
    return base_url.rstrip("/") + "/"


def _this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

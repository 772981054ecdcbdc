"""Fetching a file that a user sent: as a stream, with a limit on its bytes and on its time, and never decompressed.

What a provider's answer says of a file's length or type is not believed: bytes are counted as they come. An answer that
is compressed stays so (and is then no file that we take), so that no small answer can become a large one here.
"""

import asyncio
import re
from typing import Final

import httpx

from bot.channels.port import FileGone, FileTooLarge, Refused, TryLater

WITHIN: Final = 30.0
"""Seconds for a whole file: one that drips in slower is tried again later."""

_AS_IT_IS: Final = {"Accept-Encoding": "identity", "Accept": "*/*"}
_LATER: Final = frozenset({408, 425, 429})
_GONE: Final = frozenset({400, 404, 405, 410, 416, 451})


async def download(
    http: httpx.AsyncClient,
    url: str,
    at_most: int,
    *,
    auth: tuple[str, str] | None = None,
    within: float = WITHIN,
) -> bytes | str:
    """The bytes at `url`, or the address that it redirects to, which is the caller's to judge.

    Raises `TryLater`, `Refused`, `FileGone` and `FileTooLarge`; none of them says anything of the address.
    """
    try:
        async with (
            asyncio.timeout(within),
            http.stream("GET", url, headers=_AS_IT_IS, auth=auth, follow_redirects=False) as answer,
        ):
            if answer.has_redirect_location:
                return answer.headers["location"]
            _judge(answer.status_code, answer.headers.get("retry-after", ""))
            return await _read(answer, at_most)
    except TimeoutError:
        raise TryLater("a file did not arrive in time") from None
    except (httpx.InvalidURL, httpx.UnsupportedProtocol):
        raise FileGone("the address is none") from None
    except httpx.HTTPError as error:
        raise TryLater(f"a file cannot be fetched: {type(error).__name__}") from None


async def _read(answer: httpx.Response, at_most: int) -> bytes:
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > at_most:
        raise FileTooLarge
    content = bytearray()
    async for chunk in answer.aiter_raw():
        content += chunk
        if len(content) > at_most:
            raise FileTooLarge
    return bytes(content)


def _judge(status: int, retry_after: str) -> None:
    if status == 200:
        return
    if status in {401, 403, 407}:
        raise Refused(f"the provider does not give us the file ({status})", operator=True)
    if status in _LATER or status >= 500:
        raise TryLater(f"the provider answered {status}", float(retry_after[:9]) if retry_after.isdecimal() else None)
    if status in _GONE:
        raise FileGone(f"the provider answered {status}")
    raise Refused(f"the provider answered {status} instead of a file")


CLAIMED_NAME: Final = 200
CLAIMED_TYPE: Final = 100
_UNSPEAKABLE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def claimed(text: str | None, longest: int) -> str:
    """What a sender claims of a file, short enough to be carried along; it stays a claim."""
    return _UNSPEAKABLE.sub("", text or "")[:longest]

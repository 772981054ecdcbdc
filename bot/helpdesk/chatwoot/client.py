"""Chatwoot's Application API over HTTP, as little of it as is needed.

What goes wrong is told in the words of the channels' port. No error says anything of what was sent: it may be a user's.
"""

import asyncio
from typing import Any, Final, Literal, TypeVar

import httpx
import msgspec
from msgspec import Struct

from bot.channels.port import Document, Refused, TryLater
from bot.channels.trust import certificates
from bot.helpdesk.chatwoot.wire import Contact, Conversation, Inbox, Message, Profile

LARGEST_ANSWER: Final = 20_000_000
PHASES: Final = 3
"""An answer may take so many times the timeout of a single read."""
_LATER: Final = frozenset({408, 425, 429})

Read = TypeVar("Read")
Status = Literal["open", "resolved", "pending", "snoozed"]


class NotThere(Exception):
    """Chatwoot has no such conversation, contact or inbox (any more)."""


class Post(Struct, frozen=True):
    """A message to be posted. `source`: a name of our own for it, by which it is found again."""

    text: str
    source: str
    private: bool = True
    file: Document | None = None


class _Payload(Struct, frozen=True):
    payload: msgspec.Raw


class _Made(Struct, frozen=True):
    contact: Contact


class _Listed(Struct, frozen=True):
    data: _Payload


class Client:
    """Speaks to one account. `timeout`: seconds for connecting and for each read."""

    def __init__(self, base_url: str, account: int, token: str, *, timeout: float = 10.0) -> None:
        self._root = base_url.rstrip("/") + "/api/v1"
        self._account = f"/accounts/{account}"
        self._within = PHASES * timeout
        self._http = httpx.AsyncClient(
            timeout=timeout,
            headers={"api_access_token": token, "Accept": "application/json"},
            follow_redirects=False,
            verify=certificates(),
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    async def profile(self) -> Profile:
        """Whose token it is."""
        return _read(await self._call("GET", "/profile"), Profile)

    async def inbox(self, inbox: int) -> Inbox:
        """An inbox; raises `NotThere`."""
        return _read(await self._call("GET", f"{self._account}/inboxes/{inbox}"), Inbox)

    async def find_contact(self, identifier: str) -> int | None:
        """The contact that was made under this identifier."""
        found = await self._call("GET", f"{self._account}/contacts/search", params={"q": identifier})
        contacts = _read(_read(found, _Payload).payload, tuple[Contact, ...])
        return next((one.id for one in contacts if one.identifier == identifier), None)

    async def make_contact(self, identifier: str, name: str) -> int:
        """Make a contact; `Refused` if somebody else has just done so."""
        made = await self._call("POST", f"{self._account}/contacts", json={"identifier": identifier, "name": name})
        return _read(_read(made, _Payload).payload, _Made).contact.id

    async def delete_contact(self, contact: int) -> None:
        """Delete a contact with all its conversations."""
        await self._call("DELETE", f"{self._account}/contacts/{contact}")

    async def conversations_of(self, contact: int) -> tuple[Conversation, ...]:
        """A contact's latest conversations."""
        found = await self._call("GET", f"{self._account}/contacts/{contact}/conversations")
        return _read(_read(found, _Payload).payload, tuple[Conversation, ...])

    async def begin(self, inbox: int, contact: int, source: str, attributes: dict[str, Any]) -> Conversation:
        """Begin a conversation. `source`: where in the inbox the contact writes from, different for each ticket."""
        body = {
            "inbox_id": inbox, "contact_id": contact, "source_id": source, "status": "open",
            "custom_attributes": attributes,
        }  # fmt: skip
        return _read(await self._call("POST", f"{self._account}/conversations", json=body), Conversation)

    async def conversation(self, number: int) -> Conversation:
        """How a conversation stands; raises `NotThere`."""
        return _read(await self._call("GET", self._of(number)), Conversation)

    async def latest(self, inbox: int, page: int) -> tuple[Conversation, ...]:
        """Conversations of an inbox in whatever state, those first in which something happened last."""
        params = {"inbox_id": inbox, "status": "all", "assignee_type": "all", "page": page}
        found = await self._call("GET", f"{self._account}/conversations", params=params)
        return _read(_read(found, _Listed).data.payload, tuple[Conversation, ...])

    async def messages(
        self, number: int, *, after: int | None = None, before: int | None = None
    ) -> tuple[Message, ...]:
        """Up to 100 messages after one, or the last 20 before one, or the last 20 of all; oldest first."""
        params = {name: value for name, value in (("after", after), ("before", before)) if value is not None}
        found = await self._call("GET", f"{self._of(number)}/messages", params=params)
        messages = _read(_read(found, _Payload).payload, tuple[Message, ...])
        return tuple(sorted(messages, key=lambda one: one.id))

    async def post(self, number: int, post: Post) -> None:
        """Post a message; as the contact unless it is private."""
        kind = "outgoing" if post.private else "incoming"
        fields = {"content": post.text, "message_type": kind, "source_id": post.source, "echo_id": post.source}
        path = f"{self._of(number)}/messages"
        if post.file is None:
            await self._call("POST", path, json={**fields, "private": post.private})
            return
        form = {**fields, "private": "true" if post.private else "false"}
        file = (post.file.name, post.file.content, post.file.media_type)
        await self._call("POST", path, data=form, files={"attachments[]": file})

    async def set_status(self, number: int, status: Status) -> None:
        """Resolve a conversation, or open it."""
        await self._call("POST", f"{self._of(number)}/toggle_status", json={"status": status})

    async def set_attributes(self, number: int, attributes: dict[str, Any]) -> None:
        """Set a conversation's attributes, all of them."""
        await self._call("POST", f"{self._of(number)}/custom_attributes", json={"custom_attributes": attributes})

    async def assign(self, number: int, agent: int | None) -> None:
        """Give a conversation to an agent, or to nobody."""
        await self._call("POST", f"{self._of(number)}/assignments", json={"assignee_id": agent})

    async def delete_conversation(self, number: int) -> None:
        """Delete a conversation with its messages."""
        await self._call("DELETE", self._of(number))

    def _of(self, number: int) -> str:
        return f"{self._account}/conversations/{number}"

    async def _call(self, method: str, path: str, **parts: Any) -> bytes:
        """The answer's body. Raises `TryLater`, `Refused` and `NotThere`."""
        try:
            async with (
                asyncio.timeout(self._within),
                self._http.stream(method, self._root + path, **parts) as answer,
            ):
                _judge(answer)
                return await _body(answer)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol):
            raise Refused("helpdesk.chatwoot.base_url is not an address", operator=True) from None
        except (httpx.HTTPError, TimeoutError) as error:
            raise TryLater(f"Chatwoot cannot be reached: {type(error).__name__}") from None


def _judge(answer: httpx.Response) -> None:
    status = answer.status_code
    if answer.is_success:
        return
    if status in _LATER or status >= 500:
        after = answer.headers.get("retry-after", "").strip()
        raise TryLater(f"Chatwoot answered {status}", float(after[:9]) if after.isdecimal() else None)
    if status in {401, 403}:  # which of the two it is depends on Chatwoot's version
        raise Refused("Chatwoot does not accept CHATWOOT_API_TOKEN, or its user is no administrator", operator=True)
    if status == 404:
        raise NotThere
    if status < 400:
        raise Refused("Chatwoot is elsewhere: helpdesk.chatwoot.base_url redirects", operator=True)
    raise Refused(f"Chatwoot refuses what it was sent ({status})")


async def _body(answer: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in answer.aiter_bytes():
        body += chunk
        if len(body) > LARGEST_ANSWER:
            raise Refused("Chatwoot's answer is too large")
    return bytes(body)


def _read(body: bytes | msgspec.Raw, kind: type[Read]) -> Read:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Refused("what answers at helpdesk.chatwoot.base_url does not speak as Chatwoot", operator=True) from None

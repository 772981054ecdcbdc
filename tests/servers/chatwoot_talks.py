"""What stands in a Chatwoot for tests, what its agents do there, and the calls by which it tells of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx

from bot.channels.trust import certificates
from bot.helpdesk.chatwoot.signature import SIGNATURE, TIMESTAMP, signature_of
from tests.line.clock import Clock

ACCOUNT, INBOX, SECRET = 3, 7, "rahasia-webhook-7f7f"
OWN = 900
"""The user whose token is used."""

Json = dict[str, Any]


@dataclass
class Talk:
    """A conversation. `messages` are as the API shows them."""

    id: int
    contact: int
    source: str
    attributes: Json
    status: str
    assignee: int | None = None
    messages: list[Json] = field(default_factory=list)
    last: float = 0.0


class Talks:
    """The state; `agents` are the names of people by their number."""

    def __init__(self, clock: Clock) -> None:
        self.url = ""
        self.clock = clock
        self.agents: dict[int, str] = {5: "Ani", 6: "Budi"}
        self.contacts: dict[int, Json] = {}
        self.talks: dict[int, Talk] = {}
        self.files: dict[str, bytes] = {}
        self.channel_type = "Channel::Api"
        self.numbers = count(1)

    # what agents do; each is an event to be delivered

    def writes(
        self,
        talk: int,
        agent: int,
        text: str | None,
        *,
        private: bool = False,
        files: Mapping[str, bytes] | None = None,
    ) -> Json:
        """An agent writes, to the user or to colleagues; the editor keeps a new line as Markdown's."""
        attached = []
        for name, content in (files or {}).items():
            key = f"key{len(self.files)}"
            self.files[key] = content
            url = f"{self.url}/rails/active_storage/blobs/redirect/{key}/{name}"
            attached.append({"id": len(self.files), "file_type": "file", "data_url": url, "file_size": len(content)})
        sender = {**self.person(agent), "type": "user"}
        kept = text and text.replace("\n", "\\\n")
        message = self.add(self.talks[talk], 1, kept, sender, private=private, attachments=attached)
        return self.created(talk, message)

    def created(self, talk: int, message: Json) -> Json:
        """The event of a message."""
        kind = {0: "incoming", 1: "outgoing", 2: "activity", 3: "template"}[message["message_type"]]
        about = {"conversation": self.shown(self.talks[talk]), "inbox": {"id": INBOX}, "account": {"id": ACCOUNT}}
        return {
            "event": "message_created",
            **message,
            "message_type": kind,
            "created_at": "2026-01-01T00:00:00Z",
            **about,
        }

    def resolves(self, talk: int, status: str = "resolved") -> Json:
        """Somebody resolves a conversation, or sets another status."""
        self.talks[talk].status = status
        self.talks[talk].last = self.clock() / 1000
        return {"event": "conversation_status_changed", **self.shown(self.talks[talk])}

    def assigns(self, talk: int, agent: int | None) -> Json:
        """Somebody gives a conversation to an agent, or takes it away."""
        before, self.talks[talk].assignee = self.talks[talk].assignee, agent
        change = {"assignee_id": {"previous_value": before, "current_value": agent}}
        return {"event": "conversation_updated", **self.shown(self.talks[talk]), "changed_attributes": [change]}

    # what people see

    def texts(self, talk: int) -> list[str]:
        """All that stands in a conversation, in order."""
        return [one["content"] or "" for one in self.talks[talk].messages]

    def notes(self, talk: int) -> list[str]:
        """The private notes."""
        return [one["content"] or "" for one in self.talks[talk].messages if one["private"]]

    def add(
        self,
        talk: Talk,
        kind: int,
        text: str | None,
        sender: Json,
        *,
        private: bool,
        source: str | None = None,
        attachments: list[Json] | None = None,
    ) -> Json:
        """A message comes into being."""
        message: Json = {
            "id": next(self.numbers), "content": text, "message_type": kind, "private": private, "source_id": source,
            "sender": sender, "created_at": self.clock() // 1000, "conversation_id": talk.id, "content_attributes": {},
        }  # fmt: skip
        if attachments:
            message["attachments"] = attachments
        talk.messages.append(message)
        talk.last = self.clock() / 1000
        return message

    def person(self, agent: int | None) -> Json:
        """An agent, as the API shows them."""
        if agent is None:
            return {}
        name = self.agents.get(agent, "Teman KPJ")
        return {"id": agent, "name": f"{name} Contoh", "available_name": name}

    def contact(self, talk: Talk) -> Json:
        """Whose conversation it is, the same."""
        return {"id": talk.contact, "name": self.contacts[talk.contact]["name"], "type": "contact"}

    def shown(self, talk: Talk) -> Json:
        """A conversation, the same."""
        meta: Json = {"sender": self.contact(talk), "channel": self.channel_type}
        if talk.assignee:
            meta["assignee"] = self.person(talk.assignee)
        return {
            "id": talk.id, "inbox_id": INBOX, "account_id": ACCOUNT, "status": talk.status, "meta": meta,
            "custom_attributes": talk.attributes, "last_activity_at": int(talk.last), "messages": talk.messages[-1:],
        }  # fmt: skip


async def deliver(url: str, event: Json | bytes, now: int, *, secret: str = SECRET, **headers: str) -> int:
    """Call a webhook as Chatwoot does; the status that it answers with. `now` in ms; an empty header is left out."""
    body = event if isinstance(event, bytes) else json.dumps(event, ensure_ascii=False).encode()
    stamp = str(now // 1000)
    told = {TIMESTAMP: stamp, SIGNATURE: signature_of(secret, stamp, body), "Content-Type": "application/json"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(timeout=60, verify=certificates()) as client:
        return (await client.post(url, content=body, headers={k: v for k, v in told.items() if v})).status_code

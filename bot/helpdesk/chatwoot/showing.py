"""Shows in Chatwoot what happens in tickets: users' words as messages of a contact, all else as private notes.

Each message that we post has a name of its own (`source_id`). An entry that may have been posted before a crash, or
whose answer got lost, is looked for under that name first, so nothing is shown twice.
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from bot.channels.port import Document, Refused
from bot.helpdesk.chatwoot.client import Client, NotThere, Post
from bot.helpdesk.chatwoot.memory import Memory
from bot.helpdesk.chatwoot.names import agent_of, conversation_of, ref_of, source_of, written_here
from bot.helpdesk.chatwoot.telling import Telling
from bot.helpdesk.chatwoot.wire import Conversation
from bot.helpdesk.port import Helpdesk
from storage.sealing import Sealer
from storage.tickets.port import Entry, Files, Ticket

PAGES: Final = 10
"""How far back it is looked for what may have been posted: so many times 20 messages."""
SKEW: Final = 10 * 60
"""Seconds by which Chatwoot's clock may be behind."""
_TEMPLATES: Final = (("{{", "{\u200b{"), ("{%", "{\u200b%"))
"""Chatwoot fills templates (Liquid) in what is not a contact's; nobody's words are one."""


class Showing:
    """Shows entries in one inbox. `files`: where users' files are, if Chatwoot is to have them."""

    def __init__(
        self,
        client: Client,
        memory: Memory,
        telling: Telling,
        seal: Sealer,
        *,
        account: int,
        inbox: int,
        files: Files | None = None,
    ) -> None:
        self._client = client
        self._memory = memory
        self._telling = telling
        self._seal = seal
        self._account = account
        self._inbox = inbox
        self._files = files

    async def show(self, entry: Entry, ticket: Ticket, ref: str | None, helpdesk: Helpdesk) -> str:
        """See `bot.helpdesk.port.Place`. Also raises `storage.line.LineAway`."""
        conversation = conversation_of(self._account, ref)
        if conversation is None:
            conversation = await self._begin(ticket, again=False)
        try:
            await self._tell(entry, ticket, conversation, helpdesk)
        except NotThere:  # somebody deleted it
            conversation = await self._begin(ticket, again=True)
            await self._tell(entry, ticket, conversation, helpdesk)
        return ref_of(self._account, conversation)

    async def note(self, conversation: int, text: str, *name: object) -> None:
        """Post a note under this name."""
        await self._client.post(conversation, Post(_literally(text), source_of(*name)))

    # a conversation for a ticket

    async def _begin(self, ticket: Ticket, *, again: bool) -> int:
        """The ticket's conversation: made now, or by a call that was broken off."""
        contact = await self._contact(ticket)
        found = await self._begun(contact, ticket.line.number)
        if found is None:
            source = self._seal.keyed_hash("chatwoot-ticket", str(ticket.line.number)).hex()[:32]
            found = await self._client.begin(self._inbox, contact, source, self._telling.attributes(ticket))
        if found.status != "open":  # as an inbox with an agent bot begins them
            await self._client.set_status(found.id, "open")
        if source_of(ticket.line.number, "brief") not in await self._posted(found.id, 0):
            await self.note(found.id, self._telling.brief(ticket, again=again), ticket.line.number, "brief")
        return found.id

    async def _contact(self, ticket: Ticket) -> int:
        sender = ticket.request.sender
        identifier = self._seal.keyed_hash("chatwoot-contact", f"{sender.channel}\0{sender.address}").hex()[:32]
        found = await self._client.find_contact(identifier)
        if found is not None:
            return found
        name = self._telling.words.say("contact", number=str(ticket.line.number))
        try:
            return await self._client.make_contact(identifier, name)
        except Refused as refusal:
            if not refusal.operator and (found := await self._client.find_contact(identifier)) is not None:
                return found  # another ticket of this user's was quicker
            raise

    async def _begun(self, contact: int, number: int) -> Conversation | None:
        for one in await self._client.conversations_of(contact):
            if one.inbox_id == self._inbox and (one.custom_attributes or {}).get("ticket") == number:
                return one
        return None

    # what happens in it

    async def _tell(self, entry: Entry, ticket: Ticket, conversation: int, helpdesk: Helpdesk) -> None:
        known: frozenset[str] = frozenset()
        if not await self._memory.first_try(conversation, entry.id):
            known = await self._posted(conversation, entry.at / 1000 - SKEW)
        if entry.kind == "reopened":
            await self._client.set_status(conversation, "open")
        for post in await self._posts(entry, ticket, helpdesk):
            if post.source not in known:
                await self._client.post(conversation, post)
        match entry.kind:
            case "closed":
                await self._client.set_status(conversation, "resolved")
            case "proved":
                await self._set_attributes(conversation, ticket)
            case "claimed" | "transferred" | "reopened":
                with suppress(Refused, NotThere):  # an agent who has left the inbox: whose it is stands in the note
                    await self._client.assign(conversation, agent_of(ticket.line.owner))
        await self._memory.tell(conversation, entry.id)

    async def _set_attributes(self, conversation: int, ticket: Ticket) -> None:
        """Ours, beside those that agents have set: Chatwoot would drop whatever is not sent along."""
        known = (await self._client.conversation(conversation)).custom_attributes or {}
        await self._client.set_attributes(conversation, {**known, **self._telling.attributes(ticket)})

    async def _posted(self, conversation: int, since: float) -> frozenset[str]:
        """The names of messages from the last time, since about then (seconds)."""
        names: set[str] = set()
        before: int | None = None
        for _ in range(PAGES):
            page = await self._client.messages(conversation, before=before)
            names.update(one.source_id for one in page if one.source_id)
            if not page or page[0].created_at < since or page[0].id == before:
                break
            before = page[0].id
        return frozenset(names)

    async def _posts(self, entry: Entry, ticket: Ticket, helpdesk: Helpdesk) -> list[Post]:
        if written_here(entry):
            return []
        if entry.kind in {"request", "user"}:
            return await self._of_user(entry)
        entries: Sequence[Entry] = await helpdesk.entries(entry.ticket)
        note = Post(_literally(self._telling.entry(entry, ticket.line, entries)), source_of(entry.id))
        if entry.kind == "reopened" and entry.text:
            return [note, *await self._of_user(entry)]
        return [note]

    async def _of_user(self, entry: Entry) -> list[Post]:
        text = self._telling.words_of_user(entry)
        posts = [Post(text, source_of(entry.id, "user"), private=False)] if text else []
        if self._telling.send_files:
            for number, mark in enumerate(entry.files):
                source = source_of(entry.id, "file", number)
                found = await self._files.get(entry.ticket, mark.file) if self._files is not None else None
                if found is None:
                    posts.append(Post(_literally(self._telling.file(mark, "file-gone")), source))
                else:
                    document = Document(mark.name or "file", mark.media_type, found[1], "")
                    posts.append(Post(self._telling.file(mark, "file-sent"), source, private=False, file=document))
        return posts

    async def forget(self, ref: str) -> None:
        """Delete a ticket's conversation, and the contact if it has no other."""
        conversation = conversation_of(self._account, ref)
        if conversation is None:
            return
        with suppress(NotThere):
            contact = (await self._client.conversation(conversation)).meta.sender
            await self._client.delete_conversation(conversation)
            if contact is not None and not await self._others(contact.id, conversation):
                await self._client.delete_contact(contact.id)
        await self._memory.forget(conversation)

    async def _others(self, contact: int, conversation: int) -> bool:
        """Whether a contact has other conversations; Chatwoot deletes some time after it has said so."""
        return any(one.id != conversation for one in await self._client.conversations_of(contact))


def _literally(text: str) -> str:
    for mark, harmless in _TEMPLATES:
        text = text.replace(mark, harmless)
    return text

"""What is stored about a user, as files for them: a page to read and JSON.

The conversation's part comes from the dialogue, the record of consents and the requests left for people from SQL. What
the user typed as answers is named and not repeated, and nothing of the members directory is in it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from bot.channels.port import Document, TryLater
from bot.pages import pdf
from flows.effect import Held
from flows.event import Sender
from flows.texts import Arg, Texts
from storage.consents import ConsentRecord, Consents, RecordsAway
from storage.tickets import Entry, NoSuchTicket, Ticket, Tickets
from storage.tickets.port import Files, KeptFile

Kept = Sequence[tuple[int, KeptFile]]
"""Files with the number of their request."""

KINDS = {"user": "user", "reopened": "user", "agent": "agent", "bot": "bot", "note": "note"}
"""Which entries of a ticket are told, and who speaks in them."""


class Told(Struct, frozen=True):
    """A ticket with what was said in it."""

    ticket: Ticket
    said: tuple[Entry, ...]


class Exports:
    """Makes the files. `clock` gives ms since 1970, UTC; `utc_offset` (ms) is the operator's."""

    def __init__(
        self,
        texts: Texts,
        operator: str,
        consents: Consents,
        tickets: Tickets,
        utc_offset: int,
        clock: Callable[[], int],
        files: Files | None = None,
    ) -> None:
        self._texts = texts
        self._operator = operator
        self._consents = consents
        self._tickets = tickets
        self._utc_offset = utc_offset
        self._clock = clock
        self._files = files

    async def documents(self, sender: Sender, held: Held) -> tuple[Document, ...]:
        """The page and the JSON; raise `TryLater` if the records cannot be read."""
        try:
            records = await self._consents.of(sender)
            requests = [Told(ticket, await self._said(ticket)) for ticket in await self._tickets.of(sender)]
            files = await self._kept(requests)
        except RecordsAway as error:
            raise TryLater("the records database is away") from error
        now = self._clock()
        lines = self._lines(sender, held, records, requests, files, now)
        name, title = self._say(held, "export-name"), self._say(held, "export-title")
        words = "\n".join((title, "", *lines))
        data = self._data(sender, held, records, requests, files, now)
        return (
            Document(f"{name}.pdf", "application/pdf", pdf(title, lines), words),
            Document(f"{name}.json", "application/json", data, data.decode()),
        )

    def _lines(
        self,
        sender: Sender,
        held: Held,
        records: Sequence[ConsentRecord],
        requests: Sequence[Told],
        files: Kept,
        now: int,
    ) -> list[str]:
        lines = [
            self._say(held, "export-by", when=self._moment(held, now)),
            self._say(held, "export-address", channel=sender.channel, address=sender.address),
            "",
            self._say(held, "export-consents" if records else "export-no-consents"),
            *(f"- {self._consent(held, record)}" for record in records),
            "",
            *self._requests(held, requests),
            *self._filed(held, files),
            self._say(held, "export-proofs" if held.proofs else "export-no-proofs"),
        ]
        for kind, at in held.proofs:
            proof = self._say(held, f"export-kind-{kind}")
            lines.append("- " + self._say(held, "export-proof", kind=proof, when=self._moment(held, at)))
        if held.unfinished:
            kinds = ", ".join(self._say(held, f"my_data-kind-{name}") for name in held.unfinished)
            until = self._moment(held, held.forgotten_at)
            lines += ["", self._say(held, "export-unfinished", kinds=kinds, when=until)]
        else:
            lines += ["", self._say(held, "export-no-unfinished")]
        lines += ["", self._say(held, "export-ends", when=self._moment(held, held.ends_at))]
        return [*lines, "", self._say(held, "export-also"), "", self._say(held, "export-rights")]

    def _requests(self, held: Held, requests: Sequence[Told]) -> list[str]:
        if not requests:
            return []
        lines = [self._say(held, "export-requests")]
        for told in requests:
            ticket = told.ticket
            when = self._moment(held, ticket.line.opened_at)
            key = "export-request-closed" if ticket.line.state == "closed" else "export-request"
            number = str(ticket.line.number)
            lines += ["- " + self._say(held, key, number=number, when=when), ticket.request.words]
            lines += [*ticket.request.brief, *(self._entry(held, entry) for entry in told.said)]
            if ticket.line.stars is not None:
                stars, words = str(ticket.line.stars), ticket.rating_words
                lines.append(self._say(held, "export-rating", stars=stars, words=words))
        return [*lines, ""]

    async def _said(self, ticket: Ticket) -> tuple[Entry, ...]:
        """What was said in a ticket, by whomever, and what agents noted about its user."""
        try:
            entries = await self._tickets.entries(ticket.line.number)
        except NoSuchTicket:
            return ()
        return tuple(entry for entry in entries if entry.kind in KINDS)

    def _entry(self, held: Held, entry: Entry) -> str:
        text = " ".join((entry.text, *(f"[{file.name}]" for file in entry.files))).strip()
        kind, when = KINDS[entry.kind], self._moment(held, entry.at)
        return self._say(held, f"export-entry-{kind}", when=when, name=entry.name, text=text)

    def _filed(self, held: Held, files: Kept) -> list[str]:
        lines = [
            "- "
            + self._say(
                held,
                "export-file",
                name=kept.mark.name,
                when=self._moment(held, kept.at),
                until=self._moment(held, kept.until),
            )
            for _, kept in files
        ]
        return [self._say(held, "export-files"), *lines, ""] if lines else []

    async def _kept(self, requests: Sequence[Told]) -> Kept:
        """The files of all requests, each with its request's number."""
        if self._files is None:
            return ()
        numbers = [told.ticket.line.number for told in requests]
        return [(number, kept) for number in numbers for kept in await self._files.of(number)]

    def _consent(self, held: Held, record: ConsentRecord) -> str:
        when = self._moment(held, record.at)
        if not record.given:
            return self._say(held, "export-consent-withdrawn", when=when)
        return self._say(held, "export-consent-given", when=when, version=record.text_version, locale=record.locale)

    def _data(
        self,
        sender: Sender,
        held: Held,
        records: Sequence[ConsentRecord],
        requests: Sequence[Told],
        files: Kept,
        now: int,
    ) -> bytes:
        content = {
            "service": "Teman KPJ",
            "operator": self._operator,
            "made_at": _iso(now),
            "conversation": {
                "channel": sender.channel,
                "address": sender.address,
                "language": held.locale,
                "last_message_at": _iso(held.last_at),
                "forgotten_without_messages_at": _iso(held.ends_at),
            },
            "consents": [
                {
                    "purpose": record.purpose,
                    "text_version": record.text_version,
                    "language": record.locale,
                    "given": record.given,
                    "at": _iso(record.at),
                }
                for record in records
            ],
            "requests": [
                {
                    "number": told.ticket.line.number,
                    "at": _iso(told.ticket.line.opened_at),
                    "state": told.ticket.line.state,
                    "topic": told.ticket.line.topic,
                    "words": told.ticket.request.words,
                    "brief": list(told.ticket.request.brief),
                    "conversation": [
                        {
                            "at": _iso(entry.at),
                            "by": KINDS[entry.kind],
                            "text": entry.text,
                            "files": [file.name for file in entry.files],
                        }
                        for entry in told.said
                    ],
                    "stars": told.ticket.line.stars,
                    "rating": told.ticket.rating_words,
                }
                for told in requests
            ],
            "files": [
                {
                    "request": number,
                    "name": kept.mark.name,
                    "type": kept.mark.media_type,
                    "bytes": kept.mark.size,
                    "at": _iso(kept.at),
                    "deleted_at": _iso(kept.until),
                }
                for number, kept in files
            ],
            "consent_in_force": held.consent is not None,
            "proofs_of_identity": [{"kind": kind, "at": _iso(at)} for kind, at in held.proofs],
            "unfinished_answers": {"kinds": list(held.unfinished), "forgotten_at": _iso(held.forgotten_at)},
            "also_kept": self._say(held, "export-also"),
        }
        return msgspec.json.format(msgspec.json.encode(content), indent=2)

    def _moment(self, held: Held, at: int) -> str:
        local = datetime.fromtimestamp((at + self._utc_offset) / 1000, UTC)
        return f"{local.day} {self._say(held, f'month-{local.month}')} {local.year}, {local:%H.%M}"

    def _say(self, held: Held, key: str, **args: Arg) -> str:
        return self._texts.say(held.locale, key, args)


def _iso(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")

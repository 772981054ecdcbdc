"""The conversation of one ticket: what is shown of it, whole or as the parts that change."""

import base64
import secrets
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.bubbles import bubbles
from bot.desk.filling import fill
from bot.desk.notices import LONGEST, trouble
from bot.desk.presence import Presence
from bot.desk.room import Notice, Room
from bot.desk.rows import row
from bot.desk.seeing import EVERYTHING, may_see, sees_at_once, wants_second
from bot.helpdesk.port import Actor, MemberCard
from storage.line import LineAway
from storage.sealing import SealBroken
from storage.tickets.port import Entry, Line, NoSuchTicket, Reason, Ticket, TicketUnreadable

REASONS: tuple[Reason, ...] = ("solved", "no-answer-possible", "quiet", "abuse")
LARGEST = 2**31 - 1  # that a database holds
MOST_REPLIES = 8
CARD_LIFE = 30 * 60_000  # ms in which documents are compared with a card


class Can(Struct, frozen=True):
    """What somebody may do with a ticket now."""

    say: bool
    claim: bool
    ask: bool
    decide: bool


class Colleague(Struct, frozen=True):
    """Somebody whom a ticket can be handed to."""

    actor: Actor
    presence: Presence


class NotForThem(Exception):
    """Somebody asks for a ticket that they may not open."""


class Talk(Struct, frozen=True):
    """A ticket as it stands, for somebody who may see it."""

    ticket: Ticket
    entries: Sequence[Entry]
    approval: bool


class TalkPages:
    """The pages of conversations."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, who: SignedIn) -> Response:
        """The whole page. Looked at, it is an entry of the audit."""
        return await self.page(request, who)

    async def now(self, request: Request, who: SignedIn) -> Response:
        """What changes, for a page that is open and has heard that something did."""
        try:
            talk = await self.open(request, who, looks=False)
        except NotForThem:  # it was handed on meanwhile
            return Response(status_code=204, headers={"HX-Redirect": "/desk"})
        except (NoSuchTicket, TicketUnreadable) as error:
            return self.gone(who, error)
        return self._room.part(who, "talk/now.html", await self._given(who, talk))

    async def replies(self, request: Request, who: SignedIn) -> Response:
        """Canned replies that fit what was typed after the slash, filled for this ticket."""
        asked = request.query_params.get("q", "").strip().lower()
        found = [
            reply
            for reply in await self._room.replies.all()
            if asked in reply.shortcut or asked in reply.title.lower() or asked in reply.text.lower()
        ]
        found.sort(key=lambda reply: (not reply.shortcut.startswith(asked), reply.shortcut))
        values = {
            "nama_petugas": who.actor.name,
            "nomor_tiket": str(number_of(request)),
            "operator": self._room.settings.operator,
        }
        filled = [structs.replace(reply, text=fill(reply.text, values)) for reply in found[:MOST_REPLIES]]
        return self._room.part(who, "talk/canned.html", {"replies": filled})

    async def page(
        self, request: Request, who: SignedIn, notice: Notice | None = None, given: Mapping[str, object] | None = None
    ) -> Response:
        """The whole page, or a page that says why there is none."""
        room = self._room
        try:
            talk = await self.open(request, who)
        except NotForThem:
            return await self.refused(request, who, Notice(room.words(who).t("notice-not-for-you"), "bad"), 403)
        except (NoSuchTicket, TicketUnreadable) as error:
            return await self.refused(request, who, trouble(error, room.words(who), {}), 404)
        shown = {**await self._given(who, talk), **await self._side(who, talk), "notice": notice, **(given or {})}
        return await room.page(who, "talk/page.html", "/desk/ticket", shown)

    async def refused(self, request: Request, who: SignedIn, notice: Notice, status: int) -> Response:
        """A page that says only why; for a page that is open just the words."""
        if request.headers.get("hx-request"):
            return PlainTextResponse(notice.text, status)
        return await self._room.page(who, "talk/none.html", "/desk/ticket", {"notice": notice}, status=status)

    def gone(self, who: SignedIn, error: Exception) -> Response:
        """Why there is nothing left to show, in the place of the conversation that a page still has open."""
        response = self._room.part(who, "talk/gone.html", {"notice": trouble(error, self._room.words(who), {})})
        response.headers.update({"HX-Retarget": "#talk", "HX-Reswap": "innerHTML"})
        return response

    async def parts(
        self, request: Request, who: SignedIn, notice: Notice | None, *, then: str = "", draft: str = ""
    ) -> Response:
        """What follows from something that was done: parts for HTMX, else the whole page.

        `then`: what the page hears, to clear what is done with; ``desk-said``: the words in the box were taken.
        """
        if not request.headers.get("hx-request"):
            return await self.page(request, who, notice, {"draft": "" if then == "desk-said" else draft})
        try:
            talk = await self.open(request, who, looks=False)
        except NotForThem:
            return Response(status_code=204, headers={"HX-Redirect": "/desk"})
        except (NoSuchTicket, TicketUnreadable) as error:
            return self.gone(who, error)
        given = {**await self._given(who, talk), "notice": notice or Notice("")}
        response = self._room.part(who, "talk/now.html", given)
        if then:
            response.headers["HX-Trigger"] = then
        return response

    def card_parts(self, who: SignedIn, talk: Talk, card: MemberCard | None) -> dict[str, object]:
        """What the card of a member needs to be shown; its person only as a sign that this agent can hand back."""
        line = talk.ticket.line
        person = self.seal_card(who, line.number, card) if card else ""
        return {
            "line": line, "can": can(who.actor, line), "approval": talk.approval, "person": person,
            "once": secrets.token_urlsafe(12),
        }  # fmt: skip

    async def open(self, request: Request, who: SignedIn, *, looks: bool = True) -> Talk:
        """The ticket, for whoever may see it; raise `NotForThem`, `NoSuchTicket` or `TicketUnreadable`."""
        room, number = self._room, number_of(request)
        ticket = await self.may(request, who)
        entries = await room.helpdesk.entries(number)
        if looks:
            await room.helpdesk.look(who.actor, number)
        return Talk(ticket, entries, wants_second(entries))

    async def may(self, request: Request, who: SignedIn) -> Ticket:
        """The ticket without what was said in it; raise the same."""
        room, number = self._room, number_of(request)
        if number > LARGEST:
            raise NoSuchTicket(number)
        ticket = await room.tickets.look(number)
        if sees_at_once(who.actor, ticket.line):
            return ticket
        entries, others = await room.helpdesk.entries(number), await self._others(ticket)
        if not may_see(who.actor, ticket.line, entries, others):
            raise NotForThem
        return ticket

    async def _others(self, ticket: Ticket) -> list[Line]:
        """The same user's other tickets, oldest first."""
        own = ticket.line.number
        return [one.line for one in await self._room.tickets.of(ticket.request.sender) if one.line.number != own]

    async def _given(self, who: SignedIn, talk: Talk) -> dict[str, object]:
        """What the parts of the page need."""
        room, line = self._room, talk.ticket.line
        names = await room.names()
        return {
            "line": line,
            "row": row(line, who.actor.id, names, room.clock(), room.settings.remind_after),
            "bubbles": bubbles(talk.entries, who.actor.id, names, room.settings.zone),
            "can": can(who.actor, line),
            "approval": talk.approval,
            "once": secrets.token_urlsafe(12),
            "has_template": room.invites,
            "longest": LONGEST,
            "notice": None,
        }

    async def _side(self, who: SignedIn, talk: Talk) -> dict[str, object]:
        return {
            "request": talk.ticket.request,
            "earlier": (await self._others(talk.ticket))[::-1],
            "colleagues": await self._colleagues(who),
            "reasons": REASONS,
            "card": None,
            "person": "",
            "draft": "",
        }

    async def _colleagues(self, who: SignedIn) -> list[Colleague]:
        others = [actor for actor in await self._room.roster.agents() if actor.id != who.actor.id]
        try:
            known = await self._room.presences.of([actor.id for actor in others])
        except LineAway:
            known = {}
        found = [Colleague(actor, known.get(actor.id, "gone")) for actor in others]
        order: Mapping[Presence, int] = {"here": 0, "away": 1, "gone": 2}
        return sorted(found, key=lambda one: (order[one.presence], one.actor.name.lower()))

    def seal_card(self, who: SignedIn, number: int, card: MemberCard) -> str:
        """What stands for a person in the page: it only fits whoever looked them up, in this ticket, for a while."""
        at = self._room.clock().to_bytes(8, "big")
        sealed = self._room.sealer.seal(at + card.person.encode(), _card_place(who, number))
        return base64.urlsafe_b64encode(sealed).decode()

    def open_card(self, who: SignedIn, number: int, token: str) -> str | None:
        """The person's reference, if this is such a sign and not too old."""
        try:
            raw = self._room.sealer.open(base64.urlsafe_b64decode(token.encode()), _card_place(who, number))
        except (SealBroken, ValueError):
            return None
        fresh = self._room.clock() - int.from_bytes(raw[:8], "big") <= CARD_LIFE
        return raw[8:].decode() if fresh else None


def can(actor: Actor, line: Line) -> Can:
    """What somebody may do with a ticket as it stands; the helpdesk checks it again when they do."""
    going, mine = line.state != "closed", line.owner == actor.id
    supervises = actor.role in EVERYTHING
    return Can(
        say=going and (mine or line.owner is None),
        claim=going and line.owner is None,
        ask=going and mine,
        decide=going and (mine or supervises),
    )


def number_of(request: Request) -> int:
    """The ticket's number in the address."""
    return int(request.path_params["number"])


def _card_place(who: SignedIn, number: int) -> bytes:
    return f"desk-card:{who.actor.id}:{number}".encode()

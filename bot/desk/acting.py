"""What agents do in a conversation. Who may is checked by the helpdesk; here it becomes a sentence for the agent."""

import secrets
from collections.abc import Awaitable, Callable
from typing import get_args

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.notices import TROUBLES, trouble
from bot.desk.room import Notice, Room
from bot.desk.talk import REASONS, NotForThem, TalkPages, number_of
from flows.event import Step
from storage.tickets.port import FileMark, NoSuchTicket, Reason

STEPS: tuple[Step, ...] = get_args(Step)
GUIDE_STEPS = frozenset(str(number) for number in range(1, 13))
LONGEST_ONCE = 40
NIK_DIGITS, KPJ_DIGITS = 16, 11

Doing = Callable[[FormData], Awaitable[Notice | None]]


class Actions:
    """The forms of a conversation's page."""

    def __init__(self, room: Room, pages: TalkPages) -> None:
        self._room = room
        self._pages = pages

    async def claim(self, request: Request, who: SignedIn) -> Response:
        """Take the ticket."""

        async def do(_: FormData) -> Notice | None:
            await self._room.helpdesk.claim(who.actor, number_of(request))
            return self._good(who, "notice-claimed")

        return await self.done(request, who, do)

    async def say(self, request: Request, who: SignedIn) -> Response:
        """Say something to the user, with a file perhaps, or keep a note for the other agents."""

        async def do(form: FormData) -> Notice | None:
            words = _text(form, "words").replace("\r\n", "\n").strip()
            file = await self._file(request, who, form)
            if not words and file is None:
                return Notice(self._room.words(who).t("notice-empty"), "bad")
            if form.get("kind") == "note":
                await self._room.helpdesk.note(who.actor, number_of(request), words, once_of(request, form))
            else:
                await self._room.helpdesk.say(who.actor, number_of(request), words, once_of(request, form), file)
            return None

        return await self.done(request, who, do)

    async def step(self, request: Request, who: SignedIn) -> Response:
        """Let the bot do something."""

        async def do(form: FormData) -> Notice | None:
            step = next((step for step in STEPS if step == form.get("step")), None)
            argument = _text(form, "argument") if step == "guide" else ""
            if step is None or (step == "guide" and argument not in GUIDE_STEPS):
                return Notice(self._room.words(who).t("notice-empty"), "bad")
            await self._room.helpdesk.ask_bot(who.actor, number_of(request), step, argument, once_of(request, form))
            return self._good(who, "notice-stopped" if step == "stop" else "notice-asked")

        return await self.done(request, who, do)

    async def transfer(self, request: Request, who: SignedIn) -> Response:
        """Hand the ticket to somebody, or back to the queue."""

        async def do(form: FormData) -> Notice | None:
            wanted = _text(form, "to")
            to = next((one for one in await self._room.roster.agents() if one.id == wanted), None)
            if wanted and to is None:
                return Notice(self._room.words(who).t("notice-unknown-agent"), "bad")
            await self._room.helpdesk.transfer(who.actor, number_of(request), to, once_of(request, form))
            if to is None:
                return self._good(who, "notice-released")
            return Notice(self._room.words(who).t("notice-transferred", name=to.name))

        return await self.done(request, who, do)

    async def close(self, request: Request, who: SignedIn) -> Response:
        """Close the ticket."""

        async def do(form: FormData) -> Notice | None:
            reason: Reason = next((reason for reason in REASONS if reason == form.get("reason")), "solved")
            await self._room.helpdesk.close(who.actor, number_of(request), reason, once_of(request, form))
            return self._good(who, "notice-ended")

        return await self.done(request, who, do)

    async def member(self, request: Request, who: SignedIn) -> Response:
        """Whose NIK or KPJ this is, masked, to compare with documents."""
        words, number = self._room.words(who), number_of(request)
        digits = "".join(letter for letter in _text(await request.form(), "digits") if letter in "0123456789")
        card, notice = None, None
        try:
            talk = await self._pages.open(request, who, looks=False)
            if len(digits) not in {NIK_DIGITS, KPJ_DIGITS}:
                notice = Notice(words.t("identity-wrong-digits"), "bad")
            else:
                card = await self._room.helpdesk.find_member(who.actor, number, digits)
                notice = None if card else Notice(words.t("identity-nobody"), "bad")
        except NotForThem:
            return await self._pages.page(request, who)
        except TROUBLES as error:
            notice = trouble(error, words, await self._room.names())
            return await self._member(request, who, None, notice, {})
        return await self._member(request, who, card, notice, self._pages.card_parts(who, talk, card))

    async def _member(
        self, request: Request, who: SignedIn, card: object, notice: Notice | None, given: dict[str, object]
    ) -> Response:
        if request.headers.get("hx-request"):
            return self._room.part(who, "talk/member.html", {**given, "card": card, "notice": notice})
        return await self._pages.page(request, who, notice, given)

    async def confirm(self, request: Request, who: SignedIn) -> Response:
        """Documents show that the user is this person."""

        async def do(form: FormData) -> Notice | None:
            words = self._room.words(who)
            if form.get("seen") != "1":
                return Notice(words.t("notice-not-seen"), "bad")
            person = self._pages.open_card(who, number_of(request), _text(form, "person"))
            if person is None:
                return Notice(words.t("notice-member-old"), "bad")
            await self._room.helpdesk.confirm(who.actor, number_of(request), person, once_of(request, form))
            return self._good(who, "notice-confirmed")

        return await self.done(request, who, do, then="desk-confirmed")

    async def done(self, request: Request, who: SignedIn, do: Doing, *, then: str = "") -> Response:
        """Do it, and show what has become of the ticket; what went wrong is said and leaves the box as it is.

        `then`: what the open page hears once it is done.
        """
        form = await request.form()
        words = self._room.words(who)
        try:
            await self._pages.may(request, who)
            notice = await do(form)
        except NotForThem:
            return await self._pages.page(request, who)
        except NoSuchTicket as error:
            if request.headers.get("hx-request"):
                return self._pages.gone(who, error)
            return await self._pages.refused(request, who, trouble(error, words, {}), 404)
        except TROUBLES as error:
            notice = trouble(error, words, await self._room.names())
        if notice is None:
            then = "desk-said"
        elif notice.kind == "bad":
            then = ""
        return await self._pages.parts(request, who, notice, then=then, draft=_text(form, "words"))

    async def _file(self, request: Request, who: SignedIn, form: FormData) -> FileMark | None:
        given = form.get("file")
        if not isinstance(given, UploadFile) or not given.filename:
            return None
        return await self._room.files.agent_file(
            number_of(request), who.actor, given.filename, await given.read(), f"{once_of(request, form)}/file"
        )

    def _good(self, who: SignedIn, key: str) -> Notice:
        return Notice(self._room.words(who).t(key))


def _text(form: FormData, name: str) -> str:
    given = form.get(name)
    return given if isinstance(given, str) else ""


def once_of(request: Request, form: FormData) -> str:
    """The name that the page gave to this wish; the same wish twice (a double click, a retry) is one.

    All forms of a page are given one name, so what they do is part of it.
    """
    what = request.url.path.rpartition("/")[2]
    return f"desk:{what}:{_text(form, 'once')[:LONGEST_ONCE] or secrets.token_urlsafe(12)}"

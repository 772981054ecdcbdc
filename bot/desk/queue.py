"""The queue: its views, the search, and taking tickets from it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.room import Notice, Room
from bot.desk.rows import VIEWS, Row, View, row, topics_of, wanted
from storage.tickets.port import Filter, Line, NoSuchTicket, NotYours, TicketIsClosed

TOPICS = ("kpj", "jmo", "data", "other")
MOST_AT_ONCE = 50
KPJ_DIGITS = 11


class QueuePages:
    """The pages of the queue."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, request: Request, who: SignedIn) -> Response:
        """The queue, or with ``part=list`` just its list, for a page that is open."""
        view, topic = _view(request.query_params.get("view")), request.query_params.get("topic") or None
        rows = await self._rows(who, view, topic)
        given: dict[str, object] = {"rows": rows, "view": view, "topic": topic, "search": False}
        if request.query_params.get("part") == "list":
            return self._room.part(who, "queue/list.html", given)
        given["away"] = await self._away(who)
        return await self._room.page(who, "queue/page.html", "/desk", {**_tools(rows, topic), **given})

    async def search(self, request: Request, who: SignedIn) -> Response:
        """Find tickets by number, or by the member's whole KPJ; what was searched for stands in no address."""
        room, words = self._room, self._room.words(who)
        form = await request.form()
        digits = _digits(str(form.get("q", "")))
        if 0 < len(digits) < KPJ_DIGITS - 1:
            return RedirectResponse(f"/desk/tickets/{int(digits)}", 303)
        notice, lines = None, ()  # type: tuple[Notice | None, Sequence[Line]]
        if len(digits) == KPJ_DIGITS:
            lines = await room.helpdesk.list(
                who.actor, Filter(states=("waiting", "agent", "user", "closed"), kpj=digits)
            )
        else:
            notice = Notice(words.t("notice-search-what"), "bad")
        given = {"rows": await self._seen(who, lines), "view": "all", "topic": None, "search": True, "notice": notice}
        return await room.page(who, "queue/page.html", "/desk", {**given, **_tools([], None)})

    async def claim(self, request: Request, who: SignedIn) -> Response:
        """Take the tickets that are marked, or the one whose button was pressed."""
        form = await request.form()
        one = form.get("one")
        given = [str(one)] if one else [str(number) for number in form.getlist("number")]
        numbers = [int(number) for number in given if number.isdecimal() and len(number) < 10][:MOST_AT_ONCE]
        view, topic = _view(str(form.get("view"))), str(form.get("topic") or "") or None
        notice, taken = await self._take(who, numbers)
        rows = await self._rows(who, view, topic)
        shown = {"rows": rows, "view": view, "topic": topic, "search": False, "notice": notice}
        if one and len(taken) == 1:
            return _go(request, f"/desk/tickets/{taken[0]}")
        if request.headers.get("hx-request"):
            return self._room.part(who, "queue/claimed.html", {**shown, "oob": True})
        return await self._room.page(who, "queue/page.html", "/desk", {**shown, **_tools(rows, topic)})

    async def _take(self, who: SignedIn, numbers: Sequence[int]) -> tuple[Notice, list[int]]:
        words = self._room.words(who)
        if not numbers:
            return Notice(words.t("notice-nothing-marked"), "bad"), []
        taken = []
        for number in numbers:
            try:
                await self._room.helpdesk.claim(who.actor, number)
            except (NotYours, TicketIsClosed, NoSuchTicket):
                continue
            taken.append(number)
        lost = len(numbers) - len(taken)
        if not taken:
            return Notice(words.t("notice-claimed-none"), "bad"), taken
        if lost:
            return Notice(words.t("notice-claimed-some", taken=len(taken), lost=lost), "bad"), taken
        return Notice(words.t("notice-claimed-several", taken=len(taken))), taken

    async def _away(self, who: SignedIn) -> list[str]:
        """Other places where agents work that do not get what happens now, each in a sentence."""
        words = self._room.words(who)
        return [
            words.t("queue-place-away", place=words.named("place", one.place), time=words.ago(one.failing_since))
            for one in await self._room.helpdesk.place_status()
            if one.failing_since is not None
        ]

    async def _rows(self, who: SignedIn, view: View, topic: str | None) -> list[Row]:
        before = self._room.clock() - self._room.settings.remind_after
        return await self._seen(
            who, await self._room.helpdesk.list(who.actor, wanted(view, who.actor.id, topic, before))
        )

    async def _seen(self, who: SignedIn, lines: Sequence[Line]) -> list[Row]:
        names, now, after = await self._room.names(), self._room.clock(), self._room.settings.remind_after
        return [row(line, who.actor.id, names, now, after) for line in lines]


def _digits(typed: str) -> str:
    """A number as people write it, without what stands between its digits; empty if it is none."""
    bare = "".join(letter for letter in typed.strip().removeprefix("#") if letter not in " .-")
    return bare if bare.isascii() and bare.isdecimal() else ""


def _view(given: str | None) -> View:
    return next((view for view in VIEWS if view == given), "waiting")


def _tools(rows: Sequence[Row], topic: str | None) -> dict[str, object]:
    found = {*TOPICS, *topics_of([row.line for row in rows]), *([topic] if topic in TOPICS else [])}
    return {"away": [], "views": VIEWS, "topics": sorted(found, key=[*TOPICS, *sorted(found)].index), "href": href}


def href(view: str, topic: str | None = None, part: str | None = None) -> str:
    """The address of a view of the queue."""
    asked = {"view": view, "topic": topic, "part": part}
    return "/desk?" + urlencode({name: value for name, value in asked.items() if value})


def _go(request: Request, path: str) -> Response:
    """To another page, in a way that HTMX understands as well."""
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"HX-Redirect": path})
    return RedirectResponse(path, 303)

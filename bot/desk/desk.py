"""The agents' desk: its paths, each with who may take it."""

from collections.abc import Sequence

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from bot.desk.accounts.guard import AGENTS, SUPERVISORS, Guard, SignedIn
from bot.desk.acting import Actions
from bot.desk.canned import CannedPages
from bot.desk.files import FilePages
from bot.desk.inviting import Inviting
from bot.desk.live import Live
from bot.desk.queue import QueuePages
from bot.desk.room import Room
from bot.desk.statistics import StatisticsPages
from bot.desk.talk import TalkPages
from bot.desk.templating import Link
from storage.tickets.figures import Figures

MAX_UPLOAD = 12 * 1024 * 1024  # bytes of a form with a file; how large a file may be is decided by whoever checks it
LINKS = (
    Link("/desk", "desk-nav-queue", frozenset(AGENTS)),
    Link("/desk/replies", "desk-nav-replies", frozenset(AGENTS)),
    Link("/desk/statistics", "desk-nav-statistics", frozenset(AGENTS)),
)
"""The desk's places in the navigation."""
_TICKET = "/desk/tickets/{number:int}"


class Desk:
    """The pages of agents. Made with a guard, which knows who may take which path; `close` lets open pages go."""

    def __init__(self, room: Room, guard: Guard, figures: Figures) -> None:
        self._room = room
        self._live = Live(room, guard.still)
        talk = TalkPages(room)
        self._queue = QueuePages(room)
        self._talk = talk
        self._acting = Actions(room, talk)
        self._inviting = Inviting(room, self._acting)
        self._files = FilePages(room, talk)
        self._canned = CannedPages(room)
        self._statistics = StatisticsPages(room, figures)
        self._guard = guard

    def routes(self) -> Sequence[BaseRoute]:
        """All paths of the agents' pages."""
        guard, acting, post = self._guard, self._acting, ("POST",)
        return [
            guard.route("/desk", self._front, *AGENTS),
            guard.route("/desk/search", self._queue.search, *AGENTS, methods=post),
            guard.route("/desk/claim", self._queue.claim, *AGENTS, methods=post),
            guard.route("/desk/presence", self._presence, *AGENTS, methods=post),
            guard.route("/desk/live", self._live.show, *AGENTS, background=True),
            guard.route(_TICKET, self._talk.show, *AGENTS),
            guard.route(f"{_TICKET}/now", self._talk.now, *AGENTS, background=True),
            guard.route(f"{_TICKET}/replies", self._talk.replies, *AGENTS),
            guard.route(f"{_TICKET}/files/{{file}}", self._files.give, *AGENTS),
            guard.route(f"{_TICKET}/claim", acting.claim, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/say", acting.say, *AGENTS, methods=post, max_body_size=MAX_UPLOAD),
            guard.route(f"{_TICKET}/step", acting.step, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/transfer", acting.transfer, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/close", acting.close, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/member", acting.member, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/template", self._inviting.send, *AGENTS, methods=post),
            guard.route(f"{_TICKET}/confirm", acting.confirm, *AGENTS, methods=post),
            guard.route("/desk/replies", self._canned.show, *AGENTS),
            guard.route("/desk/replies", self._canned.keep, *SUPERVISORS, methods=post),
            guard.route("/desk/replies/{reply:int}/delete", self._canned.delete, *SUPERVISORS, methods=post),
            guard.route("/desk/statistics", self._statistics.show, *AGENTS),
            guard.route("/desk/statistics.csv", self._statistics.download, *AGENTS),
        ]

    def close(self) -> None:
        """Let all open pages go."""
        self._live.close()

    async def _front(self, request: Request, who: SignedIn) -> Response:
        return await self._queue.show(request, who)

    async def _presence(self, request: Request, who: SignedIn) -> Response:
        """The agent is away, or back."""
        form: FormData = await request.form()
        away = form.get("away") == "1"
        await self._room.presences.say(who.actor.id, away=away)
        if request.headers.get("hx-request"):
            return self._room.part(who, "parts/presence.html", {"presence": "away" if away else "here"})
        return RedirectResponse("/desk", 303)

"""The guard at the desk: every path below ``/desk`` says who may take it, and nobody comes past this module.

A page is added by `Guard.route(path, endpoint, *roles)`; its endpoint gets the request and who is signed in. What
changes anything (POST) has to come from a page of ours and carry its token, as the field ``token`` or as the header
``X-CSRF-Token``. A route without a rule cannot be made here, and a test looks for routes that were made elsewhere.
"""

import re
import secrets
from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import quote

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.desk.accounts.cookies import Cookies
from bot.desk.templating import Pages
from bot.desk.texts import best_locale
from bot.helpdesk.port import Actor
from storage.accounts import Account, Role, Session, Sessions, SqlAccounts, Stage
from storage.consents import RecordsAway
from storage.line import LineAway

ADMINS: tuple[Role, ...] = ("admin",)
SUPERVISORS: tuple[Role, ...] = ("supervisor", "admin")
AGENTS: tuple[Role, ...] = ("agent", "supervisor", "admin")
AUDITORS: tuple[Role, ...] = ("auditor", "admin")
EVERYBODY: tuple[Role, ...] = ("agent", "supervisor", "auditor", "admin")

LOGIN, HOME = "/desk/login", "/desk"
STAGES: dict[Stage, str] = {
    "factor": "/desk/login/code",
    "enrol": "/desk/me/factor",
    "password": "/desk/me/password",
    "in": HOME,
}
"""Where somebody goes on who is at this stage of signing in."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "font-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not "no-referrer" as elsewhere: with it a browser would hide from us that a form was sent from a page of ours.
    "Referrer-Policy": "same-origin",
}
_READS = {"GET", "HEAD"}
_FORM = 64 * 1024  # bytes that a form at the door may have
_PATH = re.compile(r"/desk(/[A-Za-z0-9._~-]+)*")


class SignedIn(Struct, frozen=True):
    """Who makes a request, and what its pages need. `mark` stands for the session; `locale`: which language."""

    actor: Actor
    csrf: str
    locale: str
    mark: str


class Visit(Struct, frozen=True):
    """A browser at the door, signed in or not: what the pages of signing in need. `id` is secret."""

    id: str
    csrf: str
    locale: str
    session: Session | None = None
    account: Account | None = None

    def signed_in(self, mark: str = "") -> SignedIn | None:
        """Who it is, if they are in."""
        if self.account is None or self.session is None or self.session.stage != "in":
            return None
        actor = Actor(self.account.name, self.account.display, self.account.role)
        return SignedIn(actor, self.csrf, self.locale, mark)


class Rule(Struct, frozen=True):
    """Who may take a path: these roles, at these stages of signing in. Without stages: anybody."""

    roles: frozenset[Role] = frozenset(EVERYBODY)
    stages: frozenset[Stage] = frozenset()


class TurnedAway(Exception):
    """Whoever asks may not do this; `response` tells them."""

    def __init__(self, response: Response) -> None:
        super().__init__("turned away")
        self.response = response


Endpoint = Callable[[Request, SignedIn], Awaitable[Response]]
DoorEndpoint = Callable[[Request, Visit], Awaitable[Response]]


class Guarded(Route):
    """A route that says who may take it. `background`: asked for by a page by itself, so it keeps nobody signed in."""

    def __init__(
        self,
        path: str,
        endpoint: Callable[[Request], Awaitable[Response]],
        rule: Rule,
        *,
        methods: Iterable[str],
        background: bool,
        max_body_size: int | None,
    ) -> None:
        super().__init__(path, endpoint, methods=list(methods), max_body_size=max_body_size)
        self.rule = rule
        self.background = background


class Guard:
    """Lets in and turns away."""

    def __init__(self, sessions: Sessions, accounts: SqlAccounts, pages: Pages, cookies: Cookies) -> None:
        self.sessions = sessions
        self.accounts = accounts
        self.pages = pages
        self.cookies = cookies
        self.routes: list[Guarded] = []

    def route(
        self,
        path: str,
        endpoint: Endpoint,
        *roles: Role,
        methods: Iterable[str] = ("GET",),
        background: bool = False,
        max_body_size: int | None = None,
    ) -> Guarded:
        """A path for whoever is signed in with one of these roles."""
        rule = Rule(frozenset(roles), frozenset({"in"}))

        async def answer(request: Request) -> Response:
            return await endpoint(request, await self.require(request, *roles, background=background))

        return self._added(path, answer, rule, methods, background, max_body_size)

    def door(
        self,
        path: str,
        endpoint: DoorEndpoint,
        *stages: Stage,
        methods: Iterable[str] = ("GET",),
        background: bool = False,
    ) -> Guarded:
        """A path for whoever is at one of these stages of signing in; without any, for everybody."""
        rule = Rule(stages=frozenset(stages))

        async def answer(request: Request) -> Response:
            visit = await self._visit(request, touch=not background)
            if stages:
                self._at_stage(request, visit, rule.stages)
            await self._own_form(request, visit)
            response = await endpoint(request, visit)
            if not stages and self.cookies.read(request) != visit.id and not _gives_cookie(response):
                self.cookies.give(request, response, visit.id)
            return response

        return self._added(path, answer, rule, methods, background, _FORM)

    def open(self, path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> Guarded:
        """A path that is the same for everybody and does nothing: files."""
        return self._added(path, endpoint, Rule(), ("GET",), True, None)

    async def require(self, request: Request, *roles: Role, background: bool = False) -> SignedIn:
        """Whoever asks, signed in with one of these roles, by a form of ours; raise `TurnedAway`."""
        visit = await self._visit(request, touch=not background)
        account = self._at_stage(request, visit, frozenset({"in"}))
        if account.role not in roles:
            raise TurnedAway(self.denied(request, visit, "role", 403))
        await self._own_form(request, visit)
        return _known(visit.signed_in(self.sessions.mark(visit.id)))

    async def still(self, who: SignedIn) -> bool:
        """Whether whoever came in is in still: to be asked now and then by answers without an end."""
        session = await self.sessions.by_mark(who.mark)
        account = await self.accounts.get(who.actor.id) if session is not None else None
        return (
            session is not None
            and account is not None
            and not account.disabled
            and account.generation == session.generation
        )

    def onward(self, path: str, default: str = HOME) -> str:
        """The path, if it is one of our own pages; else the default."""
        if _PATH.fullmatch(path):
            for route in self.routes:
                is_page = "in" in route.rule.stages and "GET" in (route.methods or ()) and not route.background
                if is_page and route.path_regex.fullmatch(path):
                    return path
        return default

    def denied(self, request: Request, visit: Visit, why: str, status: int) -> Response:
        """A page that says in one sentence why not. `why`: role, form, away, busy or plain."""
        headers = {"Retry-After": "5"} if status == 503 else None
        if request.headers.get("hx-request"):
            return Response(self.pages.texts.say(visit.locale, f"denied-{why}"), status, headers, "text/plain")
        return self.pages.page("account/denied.html", visit.locale, status=status, headers=headers, given={"why": why})

    def to_login(self, request: Request) -> Response:
        """Send somebody to sign in, and back here afterwards."""
        asked = request.url.path if request.method in _READS else ""
        if request.headers.get("hx-request"):
            target = _login(self.onward(_path_of(request.headers.get("hx-current-url", "")), ""))
            return Response(status_code=401, headers={"HX-Redirect": target})
        if "text/event-stream" in request.headers.get("accept", ""):
            return Response(status_code=401)
        return RedirectResponse(_login(self.onward(asked, "")), 303)

    async def _visit(self, request: Request, *, touch: bool) -> Visit:
        """Who asks, as their cookie tells; a browser without one is given a new id."""
        if not self.cookies.allowed(request):
            visit = Visit("", "", best_locale(request.headers.get("accept-language", "")))
            raise TurnedAway(self.denied(request, visit, "plain", 403))
        session_id = self.cookies.read(request)
        session = await self.sessions.find(session_id, touch=touch) if session_id is not None else None
        account = await self.accounts.get(session.account) if session is not None else None
        if session is None or account is None or account.disabled or account.generation != session.generation:
            session = account = None
        session_id = session_id or self.sessions.new_id()
        locale = account.locale if account else best_locale(request.headers.get("accept-language", ""))
        return Visit(session_id, self.sessions.token(session_id), locale, session, account)

    def _at_stage(self, request: Request, visit: Visit, stages: frozenset[Stage]) -> Account:
        if visit.session is None or visit.account is None:
            raise TurnedAway(self.to_login(request))
        if visit.session.stage in stages:
            return visit.account
        target = STAGES[visit.session.stage]
        if request.headers.get("hx-request"):
            raise TurnedAway(Response(status_code=401, headers={"HX-Redirect": target}))
        raise TurnedAway(RedirectResponse(target, 303))

    async def _own_form(self, request: Request, visit: Visit) -> None:
        """What changes anything comes from our own page, of this very session."""
        if request.method in _READS:
            return
        token = request.headers.get("x-csrf-token")
        if token is None and self.cookies.own_page(request):
            field = (await request.form()).get("token")
            token = field if isinstance(field, str) else None
        fits = secrets.compare_digest((token or "").encode(), visit.csrf.encode())
        if not (fits and self.cookies.own_page(request)):
            raise TurnedAway(self.denied(request, visit, "form", 403))

    def _added(
        self,
        path: str,
        answer: Callable[[Request], Awaitable[Response]],
        rule: Rule,
        methods: Iterable[str],
        background: bool,
        max_body_size: int | None,
    ) -> Guarded:
        async def endpoint(request: Request) -> Response:
            try:
                response = await answer(request)
            except TurnedAway as turned:
                response = turned.response
            except (LineAway, RecordsAway):
                visit = Visit("", "", best_locale(request.headers.get("accept-language", "")))
                response = self.denied(request, visit, "away", 503)
            finally:
                await request.close()  # files of a form, whoever reads it, lie on the disk until then
            for name, value in HEADERS.items():
                response.headers.setdefault(name, value)
            return response

        route = Guarded(
            path, endpoint, rule, methods=methods, background=background, max_body_size=max_body_size
        )  # fmt: skip
        self.routes.append(route)
        return route


def _known(who: SignedIn | None) -> SignedIn:
    if who is None:
        raise RuntimeError("somebody without an account came past the guard")
    return who


def _login(onward: str) -> str:
    return f"{LOGIN}?next={quote(onward)}" if onward else LOGIN


def _path_of(address: str) -> str:
    """The path of an address that a browser tells."""
    return "/" + address.split("://", 1)[-1].partition("/")[2].partition("?")[0].partition("#")[0]


def _gives_cookie(response: Response) -> bool:
    return "set-cookie" in response.headers

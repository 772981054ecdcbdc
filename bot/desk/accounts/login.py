"""The pages of signing in and out: name and password, the second factor, and the way on from there."""

from collections.abc import Mapping
from math import ceil

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts.guard import HOME, LOGIN, STAGES, Guard, Guarded, Visit
from bot.desk.accounts.signing import SignIn
from bot.desk.templating import Pages
from storage.accounts import Account, Locked, Role, Session, Stage, TooBusy

AUDIT = "/desk/audit"


def home(role: Role) -> str:
    """Where somebody with this role begins: who may not see conversations begins with the audit."""
    return AUDIT if role == "auditor" else HOME


class Onward:
    """Takes whoever has done one step of signing in to the next, under a new id each time."""

    def __init__(self, guard: Guard, signing: SignIn) -> None:
        self._guard = guard
        self._signing = signing

    async def after(
        self,
        request: Request,
        visit: Visit,
        account: Account,
        done: Stage | None,
        *,
        onward: str,
        how: str = "",
        elsewhere: bool = False,
    ) -> Response:
        """Redirect to what comes next."""
        stage = self._signing.next_stage(account, done, elsewhere=elsewhere)
        response = RedirectResponse(self.target(account, stage, onward), 303)
        await self.move(request, response, visit, account, stage, onward)
        if stage == "in":
            await self._signing.came_in(account, how)
        return response

    async def move(
        self, request: Request, response: Response, visit: Visit, account: Account, stage: Stage, onward: str
    ) -> None:
        """Give the browser a new id for this stage; the one before is worth nothing from now on."""
        session = Session(account.name, account.generation, stage, 0, onward)
        self._guard.cookies.give(request, response, await self._guard.sessions.open(session, visit.id))

    def target(self, account: Account, stage: Stage, onward: str) -> str:
        """The path of a stage; of one who is in, where they wanted to go."""
        return self._guard.onward(onward, home(account.role)) if stage == "in" else STAGES[stage]


class LoginPages:
    """Everything before one is in."""

    def __init__(self, guard: Guard, pages: Pages, signing: SignIn, *, elsewhere: str = "") -> None:
        """`elsewhere`: the name of the organisation's own sign-in, if there is one."""
        self._guard = guard
        self._pages = pages
        self._signing = signing
        self._onward = Onward(guard, signing)
        self._elsewhere = elsewhere

    def routes(self) -> list[Guarded]:
        """All of them."""
        door = self._guard.door
        return [
            door(LOGIN, self._show),
            door(LOGIN, self._try_password, methods=["POST"]),
            door(STAGES["factor"], self._show_code, "factor"),
            door(STAGES["factor"], self._try_code, "factor", methods=["POST"]),
            door("/desk/logout", self._leave, "factor", "enrol", "password", "in", methods=["POST"]),
        ]

    async def _show(self, request: Request, visit: Visit) -> Response:
        if visit.session is not None and visit.session.stage == "in" and visit.account is not None:
            return RedirectResponse(home(visit.account.role), 303)
        return self.page(request, visit, request.query_params.get("next", ""))

    async def _try_password(self, request: Request, visit: Visit) -> Response:
        form = await fields(request)
        onward = self._guard.onward(form.get("next", ""), "")
        try:
            account = await self._signing.password(form.get("name", ""), form.get("password", ""), network(request))
        except Locked as locked:
            return self.page(request, visit, onward, "login-locked", minutes=self._minutes(locked))
        except TooBusy:
            return self.page(request, visit, onward, "login-busy")
        if account is None:
            return self.page(request, visit, onward, "login-wrong", typed=form.get("name", "")[:80])
        return await self._onward.after(request, visit, account, None, onward=onward, how="password")

    async def _show_code(self, _request: Request, visit: Visit) -> Response:
        return self._code_page(visit)

    async def _try_code(self, request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        form = await fields(request)
        try:
            right = await self._signing.factor(account, form.get("code", "")[:40], network(request))
        except Locked as locked:
            return self._code_page(visit, "login-locked", minutes=self._minutes(locked))
        if not right:
            return self._code_page(visit, "code-wrong")
        how = "password, second factor"
        return await self._onward.after(request, visit, account, "factor", onward=session.onward, how=how)

    async def _leave(self, request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        await self._guard.sessions.end(visit.id)
        if session.stage == "in":
            await self._signing.note("logout", account.name)
        response = RedirectResponse(LOGIN, 303)
        self._guard.cookies.take_away(request, response)
        return response

    def page(
        self,
        request: Request,
        visit: Visit,
        onward: str,
        problem: str = "",
        *,
        minutes: int = 0,
        typed: str = "",
        subject: str = "",
    ) -> Response:
        """The log-in page with what went wrong, if anything did. `subject`: who the organisation says that it was."""
        locale = request.query_params.get("lang", visit.locale)
        return self._pages.page(
            "account/login.html",
            locale if locale in {"id", "en"} else visit.locale,
            token=visit.csrf,
            status=_STATUS.get(problem, 200),
            headers={"Retry-After": str(minutes * 60)} if minutes else None,
            given={
                "problem": problem,
                "minutes": minutes,
                "typed": typed,
                "onward": self._guard.onward(onward, ""),
                "elsewhere": self._elsewhere,
                "subject": subject,
            },
        )

    def _code_page(self, visit: Visit, problem: str = "", *, minutes: int = 0) -> Response:
        return self._pages.page(
            "account/code.html",
            visit.locale,
            token=visit.csrf,
            status=_STATUS.get(problem, 200),
            headers={"Retry-After": str(minutes * 60)} if minutes else None,
            given={"problem": problem, "minutes": minutes},
        )

    def _minutes(self, locked: Locked) -> int:
        return max(1, ceil((locked.until - self._signing.clock()) / 60_000))


_STATUS = {
    "login-wrong": 400,
    "code-wrong": 400,
    "login-not-here": 403,
    "login-elsewhere-failed": 400,
    "login-locked": 429,
    "login-busy": 503,
}


async def fields(request: Request) -> Mapping[str, str]:
    """The text fields of a form."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def network(request: Request) -> str | None:
    """The network address that a request comes from."""
    return request.client.host if request.client is not None else None


def signed(visit: Visit) -> tuple[Account, Session]:
    """Account and session of a visit to a path that asks for a stage: the guard has looked."""
    if visit.account is None or visit.session is None:
        raise RuntimeError("the path asks for no stage")
    return visit.account, visit.session

"""One's own account: password, second factor, recovery codes, language, and ending everything that is signed in."""

from io import BytesIO

import msgspec
import segno
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts.guard import EVERYBODY, STAGES, Guard, Guarded, SignedIn, TurnedAway, Visit
from bot.desk.accounts.login import Onward, fields, network, signed
from bot.desk.accounts.signing import SignIn
from bot.desk.templating import Pages
from storage.accounts import LOCALES, Account, Locked, TooBusy, WeakPassword
from storage.accounts.factors import address_for, fresh_secret, step_of
from storage.accounts.passwords import sensible

ME = "/desk/me"


class OwnPages:
    """What everybody may do with their own account."""

    def __init__(self, guard: Guard, pages: Pages, signing: SignIn, operator: str) -> None:
        self._guard = guard
        self._pages = pages
        self._signing = signing
        self._onward = Onward(guard, signing)
        self._operator = operator

    def routes(self) -> list[Guarded]:
        """All of them."""
        route, door = self._guard.route, self._guard.door
        password, factor = STAGES["password"], STAGES["enrol"]
        return [
            route(ME, self._show, *EVERYBODY),
            route(f"{ME}/language", self._speak, *EVERYBODY, methods=["POST"]),
            route(f"{ME}/log-out", self._log_out, *EVERYBODY, methods=["POST"]),
            door(password, self._show_password, "password", "in"),
            door(password, self._change_password, "password", "in", methods=["POST"]),
            door(factor, self._show_factor, "enrol", "in"),
            door(factor, self._set_factor, "enrol", "in", methods=["POST"]),
            door(f"{factor}.svg", self._picture, "enrol", "in", background=True),
            door(f"{ME}/recovery", self._make_recovery, "in", methods=["POST"]),
        ]

    async def _show(self, _request: Request, who: SignedIn) -> Response:
        account = await self._guard.accounts.get(who.actor.id)
        left = await self._signing.factors.recovery_left(who.actor.id)
        return self._pages.for_who("account/me.html", who, here=ME, account=account, left=left)

    async def _speak(self, request: Request, who: SignedIn) -> Response:
        locale = (await fields(request)).get("locale", "")
        if locale in LOCALES:
            await self._guard.accounts.set_locale(who.actor.id, locale)
        return RedirectResponse(ME, 303)

    async def _log_out(self, request: Request, who: SignedIn) -> Response:
        await self._guard.accounts.log_out(who.actor.id)
        await self._signing.note("logged-out-everywhere", who.actor.id)
        response = RedirectResponse("/desk/login", 303)
        self._guard.cookies.take_away(request, response)
        return response

    async def _show_password(self, _request: Request, visit: Visit) -> Response:
        return self._password_page(visit)

    async def _change_password(self, request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        form = await fields(request)
        problem = await self._unproven(request, account, form.get("current", "")) if session.stage == "in" else ""
        fresh = form.get("fresh", "")
        if not problem and fresh != form.get("again", ""):
            problem = "password-differ"
        try:
            if problem:
                return self._password_page(visit, problem)
            if await self._signing.passwords.fits(await self._guard.accounts.password(account.name), fresh):
                return self._password_page(visit, "password-same")
            kept = await self._signing.passwords.hash(sensible(fresh, account.name))
        except WeakPassword as weak:
            return self._password_page(visit, f"password-{weak.why}")
        except TooBusy:
            return self._password_page(visit, "login-busy")
        generation = await self._guard.accounts.set_password(account.name, kept, must_change=False)
        await self._signing.note("password-changed", account.name)
        changed = msgspec.structs.replace(account, generation=generation, must_change=False, has_password=True)
        if session.stage == "in":
            response = RedirectResponse(ME, 303)
            await self._onward.move(request, response, visit, changed, "in", "")
            return response
        return await self._onward.after(
            request, visit, changed, "password", onward=session.onward, how="password changed"
        )

    async def _show_factor(self, _request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        if not session.secret:
            session = msgspec.structs.replace(session, secret=fresh_secret())
            await self._guard.sessions.keep(visit.id, session)
        return self._factor_page(visit, account, session.secret)

    async def _picture(self, _request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        if not session.secret:
            return Response("Not Found", 404, media_type="text/plain")
        drawn = BytesIO()
        picture = segno.make(address_for(session.secret, account.name, self._issuer()), error="m")
        picture.save(drawn, kind="svg", scale=6, border=4, xmldecl=False, light="#ffffff", dark="#000000")
        return Response(drawn.getvalue(), media_type="image/svg+xml")

    async def _set_factor(self, request: Request, visit: Visit) -> Response:
        account, session = signed(visit)
        form = await fields(request)
        if not session.secret:
            return RedirectResponse(STAGES["enrol"], 303)
        problem = await self._unproven(request, account, form.get("current", "")) if session.stage == "in" else ""
        step = step_of(session.secret, form.get("code", ""), self._signing.clock())
        if problem or step is None:
            return self._factor_page(visit, account, session.secret, problem or "code-wrong")
        first = session.stage == "enrol"
        generation = await self._signing.factors.set(account.name, session.secret, step, first=first)
        if generation is None:  # somebody else who has the password was faster
            raise TurnedAway(self._guard.denied(request, visit, "form", 403))
        await self._signing.note("factor-set", account.name)
        codes = await self._signing.factors.make_recovery(account.name)
        changed = msgspec.structs.replace(account, has_factor=True, generation=generation)
        onward = self._onward.target(changed, "in", session.onward) if first else ME
        response = self._codes_page(visit, codes, onward)
        await self._onward.move(request, response, visit, changed, "in", "")
        if first:
            await self._signing.came_in(changed, "password, second factor set up")
        return response

    async def _make_recovery(self, request: Request, visit: Visit) -> Response:
        account, _ = signed(visit)
        problem = await self._unproven(request, account, (await fields(request)).get("current", ""))
        if problem:
            left = await self._signing.factors.recovery_left(account.name)
            return self._page(
                "account/me.html", visit, here=ME, account=account, left=left, problem=problem, status=400
            )
        codes = await self._signing.factors.make_recovery(account.name)
        await self._signing.note("recovery-made", account.name)
        return self._codes_page(visit, codes, ME)

    async def _unproven(self, request: Request, account: Account, password: str) -> str:
        """What speaks against letting somebody who is in change what proves who they are; nothing if they may."""
        if not account.has_password:
            return ""
        try:
            proven = await self._signing.password(account.name, password, network(request))
        except Locked:
            return "login-later"
        except TooBusy:
            return "login-busy"
        return "" if proven is not None else "password-wrong"

    def _page(self, name: str, visit: Visit, *, here: str = "", status: int = 200, **given: object) -> Response:
        """A page of somebody who may be in, or on the way."""
        who = visit.signed_in()
        return self._pages.page(name, visit.locale, who=who, token=visit.csrf, here=here, status=status, given=given)

    def _password_page(self, visit: Visit, problem: str = "") -> Response:
        return self._page("account/password.html", visit, problem=problem, status=400 if problem else 200)

    def _factor_page(self, visit: Visit, account: Account, secret: str, problem: str = "") -> Response:
        groups = [secret[at : at + 4] for at in range(0, len(secret), 4)]
        return self._page(
            "account/factor.html", visit, account=account, groups=groups, problem=problem,
            status=400 if problem else 200,
        )  # fmt: skip

    def _codes_page(self, visit: Visit, codes: list[str], onward: str) -> Response:
        return self._page("account/codes.html", visit, codes=codes, onward=onward)

    def _issuer(self) -> str:
        return f"Teman KPJ {self._operator}"[:60].replace(":", " ")

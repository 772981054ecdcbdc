"""The accounts, for admins: list, add, change. A made-up password is shown once, in the answer to the form."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts.config import OidcSection, subject_of
from bot.desk.accounts.guard import ADMINS, Guard, Guarded, SignedIn
from bot.desk.accounts.login import fields
from bot.desk.accounts.register import Newcomer, Register
from bot.desk.accounts.times import Times
from bot.desk.templating import Pages
from storage.accounts import LOCALES, ROLES, Account, BadName, NameTaken, NoSuchAccount, TooBusy

PEOPLE = "/desk/people"

Known = TypeVar("Known", bound=str)
Change = Callable[[str, str, Mapping[str, str]], Awaitable[str | None]]


class PeoplePages:
    """What admins do with accounts. Their own they change on their own page: nobody locks themselves out here."""

    def __init__(self, guard: Guard, pages: Pages, register: Register, times: Times, oidc: OidcSection | None) -> None:
        self._guard = guard
        self._pages = pages
        self._register = register
        self._times = times
        self._oidc = oidc
        self._changes: dict[str, Change] = {
            "role": self._role,
            "disable": _plainly(register.disable),
            "enable": _plainly(register.enable),
            "password": lambda by, name, _: register.reset_password(by, name),
            "factor": _plainly(register.reset_factor),
            "log-out": _plainly(register.log_out),
        }

    def routes(self) -> list[Guarded]:
        """All of them."""
        route = self._guard.route
        return [
            route(PEOPLE, self._list, *ADMINS),
            route(PEOPLE, self._add, *ADMINS, methods=["POST"]),
            route(f"{PEOPLE}/{{name}}", self._show, *ADMINS),
            route(f"{PEOPLE}/{{name}}/{{change}}", self._change, *ADMINS, methods=["POST"]),
        ]

    async def _list(self, _request: Request, who: SignedIn) -> Response:
        return await self._list_page(who, {})

    async def _add(self, request: Request, who: SignedIn) -> Response:
        form = await fields(request)
        sub = form.get("subject", "").strip()
        try:
            newcomer = Newcomer(
                form.get("name", ""),
                form.get("display", ""),
                _one_of(ROLES, form.get("role", "")),
                _one_of(LOCALES, form.get("locale", "")),
                subject_of(self._oidc, sub) if sub and self._oidc else None,
            )
            account, made = await self._register.add(who.actor.id, newcomer)
        except BadName:
            return await self._list_page(who, form, "people-bad-name")
        except NameTaken:
            return await self._list_page(who, form, "people-taken")
        except TooBusy:
            return await self._list_page(who, form, "login-busy")
        return self._one_page(who, account, told="people-added", made=made)

    async def _show(self, request: Request, who: SignedIn) -> Response:
        account = await self._guard.accounts.get(request.path_params["name"])
        return self._nobody(who) if account is None else self._one_page(who, account)

    async def _change(self, request: Request, who: SignedIn) -> Response:
        name, change = request.path_params["name"], self._changes.get(request.path_params["change"])
        if change is None or await self._guard.accounts.get(name) is None:
            return self._nobody(who)
        if name == who.actor.id:
            return RedirectResponse("/desk/me", 303)
        made = None
        try:
            made = await change(who.actor.id, name, await fields(request))
            told, status = f"people-done-{request.path_params['change']}", 200
        except TooBusy:
            told, status = "login-busy", 503
        except (BadName, NoSuchAccount):
            return self._nobody(who)
        account = await self._guard.accounts.get(name)
        return self._nobody(who) if account is None else self._one_page(who, account, told, made, status)

    async def _role(self, by: str, name: str, form: Mapping[str, str]) -> None:
        await self._register.set_role(by, name, _one_of(ROLES, form.get("role", "")))

    async def _list_page(self, who: SignedIn, form: Mapping[str, str], problem: str = "") -> Response:
        found = await self._guard.accounts.all()
        return self._pages.for_who(
            "account/people.html", who, here=PEOPLE, status=400 if problem else 200, accounts=found, roles=ROLES,
            form=form, problem=problem, elsewhere=self._oidc is not None, moment=self._times.moment,
        )  # fmt: skip

    def _one_page(
        self, who: SignedIn, account: Account, told: str = "", made: str | None = None, status: int = 200
    ) -> Response:
        return self._pages.for_who(
            "account/person.html", who, here=PEOPLE, status=status, account=account, roles=ROLES, told=told, made=made,
            moment=self._times.moment,
        )  # fmt: skip

    def _nobody(self, who: SignedIn) -> Response:
        return self._pages.for_who("account/nothing.html", who, status=404, here=PEOPLE)


def _plainly(change: Callable[[str, str], Awaitable[None]]) -> Change:
    """A change that needs nothing of the form."""

    async def changed(by: str, name: str, _form: Mapping[str, str]) -> None:
        await change(by, name)

    return changed


def _one_of(known: tuple[Known, ...], given: str) -> Known:
    for one in known:
        if one == given:
            return one
    raise BadName("it has to be one of those that are offered")

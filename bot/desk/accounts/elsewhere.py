"""Signing in by the organisation's own service: the way there, the way back, and which account that is here."""

import re
import secrets
from collections.abc import Mapping

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts.config import OidcSection
from bot.desk.accounts.guard import Guard, Guarded, Visit
from bot.desk.accounts.login import LoginPages, Onward
from bot.desk.accounts.oidc import Identity, NotVouched, Organisation
from bot.desk.accounts.register import Newcomer, Register
from bot.desk.accounts.signing import NOBODY, SignIn
from storage.accounts import Account, BadName, NameTaken, Role, account_name, shown_name
from storage.accounts.errands import Errand, Errands

START, CALLBACK = "/desk/oidc", "/desk/oidc/callback"
BY = "organisation"
_MIGHT: tuple[Role, ...] = ("admin", "supervisor", "agent", "auditor")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9._-]+")

log = structlog.get_logger("bot.desk.oidc")


class Elsewhere:
    """The two paths of it."""

    def __init__(
        self,
        section: OidcSection,
        organisation: Organisation,
        errands: Errands,
        guard: Guard,
        signing: SignIn,
        register: Register,
        login: LoginPages,
    ) -> None:
        self._section = section
        self._organisation = organisation
        self._errands = errands
        self._guard = guard
        self._signing = signing
        self._register = register
        self._login = login
        self._onward = Onward(guard, signing)

    def routes(self) -> list[Guarded]:
        """Both."""
        return [self._guard.door(START, self._send), self._guard.door(CALLBACK, self._back)]

    async def _send(self, request: Request, visit: Visit) -> Response:
        onward = self._guard.onward(request.query_params.get("next", ""), "")
        nonce, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
        errand = Errand(self._guard.sessions.mark(visit.id), nonce, verifier, onward)
        state = await self._errands.send(errand)
        try:
            address = await self._organisation.address(self._redirect(request), state, nonce, verifier)
        except NotVouched as error:
            return self._refused(request, visit, error)
        return RedirectResponse(address, 303)

    async def _back(self, request: Request, visit: Visit) -> Response:
        """Only the browser that was sent may come back, and only once."""
        answer: Mapping[str, str] = request.query_params
        errand = await self._errands.back(answer.get("state", ""))
        if errand is None or not secrets.compare_digest(errand.browser, self._guard.sessions.mark(visit.id)):
            return self._refused(request, visit, NotVouched("nobody was sent with this state from this browser"))
        try:
            identity = await self._organisation.vouched(self._redirect(request), answer, errand.nonce, errand.verifier)
        except NotVouched as error:
            return self._refused(request, visit, error)
        account = await self._account(identity)
        if account is None or account.disabled:
            await self._signing.note("login-failed", account.name if account else NOBODY, BY)
            return self._login.page(request, visit, errand.onward, "login-not-here", subject=identity.sub)
        return await self._onward.after(request, visit, account, None, onward=errand.onward, how=BY, elsewhere=True)

    async def _account(self, identity: Identity) -> Account | None:
        """The account of whoever this is, with the role that their groups give; made now, where that is configured."""
        role, by_groups = self._role(identity), bool(self._section.roles)
        account = await self._guard.accounts.by_subject(identity.subject)
        if by_groups and role is None:
            return None
        if account is None:
            return await self._made(identity, role) if self._section.make_accounts and role is not None else None
        if role is not None and role != account.role and not account.disabled:
            await self._register.set_role(BY, account.name, role)
            return await self._guard.accounts.get(account.name)
        return account

    async def _made(self, identity: Identity, role: Role) -> Account | None:
        """An account of their own: one that has the name already is somebody else's, however alike they are."""
        for name in _names(identity.name):
            try:
                newcomer = Newcomer(name, _shown(identity.display, name), role, subject=identity.subject)
                return (await self._register.add(BY, newcomer))[0]
            except NameTaken:
                known = await self._guard.accounts.by_subject(identity.subject)
                if known is not None:  # made by the other of two log-ins at the same moment
                    return known
        return None

    def _role(self, identity: Identity) -> Role | None:
        given = {self._section.roles[group] for group in identity.groups if group in self._section.roles}
        return next((role for role in _MIGHT if role in given), None)

    def _redirect(self, request: Request) -> str:
        return self._guard.cookies.base(request) + CALLBACK

    def _refused(self, request: Request, visit: Visit, error: NotVouched) -> Response:
        log.warning("oidc_refused", why=str(error))
        return self._login.page(request, visit, "", "login-elsewhere-failed")


def _names(wanted: str) -> list[str]:
    """Names for an account, best first."""
    plain = _NOT_IN_NAMES.sub("-", wanted.lower()).strip("-._")[:32]
    try:
        base = account_name(plain)
    except BadName:
        base = f"akun-{plain}"[:32] if plain else "akun"
    return [base, *(f"{base}-{number}" for number in range(2, 10)), f"{base}-{secrets.token_hex(3)}"]


def _shown(display: str, name: str) -> str:
    try:
        return shown_name(display[:60])
    except BadName:
        return name

"""The audit for auditors: what happened, newest first, and whether the chain is whole. No conversation stands here."""

import asyncio
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.guard import AUDITORS, Guard, Guarded, SignedIn
from bot.desk.accounts.login import AUDIT, fields
from bot.desk.accounts.times import Times
from bot.desk.templating import Pages
from storage.audit import Audit, Verified, Wanted

A_PAGE = 50
KINDS = (
    "account-added", "account-disabled", "account-enabled", "account-role", "close", "code-sent", "consent",
    "disclosure", "factor-failed", "factor-reset", "factor-set", "failed-proof", "key-rotation", "lockout",
    "logged-out-everywhere", "login", "login-failed", "logout", "look", "password-changed", "password-reset",
    "recovery-made", "recovery-used", "reply", "retention",
)  # fmt: skip
"""Offered while typing; others can be asked for as well."""


class AuditPages:
    """Shows and verifies. One verification at a time: it reads everything."""

    def __init__(self, guard: Guard, pages: Pages, audit: Audit, times: Times) -> None:
        self._guard = guard
        self._pages = pages
        self._audit = audit
        self._times = times
        self._turn = asyncio.Lock()

    def routes(self) -> list[Guarded]:
        """Both."""
        return [
            self._guard.route(AUDIT, self._show, *AUDITORS),
            self._guard.route(f"{AUDIT}/verify", self._verify, *AUDITORS, methods=["POST"]),
        ]

    async def _show(self, request: Request, who: SignedIn) -> Response:
        return await self._page(who, _asked(dict(request.query_params)))

    async def _verify(self, request: Request, who: SignedIn) -> Response:
        anchor, problem = None, ""
        typed = (await fields(request)).get("anchor", "").strip()
        number, _, digest = typed.partition(":")
        if typed and not (number.isdecimal() and len(number) < 19 and len(digest) == 64):
            problem = "audit-bad-anchor"
        elif typed:
            anchor = (int(number), digest)
        if not problem and self._turn.locked():
            problem = "audit-verifying"
        if problem:
            return await self._page(who, _asked({}), problem=problem)
        async with self._turn:
            found = await self._audit.verify(anchor)
        return await self._page(who, _asked({}), verified=found)

    async def _page(
        self, who: SignedIn, asked: dict[str, str], *, verified: Verified | None = None, problem: str = ""
    ) -> Response:
        wanted = Wanted(
            actor=asked["actor"] or None,
            kind=asked["kind"] or None,
            since=self._times.begins(asked["since"]),
            until=self._times.ends(asked["until"]),
        )
        before = int(asked["before"]) if asked["before"] else None
        entries = await self._audit.newest(wanted, before, A_PAGE + 1)
        more = len(entries) > A_PAGE
        entries = entries[:A_PAGE]
        kept = {name: value for name, value in asked.items() if value and name != "before"}
        older = urlencode({**kept, "before": entries[-1].number}) if more else ""
        return self._pages.for_who(
            "account/audit.html", who, here=AUDIT, status=400 if problem else 200, entries=entries, asked=asked,
            kinds=KINDS, older=older, newest=urlencode(kept), verified=verified, problem=problem,
            moment=self._times.exactly,
        )  # fmt: skip


def _asked(given: dict[str, str]) -> dict[str, str]:
    """The filter, with nothing in it that could not be meant."""
    asked = {name: given.get(name, "").strip()[:80] for name in ("actor", "kind", "since", "until", "before")}
    asked = {name: "".join(filter(str.isprintable, value)) for name, value in asked.items()}
    before = asked["before"]
    return {**asked, "before": before if before.isdecimal() and before.isascii() and len(before) < 19 else ""}

"""Canned replies: the page on which a supervisor writes them, and everybody reads them."""

import re

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.desk.accounts.guard import SignedIn
from bot.desk.filling import VARIABLES, unknown
from bot.desk.room import Notice, Room
from bot.desk.seeing import EVERYTHING
from bot.desk.talk import LARGEST
from storage.accounts import LOCALES
from storage.canned import LONGEST_TEXT, LONGEST_TITLE, NoSuchReply, Reply, ShortcutTaken

_SHORTCUT = re.compile(r"[a-z0-9-]{1,30}")


class CannedPages:
    """The pages of canned replies."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def show(self, _: Request, who: SignedIn) -> Response:
        """All of them."""
        return await self._page(who, None)

    async def keep(self, request: Request, who: SignedIn) -> Response:
        """Keep a new one, or a changed one."""
        words = self._room.words(who)
        reply, wrong = self._read(await request.form(), who)
        if wrong is not None:
            return await self._page(who, wrong, reply)
        try:
            number = await self._room.replies.keep(reply)
        except ShortcutTaken:
            return await self._page(who, Notice(words.t("replies-taken"), "bad"), reply)
        except NoSuchReply:
            return await self._page(who, Notice(words.t("replies-gone"), "bad"))
        await self._note(who, f"canned reply {number} kept")
        return await self._page(who, Notice(words.t("replies-kept")))

    async def delete(self, request: Request, who: SignedIn) -> Response:
        """Delete one."""
        number = int(request.path_params["reply"])
        there = number <= LARGEST and await self._room.replies.delete(number)
        if there:
            await self._note(who, f"canned reply {number} deleted")
        words = self._room.words(who)
        return await self._page(
            who, Notice(words.t("replies-deleted")) if there else Notice(words.t("replies-gone"), "bad")
        )

    def _read(self, form: FormData, who: SignedIn) -> tuple[Reply, Notice | None]:
        """What was typed, and what is wrong with it."""
        words = self._room.words(who)
        typed = {name: value.strip() for name, value in form.multi_items() if isinstance(value, str)}
        number = typed.get("id", "0")
        text = typed.get("text", "").replace("\r\n", "\n")
        locale = typed.get("locale", "")
        reply = Reply(
            int(number) if number.isdecimal() and len(number) < 10 else 0,
            typed.get("shortcut", "").lower().removeprefix("/"),
            " ".join(typed.get("title", "").split()),
            text,
            locale if locale in LOCALES else LOCALES[0],
            self._room.clock(),
            who.actor.id,
        )
        if not _SHORTCUT.fullmatch(reply.shortcut):
            return reply, Notice(words.t("replies-bad-shortcut"), "bad")
        if not 0 < len(reply.title) <= LONGEST_TITLE:
            return reply, Notice(words.t("replies-bad-title"), "bad")
        if not 0 < len(reply.text) <= LONGEST_TEXT:
            return reply, Notice(words.t("replies-bad-text"), "bad")
        if names := unknown(reply.text):
            listed = ", ".join(f"{{{name}}}" for name in names)
            return reply, Notice(words.t("replies-bad-variable", names=listed), "bad")
        return reply, None

    async def _page(self, who: SignedIn, notice: Notice | None, draft: Reply | None = None) -> Response:
        """The page; `draft` is what was typed and could not be kept."""
        given = {
            "notice": notice,
            "replies": await self._room.replies.all(),
            "draft": draft,
            "names": await self._room.names(),
            "may_change": who.actor.role in EVERYTHING,
            "variables": ", ".join(f"{{{name}}}" for name in VARIABLES),
            "locales": LOCALES,
        }
        status = 400 if notice and notice.kind == "bad" else 200
        return await self._room.page(who, "replies/page.html", "/desk/replies", given, status=status)

    async def _note(self, who: SignedIn, detail: str) -> None:
        await self._room.noted("setting", at=self._room.clock(), actor=who.actor.id, detail=detail)

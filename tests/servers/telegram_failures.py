"""How the Bot API says no: the answers that tests let the fake Telegram give."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp

from tests.servers.asgi import BreakingOff


@dataclass(frozen=True)
class Failure:
    """How a call goes wrong: Telegram's status and description; status 0 breaks the connection, -1 never answers."""

    status: int
    description: str = "failed"
    retry_after: int | None = None
    migrate_to: int | None = None

    def answer(self) -> ASGIApp:
        """What the client gets."""
        if self.status == 0:
            return BreakingOff()
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        if self.migrate_to is not None:
            body["parameters"] = {"migrate_to_chat_id": self.migrate_to}
        return JSONResponse(body, self.status)


BLOCKED = Failure(403, "Forbidden: bot was blocked by the user")
NO_CHAT = Failure(400, "Bad Request: chat not found")
REFUSED = Failure(400, 'Bad Request: can\'t parse "NIK 9901015708909901" at byte offset 7')
UNAUTHORIZED = Failure(401, "Unauthorized")
BUSY = Failure(429, "Too Many Requests: retry after 7", retry_after=7)
BROKEN = Failure(500, "Internal Server Error")
DROPPED = Failure(0)
SILENT = Failure(-1)
CONFLICT = Failure(409, "Conflict: terminated by other getUpdates request")
EMPTY = Failure(400, "Bad Request: message text is empty")
NOT_THERE = Failure(400, "Bad Request: message to delete not found")

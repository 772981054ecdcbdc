"""What the page is told when something cannot be taken: a status, a word for the program and a sentence for people."""

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from bot.words import Words


class Refusal(Exception):
    """A request that is answered with a clean 4xx. `says`: the key of its words, filled with `args`."""

    def __init__(
        self, status: int, code: str, says: str = "", headers: Mapping[str, str] | None = None, **args: str
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self._says = f"refused-{says or code}"
        self._args = args
        self._headers = headers

    def response(self, words: Words) -> Response:
        """The answer on the wire."""
        message = words.say(self._says, **self._args)
        return JSONResponse({"error": self.code, "message": message}, self.status, self._headers)


def foreign_origin() -> Refusal:
    """Another site wrote in the user's name."""
    return Refusal(403, "origin")


def no_cookie() -> Refusal:
    """The browser has no conversation; the page fetches itself one."""
    return Refusal(401, "conversation")


def no_persona() -> Refusal:
    """Somebody asks to write as another person."""
    return Refusal(403, "persona")


def no_file() -> Refusal:
    """There is no such file (any more), or it is somebody else's."""
    return Refusal(404, "file", "file-gone")


def no_such_file(why: str, largest: int) -> Refusal:
    """A file that is not taken; `why` as `bot.helpdesk.files.refusals` names it."""
    if why == "large":
        return Refusal(413, "large", "file-large", most=str(largest // (1024 * 1024)))
    if why == "empty":
        return Refusal(400, "empty", "file-empty")
    return Refusal(415, "type", "file-type")


def no_uploads() -> Refusal:
    """The operator takes no files."""
    return Refusal(404, "uploads")


def no_room(*, own: bool) -> Refusal:
    """Too many uploads wait to be fetched: this conversation's, or everybody's."""
    if own:
        return Refusal(429, "room", "room-own", {"Retry-After": "600"})
    return Refusal(503, "room", headers={"Retry-After": "60"})


def too_slow() -> Refusal:
    """The body did not come in time."""
    return Refusal(408, "slow")


def not_json() -> Refusal:
    """The body says that it is something else."""
    return Refusal(415, "type", "not-json")


def malformed() -> Refusal:
    """The body is not what the page sends."""
    return Refusal(400, "malformed")


def empty() -> Refusal:
    """Nothing visible was written."""
    return Refusal(400, "empty")


def too_long(limit: int) -> Refusal:
    """More text than a message may have."""
    return Refusal(413, "long", limit=str(limit))


def too_fast(seconds: int) -> Refusal:
    """More messages than a person writes."""
    return Refusal(429, "fast", headers={"Retry-After": str(seconds)})


def too_many_pages() -> Refusal:
    """More open pages than this process serves."""
    return Refusal(503, "full", headers={"Retry-After": "10"})

"""The desk's pages: Jinja2 with escaping always on, texts by `t(key, …)`, files under a name of their contents.

A template gets `locale`, `t`, `static(name)`, `links` (where one may go) and, where somebody is signed in, `who` with
the token that every form has to carry: ``{{ token_field() }}``.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Protocol

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.desk.texts import DeskTexts
from bot.helpdesk.port import Actor
from storage.accounts import Role

_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "png": "image/png",
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "woff2": "font/woff2",
}


class Who(Protocol):
    """All that a page has to know of whoever is signed in."""

    @property
    def actor(self) -> Actor:
        """Who it is."""

    @property
    def csrf(self) -> str:
        """What every form has to carry."""

    @property
    def locale(self) -> str:
        """In which language."""


class Link(Struct, frozen=True):
    """A place in the navigation: its path, the key of its name, and who may go there."""

    path: str
    text: str
    roles: frozenset[Role]


class Files:
    """The desk's static files. Their address holds a digest of all of them: what is cached is never out of date."""

    def __init__(self) -> None:
        folder = files("bot.desk").joinpath("static")
        self._files = {
            item.name: (item.read_bytes(), _TYPES[item.name.rpartition(".")[2]])
            for item in sorted(folder.iterdir(), key=lambda item: item.name)
            if item.name.rpartition(".")[2] in _TYPES
        }
        digest = sha256()
        for name, (body, _) in self._files.items():
            digest.update(name.encode() + b"\0" + body)
        self.version = digest.hexdigest()[:16]

    def address(self, name: str) -> str:
        """Where a page finds a file; raise KeyError if there is none of this name."""
        if name not in self._files:
            raise KeyError(name)
        return f"/desk/static/{self.version}/{name}"

    async def serve(self, request: Request) -> Response:
        """One file, which a browser may keep for ever."""
        found = self._files.get(request.path_params["name"])
        if found is None or request.path_params["version"] != self.version:
            return Response("Not Found", 404, media_type="text/plain")
        headers = {"Cache-Control": "public, max-age=31536000, immutable"}
        return Response(found[0], media_type=found[1], headers=headers)


class Compiled(BytecodeCache):
    """Compiled templates, kept for whoever makes pages again in this process: compiling takes longer than all else."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, unless the template is new or has changed."""
        if (kept := self._kept.get(bucket.key)) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = Compiled()


class Pages:
    """Renders templates. `links` make up the navigation, in this order."""

    def __init__(self, operator: str, links: Sequence[Link] = (), texts: DeskTexts | None = None) -> None:
        self.texts = texts or DeskTexts()
        self.files = Files()
        self.links = list(links)
        self._environment = environment(self.texts, self.files, operator)

    def text(self, name: str, locale: str, **given: object) -> str:
        """A template as text; parts of pages for HTMX are templates of their own."""
        return self._environment.get_template(name).render(locale=locale, **given)

    def page(  # noqa: PLR0913 - what a page may need, by name
        self,
        name: str,
        locale: str,
        *,
        who: Who | None = None,
        token: str = "",
        here: str = "",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        given: Mapping[str, object] | None = None,
    ) -> Response:
        """A whole page. `token`: what its forms carry; `here`: the path that the navigation marks as present."""
        links = [link for link in self.links if who is not None and who.actor.role in link.roles]
        html = self.text(name, locale, **{**(given or {}), "who": who, "token": token, "links": links, "here": here})
        return HTMLResponse(html, status, dict(headers or {}))

    def for_who(self, name: str, who: Who, *, here: str = "", status: int = 200, **given: object) -> Response:
        """A page for somebody who is signed in."""
        return self.page(name, who.locale, who=who, token=who.csrf, here=here, status=status, given=given)


def environment(texts: DeskTexts, static: Files, operator: str) -> Environment:
    """Jinja2 as the desk uses it: everything is escaped, whatever a template's name is, and nothing may be missing."""
    made = Environment(
        loader=PackageLoader("bot.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False, bytecode_cache=_COMPILED,
    )  # fmt: skip

    @pass_context
    def t(context: Context, key: str, **args: object) -> str:
        return texts.say(str(context.resolve("locale")), key, args)

    @pass_context
    def token_field(context: Context) -> Markup:
        return Markup('<input type="hidden" name="token" value="{}">').format(context.resolve("token"))

    made.globals.update(t=t, token_field=token_field, static=static.address, operator=operator)
    return made

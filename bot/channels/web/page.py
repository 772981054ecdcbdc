"""The page itself: one HTML file, its styles and scripts, all from this package and nothing from elsewhere."""

from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from msgspec import Struct

from bot.channels.web.persona import Persona

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class Asset(Struct, frozen=True):
    """One file of the page, as it is served."""

    body: bytes
    media_type: str


class Assets:
    """The page's static files, under a name of their contents: what is cached is never out of date."""

    def __init__(self) -> None:
        folder = files("bot.channels.web").joinpath("static")
        self._files = {
            item.name: Asset(item.read_bytes(), _TYPES[item.name.rpartition(".")[2]])
            for item in sorted(folder.iterdir(), key=lambda item: item.name)
            if item.name.rpartition(".")[2] in _TYPES
        }
        digest = sha256()
        for name, asset in self._files.items():
            digest.update(name.encode() + b"\0" + asset.body)
        self.version = digest.hexdigest()[:16]

    def get(self, version: str, name: str) -> Asset | None:
        """The file of that name, if the version is the one that is served."""
        return self._files.get(name) if version == self.version else None


def render(assets: Assets, operator: str, personas: Mapping[str, Persona], largest: int = 0) -> bytes:
    """The whole page. `personas` (with the words that name them) makes it the demo's. `largest`: bytes of a file."""
    template = Template(files("bot.channels.web").joinpath("page.html").read_text("utf-8"))
    return template.substitute(
        assets=f"chat/static/{assets.version}",
        operator=escape(operator),
        attach="" if largest else "hidden",
        largest=str(largest),
        mode="demo" if personas else "live",
        demo=_demo(personas) if personas else "",
    ).encode()


def _demo(personas: Mapping[str, Persona]) -> str:
    template = Template(files("bot.channels.web").joinpath("personas.html").read_text("utf-8"))
    return template.substitute(people="\n".join(_person(key, persona) for key, persona in personas.items()))


def _person(key: str, persona: Persona) -> str:
    tries = "".join(
        f'<li><span>{escape(label)}</span> <button type="button" class="try" data-value="{escape(value)}">'
        f"{escape(value)}</button></li>"
        for label, value in persona.tries
    )
    phone = escape(persona.phone or "tanpa nomor HP")
    return (
        f'<li class="person"><button type="button" class="persona" data-persona="{escape(key)}" aria-pressed="false">'
        f'<span class="who">{escape(persona.name)}</span> <span class="hp">{phone}</span></button>'
        f'<div class="about"><p>{escape(persona.note)}</p>{f"<ul>{tries}</ul>" if tries else ""}</div></li>'
    )

"""The page itself: one HTML file, its styles and scripts, all from this package and nothing from elsewhere."""

from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

import msgspec
from msgspec import Struct
from starlette.requests import Request

from bot.channels.web.persona import Persona
from bot.words import LOCALES, Locale, Words, all_of

PACKAGE = "bot.channels.web"
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


class Asset(Struct, frozen=True):
    """One file of the page, as it is served."""

    body: bytes
    media_type: str


class Assets:
    """The page's static files, under a name of their contents: what is cached is never out of date."""

    def __init__(self) -> None:
        folder = files(PACKAGE).joinpath("static")
        self._files = {
            item.name: Asset(item.read_bytes(), _TYPES[item.name.rpartition(".")[2]])
            for item in sorted(folder.iterdir(), key=lambda item: item.name)
            if item.name.rpartition(".")[2] in _TYPES
        }
        self._files["words.js"] = Asset(_script_of_words(), "text/javascript")
        digest = sha256()
        for name, asset in self._files.items():
            digest.update(name.encode() + b"\0" + asset.body)
        self.version = digest.hexdigest()[:16]

    def get(self, version: str, name: str) -> Asset | None:
        """The file of that name, if the version is the one that is served."""
        return self._files.get(name) if version == self.version else None


def render(assets: Assets, locale: Locale, operator: str, personas: Mapping[str, Persona], largest: int = 0) -> bytes:
    """The whole page in a language. `personas` (by the words that name them) makes it the demo's.

    `largest`: bytes of a file.
    """
    template = Template(files(PACKAGE).joinpath("page.html").read_text("utf-8"))
    return template.substitute(
        _escaped(locale),
        lang=locale,
        assets=f"chat/static/{assets.version}",
        operator=escape(operator),
        attaching="" if largest else "hidden",
        largest=str(largest),
        mode="demo" if personas else "live",
        demo=_demo(locale, personas) if personas else "",
    ).encode()


def spoken(language: str | None) -> Locale:
    """The language in which the page speaks to who speaks this one (``en``, ``en-GB,…``): English, or Indonesian."""
    return "en" if (language or "").lower().startswith("en") else "id"


def words_for(request: Request) -> Words:
    """The page's words in the language that it shows; it says which one with everything that it sends."""
    return Words(PACKAGE, spoken(request.headers.get("accept-language")))


def _script_of_words() -> bytes:
    """All languages as a script: a page that changes its language need not ask."""
    return b"export default " + msgspec.json.encode({locale: all_of(PACKAGE, locale) for locale in LOCALES}) + b";\n"


def _escaped(locale: Locale) -> dict[str, str]:
    return {key.replace("-", "_"): escape(text) for key, text in all_of(PACKAGE, locale).items()}


def _demo(locale: Locale, personas: Mapping[str, Persona]) -> str:
    template = Template(files(PACKAGE).joinpath("personas.html").read_text("utf-8"))
    words = _escaped(locale)
    people = "\n".join(_person(key, persona, words["no_phone"]) for key, persona in personas.items())
    return template.substitute(words, people=people)


def _person(key: str, persona: Persona, no_phone: str) -> str:
    tries = "".join(
        f'<li><span>{escape(label)}</span> <button type="button" class="try" data-value="{escape(value)}">'
        f"{escape(value)}</button></li>"
        for label, value in persona.tries
    )
    phone = escape(persona.phone) if persona.phone else f'<span data-say="text:no-phone">{no_phone}</span>'
    return (
        f'<li class="person"><button type="button" class="persona" data-persona="{escape(key)}" aria-pressed="false">'
        f'<span class="who">{escape(persona.name)}</span> <span class="hp">{phone}</span></button>'
        f'<div class="about"><p>{escape(persona.note)}</p>{f"<ul>{tries}</ul>" if tries else ""}</div></li>'
    )

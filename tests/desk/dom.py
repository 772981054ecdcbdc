"""A page as its elements, enough of it for tests to say what a browser would find."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr rect line".split())


@dataclass
class Element:
    """One element with all that is in it."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, blanks joined."""
        return " ".join(self._words().split())

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """Elements in it with this tag and these attributes (``class_`` has to be one of its classes)."""
        return [one for one in self._each() if one._fits(tag, attributes)]

    def one(self, tag: str = "", **attributes: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, f"{tag} {attributes}: {len(found)} of them"
        return found[0]

    def _each(self) -> list[Element]:
        found = []
        for one in self.inside:
            if isinstance(one, Element):
                found += [one, *one._each()]
        return found

    def _words(self) -> str:
        return "".join(one if isinstance(one, str) else one._words() for one in self.inside)

    def _fits(self, tag: str, attributes: dict[str, str]) -> bool:
        for name, value in attributes.items():
            if name == "class_":
                if value not in self.attributes.get("class", "").split():
                    return False
            elif self.attributes.get(name.replace("_", "-")) != value:
                return False
        return not tag or self.tag == tag


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in _EMPTY:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def read(html: str) -> Element:
    """The page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def assert_harmless(page: Element) -> None:
    """Nothing in the page runs or is styled but what comes from our own files, and nothing leads elsewhere."""
    for element in page.all():
        assert not [name for name in element.attributes if name.startswith("on") or name == "style"], element
        assert element.tag not in {"iframe", "object", "embed", "base", "style", "marquee"}, element
        for name in ("href", "src", "action", "hx-get", "hx-post"):
            value = element.attributes.get(name, "/")
            assert value.startswith(("/", "#")), (element.tag, name, value)
            assert not value.startswith("//"), (element.tag, name, value)
        if element.tag == "script":
            assert element.attributes["src"].startswith("/desk/static/")
            assert not element.text

"""Every string that a user sees, from ``flows/locales/<locale>/*.ftl`` (Fluent).

All files are read when `Texts` is made. The default language is made ready then, each other one when it is spoken for
the first time (about 50 ms, and 2 MB for good), unless it is asked for at the start. Messages without arguments are
formatted once; the others cost a few microseconds. A key that a locale lacks falls back to Indonesian; `missing` says
which ones do.
"""

import re
from collections.abc import Iterable, Mapping
from importlib import resources
from types import MappingProxyType

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentNone
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from flows.effect import Choice
from flows.reading.choices import Option

DEFAULT = "id"
LOCALES = ("id", "en", "jv", "su")

REGIONAL = frozenset({"jv", "su"})
"""Languages whose speakers mix in Indonesian."""
SYNONYMS = "-words"
"""The ending of the keys that hold other words for a choice, as many as a language has."""

_KEY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.MULTILINE)

Arg = str | int


class NoSuchText(KeyError):
    """A text was asked for that no locale has: a mistake in a flow."""


def ftl_sources(locale: str) -> dict[str, str]:
    """File name to content of all Fluent files of a locale."""
    folder = resources.files("flows") / "locales" / locale
    if not folder.is_dir():
        return {}
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".ftl")
    }


class Texts:
    """Formats messages by key; `always` are arguments that every message may use (the operator's name, facts).

    `beside`: more Fluent text by locale, besides the shipped files.
    """

    def __init__(
        self,
        always: dict[str, Arg] | None = None,
        ready: Iterable[str] = (),
        beside: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Read the default language and those in `ready`."""
        self.always = dict(always or {})
        self._bundles: dict[str, FluentBundle] = {}
        self._sources = {locale: (*ftl_sources(locale).values(), beside.get(locale, "")) for locale in LOCALES}
        entries = _messages(self._sources[DEFAULT])
        self._bundles[DEFAULT] = _bundle(DEFAULT, entries)
        self._entries = {DEFAULT: {entry.id.name: entry for entry in entries}}
        for locale in ready:
            self._bundle(locale)
        unset = {name for name, value in self.always.items() if value == ""}
        self._untold = frozenset(entry.id.name for entry in entries if unset and arguments(entry) & unset)
        self._fixed: dict[tuple[str, str], str] = {}
        self._kept: dict[tuple[str, str, tuple[tuple[str, Arg], ...]], str] = {}
        self._own: dict[tuple[str, str], dict[str, Arg]] = {}
        self.options: dict[tuple[str, tuple[str, ...]], tuple[Option, ...]] = {}
        """Offered choices by locale and ids, ready to be compared: labels are the same for everybody."""
        self._choices: dict[tuple[str, tuple[str, ...]], tuple[Choice, ...]] = {}

    def has(self, key: str) -> bool:
        """Whether the default locale has this key."""
        return self._bundles[DEFAULT].has_message(key)

    def told(self, key: str) -> bool:
        """Whether all that this message tells is known: False where it needs a fact that the operator has not set."""
        return key not in self._untold

    def say(self, locale: str, key: str, args: dict[str, Arg] | None = None) -> str:
        """Format a message; raise `NoSuchText` if even the default locale lacks it."""
        if not args:
            fixed = self._fixed.get((locale, key))
            if fixed is None:
                fixed = self._fixed[locale, key] = self._format(locale, key, {})
            return fixed
        return self._format(locale, key, args)

    def keep(self, locale: str, key: str, **args: Arg) -> str:
        """As `say`, and kept: for arguments that are few and nobody's, like the number of a step."""
        wanted = (locale, key, tuple(args.items()))
        kept = self._kept.get(wanted)
        if kept is None:
            kept = self._kept[wanted] = self._format(locale, key, args)
        return kept

    def choices(self, locale: str, offered: tuple[str, ...]) -> tuple[Choice, ...]:
        """Choices with what they are called."""
        ready = self._choices.get((locale, offered))
        if ready is None:
            ready = tuple(Choice(each, self.say(locale, f"choice-{each.replace('.', '-')}")) for each in offered)
            self._choices[locale, offered] = ready
        return ready

    def needs(self, locale: str, key: str) -> frozenset[str]:
        """The arguments of a message and of those that it says in turn; none if this language lacks it."""
        self._bundle(locale)
        needs, todo, seen = set[str](), [key], {key}
        while todo:
            entry = self._entries.get(locale, {}).get(todo.pop())
            if entry is not None:
                needs |= arguments(entry)
                more = refers(entry) - seen
                seen |= more
                todo += more
        return frozenset(needs)

    def written(self, locale: str, key: str) -> bool:
        """Whether this language has a text of its own for the key."""
        bundle = self._bundle(locale)
        return bundle is not None and bundle.has_message(key)

    def words(self, locale: str, key: str) -> tuple[str, ...]:
        """Other words for a choice: the language's own, and in a regional language the Indonesian ones too."""
        spoken = (locale, DEFAULT) if locale in REGIONAL else (locale,)
        found = [] if locale == spoken[-1] else [self.say(DEFAULT, key)]
        for candidate in spoken:
            bundle = self._bundle(candidate)
            if bundle is not None and bundle.has_message(key + SYNONYMS):
                found += self.say(candidate, key + SYNONYMS).split(", ")
        return tuple(found)

    def _format(self, locale: str, key: str, args: dict[str, Arg]) -> str:
        for candidate in (locale, DEFAULT):
            bundle = self._bundle(candidate)
            if bundle is not None and bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is not None:
                    text, errors = bundle.format_pattern(pattern, {**self._used(candidate, key), **args})
                    if errors or isinstance(text, FluentNone):
                        raise NoSuchText(f"{key} in {candidate}: {errors}")
                    return str(text)
        raise NoSuchText(key)

    def _used(self, locale: str, key: str) -> dict[str, Arg]:
        """Those of the arguments for all messages that this one uses: Fluent wraps each that it is given."""
        used = self._own.get((locale, key))
        if used is None:
            entry = self._entries[locale][key]
            names = self.always if refers(entry) else arguments(entry)
            used = self._own[locale, key] = {name: self.always[name] for name in names if name in self.always}
        return used

    def _bundle(self, locale: str) -> FluentBundle | None:
        bundle = self._bundles.get(locale)
        if bundle is None and locale in LOCALES:
            entries = _messages(self._sources[locale])
            bundle = self._bundles[locale] = _bundle(locale, entries)
            self._entries[locale] = {entry.id.name: entry for entry in entries}
        return bundle


class _Needs(Visitor):
    """Collects the arguments of a message, and whether it says another one."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.others: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's naming
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the same
        self.others.add(node.id.name)


def arguments(entry: ast.Message) -> set[str]:
    """The names of the arguments that a message uses."""
    needs = _Needs()
    needs.visit(entry)
    return needs.names


def refers(entry: ast.Message) -> set[str]:
    """The other messages that a message says; their arguments are then its own, too."""
    needs = _Needs()
    needs.visit(entry)
    return needs.others


def missing(locale: str) -> tuple[str, ...]:
    """The keys that are said in the default language because this one lacks them; synonyms of choices aside."""
    theirs = set(keys(locale))
    return tuple(key for key in keys(DEFAULT) if key not in theirs and not key.endswith(SYNONYMS))


def keys(locale: str) -> list[str]:
    """All keys in the order of the files, without reading what stands behind them."""
    return [key for source in ftl_sources(locale).values() for key in _KEY.findall(source)]


def _messages(sources: Iterable[str]) -> list[ast.Message]:
    parser = FluentParser(with_spans=False)
    return [entry for source in sources for entry in parser.parse(source).body if isinstance(entry, ast.Message)]


def _bundle(locale: str, entries: list[ast.Message]) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(ast.Resource(list(entries)))
    return bundle

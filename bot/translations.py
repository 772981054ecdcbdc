"""Texts for translators and back: one Fluent file a component, the Indonesian source beside each language.

What a language lacks stands in its file as a comment that begins with `BELUM`, above the place where the text belongs;
a translator puts the text there and may leave the comment. Files, comments, blank lines and the order of keys follow
the source. Fluent files of this shape are what Weblate reads as monolingual components.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from flows.texts import DEFAULT, LOCALES, SYNONYMS, arguments, ftl_sources, refers

LONGEST_LABEL = 24
"""Characters of a label that every channel shows on a button or in a list."""
MISSING = "BELUM"
CHOICE = "choice-"
Files = dict[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a file as written: a message with its comment, or a comment alone. `gap`: what is before it."""

    key: str
    text: str
    gap: str
    line: int
    entry: ast.EntryType


@dataclass(frozen=True, slots=True)
class Found:
    """What an import would do: mistakes, one line each; the files to be written; texts that stay Indonesian."""

    mistakes: tuple[str, ...]
    files: Mapping[tuple[str, str], str]
    missing: Mapping[str, int]


class NoSuchLanguage(ValueError):
    """A language was named that the program does not speak."""


def export(folder: Path, locale: str | None = None) -> list[Path]:
    """Write source and translations below `folder`; return the files. Raise `NoSuchLanguage`, or OSError."""
    if locale is not None and locale not in LOCALES:
        raise NoSuchLanguage(f"there is no language {locale}; there are {', '.join(LOCALES)}")
    source = ftl_sources(DEFAULT)
    written = []
    for name in LOCALES if locale in {None, DEFAULT} else (DEFAULT, str(locale)):
        files = source if name == DEFAULT else translated(source, ftl_sources(name))
        (folder / name).mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            written.append(folder / name / file)
            written[-1].write_text(text, encoding="utf-8")
    return written


def translated(source: Files, target: Files) -> Files:
    """The files of a language in the shape of the source, with what they lack marked."""
    theirs = {unit.key: unit for text in target.values() for unit in units(text) if unit.key}
    return {file: _merged(text, target.get(file, ""), theirs) for file, text in source.items()}


def _merged(source: str, target: str, theirs: Mapping[str, Unit]) -> str:
    ours = list(units(source))
    keys = {unit.key for unit in ours}
    comments: dict[type[ast.EntryType], list[str]] = {}
    for unit in units(target):
        comments.setdefault(type(unit.entry), []).append(unit.text)
    parts = []
    for unit in ours:
        if not unit.key:
            own = comments.get(type(unit.entry), [])
            parts.append(unit.gap + (own.pop(0) if own else unit.text))
            continue
        known = theirs.get(unit.key)
        if known is not None:
            parts.append(unit.gap + known.text)
        elif not unit.key.endswith(SYNONYMS):
            parts.append(f"{unit.gap}{_marked(unit.text)}\n")
        words = theirs.get(unit.key + SYNONYMS)
        if words is not None and words.key not in keys:
            parts.append("\n" + words.text)
    return "".join(parts).strip("\n") + "\n"


def _marked(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in f"{MISSING}: {text}".split("\n"))


@lru_cache(maxsize=128)
def units(source: str) -> tuple[Unit, ...]:
    """The entries of a file in order, without the marks of what is missing."""
    return tuple(_units(source))


def _units(source: str) -> Iterator[Unit]:
    end = 0
    for entry in FluentParser().parse(source).body:
        if entry.span is None:
            continue
        text = source[entry.span.start : entry.span.end].rstrip("\n")
        start, gap = entry.span.start, source[end : entry.span.start]
        end = entry.span.start + len(text)
        if _marks(entry):
            continue
        if isinstance(entry, ast.Message) and entry.id.span is not None and _marks(entry.comment):
            text = text[entry.id.span.start - start :]
        key = entry.id.name if isinstance(entry, ast.Message) else ""
        yield Unit(key, text, gap, source.count("\n", 0, start) + 1, entry)


def _marks(entry: ast.EntryType | None) -> bool:
    return isinstance(entry, ast.Comment) and (entry.content or "").startswith(MISSING)


def look(folder: Path) -> Found:
    """Read what translators send back and say what is wrong with it; nothing is changed. Raise OSError."""
    given = {(path.parent.name, path.name): path.read_text(encoding="utf-8") for path in sorted(folder.glob("*/*.ftl"))}
    mistakes = [] if given else [f"{folder}: there is no file like {folder / 'jv' / 'menu.ftl'}"]
    source = ftl_sources(DEFAULT)
    source |= {file: text for (locale, file), text in given.items() if locale == DEFAULT and file in source}
    wanted = {
        unit.key: unit.entry
        for text in (*ftl_sources(DEFAULT).values(), *source.values())
        for unit in units(text)
        if unit.key
    }
    homes = {unit.key: file for file, text in source.items() for unit in units(text) if unit.key}
    files: dict[tuple[str, str], str] = {}
    missing: dict[str, int] = {}
    for locale in dict.fromkeys(locale for locale, _ in given):
        if locale not in LOCALES:
            mistakes.append(f"{locale}/: there is no such language; there are {', '.join(LOCALES)}")
            continue
        mine = {file: text for (name, file), text in given.items() if name == locale}
        mistakes += _mistakes(locale, mine, wanted, homes, set(source))
        files |= {(locale, file): _clean(text) for file, text in mine.items()}
        whole = ftl_sources(locale) | mine
        keys = {unit.key for text in whole.values() for unit in units(text)}
        missing[locale] = sum(key not in keys and not key.endswith(SYNONYMS) for key in wanted)
    if missing.get(DEFAULT):
        mistakes.append(f"{DEFAULT}/: {missing[DEFAULT]} texts were taken out of the language that all others rest on")
    return Found(tuple(mistakes), files, missing)


def _clean(text: str) -> str:
    return "".join(unit.gap + unit.text for unit in units(text)).strip("\n") + "\n"


def _mistakes(
    locale: str, mine: Files, wanted: Mapping[str, ast.EntryType], homes: Mapping[str, str], names: set[str]
) -> Iterator[str]:
    """What is wrong with the files of one language, one line each."""
    whole = ftl_sources(locale) | mine
    everything = {unit.key for text in whole.values() for unit in units(text) if unit.key}
    seen: dict[str, str] = {}
    for file, text in mine.items():
        if file not in names:
            yield f"{locale}/{file}: there is no such file in {DEFAULT}/"
        for unit in units(text):
            where = f"{locale}/{file}:{unit.line}"
            if isinstance(unit.entry, ast.Junk):
                yield f"{where}: cannot be read: {_why(unit.entry)}"
            elif isinstance(unit.entry, ast.Message):
                if unit.key in seen:
                    yield f"{where}: {unit.key} stands already in {seen[unit.key]}"
                seen[unit.key] = where
                yield from _wrong_with(where, file, unit.entry, wanted, homes, everything)


def _wrong_with(
    where: str, file: str, entry: ast.Message, wanted: Mapping[str, ast.EntryType], homes: Mapping[str, str],
    everything: set[str],
) -> Iterator[str]:  # fmt: skip
    key = entry.id.name
    ours = wanted.get(key)
    home = homes.get(key, homes.get(key.removesuffix(SYNONYMS), ""))
    if ours is None and not (key.endswith(SYNONYMS) and key.startswith(CHOICE) and home):
        yield f"{where}: {key} is no key of {DEFAULT}/"
    elif home != file:
        yield f"{where}: {key} belongs into {home}"
    if entry.value is None or entry.attributes:
        yield f"{where}: {key} has to be one text"
        return
    if isinstance(ours, ast.Message):
        theirs, needed = arguments(entry), arguments(ours)
        if theirs - needed:
            yield f"{where}: {key} uses {_listed(theirs - needed)}, which it is not given"
        if needed - theirs:
            yield f"{where}: {key} leaves out {_listed(needed - theirs)}"
    unknown = refers(entry) - everything - wanted.keys()
    if unknown:
        yield f"{where}: {key} says {', '.join(sorted(unknown))}, which nobody has written"
    label = _plain(entry.value)
    if key.startswith(CHOICE) and not key.endswith(SYNONYMS) and label is not None and len(label) > LONGEST_LABEL:
        yield f"{where}: {key} has {len(label)} characters, a label at most {LONGEST_LABEL}"


def save(found: Found, folder: Path) -> None:
    """Write the files of an import without mistakes below `folder` (flows/locales), each as a whole.

    Raise ValueError if there are mistakes, or OSError.
    """
    if found.mistakes:
        raise ValueError(found.mistakes[0])
    for (locale, file), text in found.files.items():
        (folder / locale).mkdir(exist_ok=True)
        path = folder / locale / file
        beside = path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)


def _why(junk: ast.Junk) -> str:
    first = (junk.content or "").strip().split("\n")[0][:60]
    why = junk.annotations[0].message if junk.annotations else ""
    return f"{why} ({first})"


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{ ${name} }}" for name in sorted(names))


def _plain(pattern: ast.Pattern) -> str | None:
    texts = [element.value for element in pattern.elements if isinstance(element, ast.TextElement)]
    return "".join(texts) if len(texts) == len(pattern.elements) else None

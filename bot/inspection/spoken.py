"""What the functions of a flow say, read from their source: texts, mistakes and choices that are named there.

A text is named as `turn.text("key", argument=…)`, and so in `lead`, `say` and `lines`; a mistake as
`Wrong("why", {"argument": …})`; a choice as a word with dots. Functions of flows that are called are read, too. What is
put together only while it runs is seen as a pattern, or not at all.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

from msgspec import Struct

_SAYS = frozenset({"text", "lead", "say"})
_CHOICE = re.compile(r"[a-z_]+(?:\.[a-z_-]+)+")
_FLOWS = "flows."
_ENGINE = frozenset({"flows.turn", "flows.texts", "flows.engine", "flows.flow"})


class Said(Struct, frozen=True):
    """A text that is named. `pattern`: its key is put together, this is what it is like. `given`: its arguments."""

    key: str
    pattern: bool = False
    given: frozenset[str] = frozenset()


class Mistake(Struct, frozen=True):
    """A reason why an answer is wrong, and the arguments for the text about it."""

    why: str
    given: frozenset[str] = frozenset()


def said_by(function: Callable[..., Any] | str | None) -> set[Said]:
    """The texts that a function names, and those that it calls."""
    return {said for one in _called(function) for said in _read(one)[0]}


def mistakes_of(function: Callable[..., Any] | None) -> set[Mistake]:
    """The mistakes that a reader tells apart."""
    return {mistake for one in _called(function) for mistake in _read(one)[1]}


def choices_of(function: Callable[..., Any]) -> set[str]:
    """The choices that a function names itself, or in a table that it reads."""
    if not isinstance(function, FunctionType):
        return set()
    words: set[str] = set(_strings(function.__code__.co_consts))
    for name in _names(function.__code__):
        table = function.__globals__.get(name)
        if isinstance(table, tuple | dict | frozenset):
            words |= set(_strings(tuple(table)))
    return {word for word in words if _CHOICE.fullmatch(word)}


def _strings(values: tuple[object, ...]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | frozenset):
            yield from _strings(tuple(value))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


def _called(function: object) -> list[FunctionType]:
    """The function and, once each, those of flows that it calls."""
    found: list[FunctionType] = []
    todo = [function]
    while todo:
        one = todo.pop()
        if not isinstance(one, FunctionType) or one in found or one.__module__ in _ENGINE:
            continue
        found.append(one)
        names = set(_names(one.__code__))
        known = [one.__globals__.get(name) for name in names] + [cell.cell_contents for cell in one.__closure__ or ()]
        modules = [module for module in known if isinstance(module, ModuleType)]
        known += [getattr(module, name, None) for module in modules for name in names]
        ours = (other for other in known if isinstance(other, FunctionType))
        todo += [other for other in ours if other.__module__ == one.__module__ or other.__module__.startswith(_FLOWS)]
    return found


@lru_cache(maxsize=2048)
def _read(function: FunctionType) -> tuple[frozenset[Said], frozenset[Mistake]]:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):  # made while running, or a part of a line: nothing to be read
        return frozenset(), frozenset()
    bound = dict(
        zip(function.__code__.co_freevars, (cell.cell_contents for cell in function.__closure__ or ()), strict=True)
    )
    said: set[Said] = set()
    mistakes: set[Mistake] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            said |= set(_texts(node, {**function.__globals__, **bound}))
            mistakes |= set(_mistakes(node))
    return frozenset(said), frozenset(mistakes)


def _texts(call: ast.Call, known: dict[str, object]) -> Iterator[Said]:
    if not isinstance(call.func, ast.Attribute) or not call.args:
        return
    match call.func:
        case ast.Attribute(attr="lines", value=ast.Name(id="turn")):
            for part in call.args:
                yield from _keys(part, known)
        case ast.Attribute(attr="say", value=ast.Attribute(attr="texts")) if len(call.args) > 1:
            yield from _keys(call.args[1], known, _of_a_table(call.args[2]) if len(call.args) > 2 else frozenset())
        case ast.Attribute(attr=attr, value=ast.Name(id="turn")) if attr in _SAYS:
            given = frozenset(argument.arg for argument in call.keywords if argument.arg is not None)
            yield from _keys(call.args[0], known, given)
        case _:
            pass


def _keys(part: ast.expr, known: dict[str, object], given: frozenset[str] = frozenset()) -> Iterator[Said]:
    """The keys that an expression may be."""
    match part:
        case ast.Constant(value=str(key)):
            yield Said(key, given=given)
        case ast.JoinedStr(values=values):
            parts = (re.escape(str(one.value)) if isinstance(one, ast.Constant) else "[a-z0-9_-]+" for one in values)
            yield Said("".join(parts), pattern=True, given=given)
        case ast.IfExp(body=one, orelse=other):
            yield from _keys(one, known, given)
            yield from _keys(other, known, given)
        case ast.Starred(value=ast.Name(id=name)):
            row = known.get(name)
            yield from (Said(key) for key in (row if isinstance(row, tuple) else ()) if isinstance(key, str))
        case _:
            pass


def _mistakes(call: ast.Call) -> Iterator[Mistake]:
    match call:
        case ast.Call(func=ast.Name(id="Wrong"), args=[ast.Constant(value=str(why)), *more]) if why:
            yield Mistake(why, _of_a_table(more[0]) if more else frozenset())
        case _:
            pass


def _of_a_table(part: ast.expr) -> frozenset[str]:
    """The names in a table that is written out."""
    keys = part.keys if isinstance(part, ast.Dict) else []
    return frozenset(key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str))

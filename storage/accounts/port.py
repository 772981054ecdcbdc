"""Accounts of the operator's people: who they are, and what can go wrong with one."""

import re
from typing import Literal, get_args

from msgspec import Struct

Role = Literal["agent", "supervisor", "auditor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

Locale = Literal["id", "en"]
LOCALES: tuple[Locale, ...] = get_args(Locale)

MAX_DISPLAY = 60
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_VISIBLE = re.compile(r"[^\s\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class Account(Struct, frozen=True):
    """An account without its secrets. `name` is for ever; `display` is what users are told.

    `generation` grows whenever everything that is signed in with it has to sign in anew. `must_change`: the password
    was given by somebody else. `last_in`: ms since 1970, UTC.
    """

    name: str
    display: str
    role: Role
    locale: Locale = "id"
    disabled: bool = False
    must_change: bool = False
    has_password: bool = True
    has_factor: bool = False
    generation: int = 0
    last_in: int | None = None


class NoSuchAccount(KeyError):
    """Nobody has this name."""


class NameTaken(ValueError):
    """Somebody has this name; it is never given twice, because the audit speaks of it."""


class BadName(ValueError):
    """A name or a shown name cannot be used; the text says what it has to be."""


def account_name(text: str) -> str:
    """The name as it is kept; raise `BadName`."""
    name = text.strip().lower()
    if not _NAME.fullmatch(name):
        raise BadName("an account's name has 2 to 40 of a-z, 0-9, dot, dash and underscore")
    return name


def shown_name(text: str) -> str:
    """The name that users are told, without anything unseen; raise `BadName`."""
    shown = " ".join(_UNSEEN.sub(" ", text).split())
    if not _VISIBLE.search(shown) or len(shown) > MAX_DISPLAY:
        raise BadName(f"a shown name has 1 to {MAX_DISPLAY} characters")
    return shown

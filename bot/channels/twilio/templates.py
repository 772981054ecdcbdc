"""Buttons and lists on WhatsApp by Twilio, which exist only as content templates.

Inside the 24-hour window a template needs no approval: quick replies with up to 3 buttons of 20 characters, list
pickers with up to 10 rows of 24, a body of up to 1,024 (https://www.twilio.com/docs/content/twilio-quick-reply,
https://www.twilio.com/docs/content/twiliolist-picker). A template is kept at Twilio for ever, so it holds nothing of
a conversation: every line of the body is a variable, and only choices whose words are fixed become buttons. What does
not fit is sent as numbered text instead.

A template is named after its content, so each is made once, also by several processes and after a restart.
"""

import asyncio
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from twilio.rest import Client
from twilio.rest.content.v1.content import ContentList

from bot.channels.port import Refused
from bot.channels.rendering import utf16_length
from bot.channels.twilio.errors import asked
from flows.effect import Choice

LONGEST_BODY = 1024
MOST_BUTTONS, LONGEST_BUTTON = 3, 20
MOST_ROWS, LONGEST_ROW = 10, 24
MOST_VARIABLES = 100
LONGEST_VARIABLE = 250
"""Twilio has documented 255 and 1,600 as the limit, and advises to stay below 250."""

_NAME = "temankpj_"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """A message as a template and what fills it. `types` is Twilio's form of the template, `variables` are by key."""

    types: dict[str, Any]
    variables: dict[str, str]

    @property
    def name(self) -> str:
        """The same for the same template, whatever fills it."""
        return _NAME + sha256(json.dumps(self.types, sort_keys=True).encode()).hexdigest()[:32]

    @property
    def filling(self) -> str:
        """`ContentVariables`. An apostrophe is escaped, as Twilio has been seen to stumble over it (error 21656)."""
        return json.dumps(self.variables).replace("'", "\\u0027")


def lay_out(text: str, choices: Sequence[Choice], open_list: str) -> Layout | None:
    """The message as buttons or list; `None` where it must be numbered text."""
    if not choices or not text.strip() or utf16_length(text) > LONGEST_BODY or not _fixed(choices):
        return None
    body, variables = _body(text)
    if utf16_length(body) > LONGEST_BODY or len(variables) > MOST_VARIABLES:
        return None
    longest = max(utf16_length(choice.label) for choice in choices)
    if len(choices) <= MOST_BUTTONS and longest <= LONGEST_BUTTON:
        actions = [{"type": "QUICK_REPLY", "title": choice.label, "id": choice.id} for choice in choices]
        return Layout({"twilio/quick-reply": {"body": body, "actions": actions}}, variables)
    if len(choices) <= MOST_ROWS and longest <= LONGEST_ROW:
        rows = [{"item": choice.label, "id": choice.id} for choice in choices]
        return Layout({"twilio/list-picker": {"body": body, "button": open_list, "items": rows}}, variables)
    return None


def _fixed(choices: Sequence[Choice]) -> bool:
    """Whether no id or label can hold anything personal: entries made from data have a number in their id."""
    labels = [choice.label.strip() for choice in choices]
    words = all(labels) and len(set(labels)) == len(labels)
    return words and not any(_DIGIT.search(choice.id + choice.label) or "{{" in choice.label for choice in choices)


def _body(text: str) -> tuple[str, dict[str, str]]:
    """One variable a line, or several for a long line: values may hold neither line breaks nor four blanks in a row."""
    variables: dict[str, str] = {}
    lines: list[str] = []
    for line in text.strip().split("\n"):
        keys: list[str] = []
        for piece in _pieces(" ".join(line.split())):
            keys.append(f"{{{{{len(variables) + 1}}}}}")
            variables[str(len(variables) + 1)] = piece
        lines.append(" ".join(keys))
    return "\n".join(lines), variables


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    while len(line) > LONGEST_VARIABLE:
        cut = line.rfind(" ", 1, LONGEST_VARIABLE + 1)
        if cut < 0:
            cut = LONGEST_VARIABLE
        pieces.append(line[:cut])
        line = line[cut:].lstrip()
    return [*pieces, line] if line else pieces


class Templates:
    """Finds or makes the template of a layout; knows those of this process and, once asked, those at Twilio."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._sids: dict[str, str] = {}
        self._refused: set[str] = set()
        self._listed = False
        self._one_at_a_time = asyncio.Lock()

    async def sid_of(self, layout: Layout) -> str:
        """The content SID; raise `Refused` where Twilio does not take this template, `TryLater`, `Unreachable`."""
        name = layout.name
        if name in self._refused:
            raise Refused("Twilio has refused this content template before")
        if (known := self._sids.get(name)) is not None:
            return known
        async with self._one_at_a_time:
            if not self._listed:
                await self._list()
            if name not in self._sids:
                self._sids[name] = await self._make(name, layout)
            return self._sids[name]

    def refuse(self, layout: Layout) -> None:
        """Do not try this template again in this process."""
        self._sids.pop(layout.name, None)
        self._refused.add(layout.name)

    async def _list(self) -> None:
        for content in await asked(self._client.content.v1.contents.list_async(page_size=500)):
            if (content.friendly_name or "").startswith(_NAME) and content.sid:
                self._sids[str(content.friendly_name)] = str(content.sid)
        self._listed = True

    async def _make(self, name: str, layout: Layout) -> str:
        samples = dict.fromkeys(layout.variables, "-")
        request = ContentList.ContentCreateRequest(
            {"friendly_name": name, "language": "id", "types": layout.types, "variables": samples}
        )
        made = await asked(self._client.content.v1.contents.create_async(request))
        return str(made.sid)

"""How a ticket and what happens in it read in the group: the card, and a line or two for each entry."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from typing import Final

from bot.channels.rendering import cut, utf16_length
from bot.helpdesk.group.agents import PREFIX
from bot.helpdesk.port import MemberCard
from bot.words import Words
from storage.tickets.port import Entry, FileMark, Line, Ticket

MOST_CARD: Final = 3_600
"""UTF-16 units of a card: it has to stay below Telegram's 4,096 when another line is added."""
LEVELS: Final = 3
PLAIN: Final = frozenset({"user", "bot", "note", "agent", "rated"})
"""Entries after which the ticket is as it was: several of them can be told in one message."""
LOUD: Final = frozenset({"request", "user", "overdue", "reopened", "asked-approval"})
"""Entries that somebody should look at; all others come without a sound."""
PRIVATE: Final = frozenset({"request", "reopened", "user", "bot", "agent", "rated"})
"""Entries with words of the conversation: they cannot be forwarded."""


def title(line: Line, words: Words) -> str:
    """What a ticket's topic is called."""
    return words.say("card-title", number=str(line.number), topic=words.named("topic", line.topic))


def written_here(entry: Entry) -> bool:
    """Whether an agent wrote it into the group, where all have seen it."""
    return entry.author.startswith(PREFIX) and entry.kind in {"agent", "note"}


class Telling:
    """Words for agents. `zone`: the operator's; `send_files`: the group gets users' files."""

    def __init__(self, words: Words, zone: tzinfo, *, send_files: bool) -> None:
        self.words = words
        self._zone = zone
        self._send_files = send_files

    def card(self, ticket: Ticket, owner: str | None) -> str:
        """The ticket as a whole: what it is about, what is proven, who has it, and what was asked."""
        line, say = ticket.line, self.words.say
        head = [title(line, self.words)]
        if line.channel or ticket.request.sender.channel:
            channel = line.channel or ticket.request.sender.channel
            head.append(say("card-channel", channel=self.words.named("channel", channel)))
        head.append(say("card-level", level=self.level(line.level)))
        if line.priority == "high":
            head.append(say("card-priority"))
        head.append(self._whose(line, owner))
        if ticket.request.brief:
            head += ["", say("card-brief"), *(f"• {one}" for one in ticket.request.brief)]
        return cut("\n".join(head), MOST_CARD, utf16_length)[0]

    def _whose(self, line: Line, owner: str | None) -> str:
        if line.state == "closed":
            return self.words.say("card-closed", reason=self.words.named("reason", line.reason or "solved"))
        if line.owner is not None:
            return self.words.say("card-owner", name=owner or self.words.say("somebody"))
        return self.words.say("card-since", at=self.moment(line.since or line.opened_at))

    def first(self, ticket: Ticket, owner: str | None, said: str) -> tuple[str, list[str]]:
        """The card with what was asked below it, and what is left of that for further messages."""
        card = self.card(ticket, owner)
        begun = f"{card}\n\n{self.words.say('card-words')}\n"
        room = MOST_CARD - utf16_length(begun)
        if not said.strip():
            return card, []
        if utf16_length(said) <= room:
            return begun + said, []
        return card, cut(f"{self.words.say('card-words')}\n{said}", MOST_CARD, utf16_length)

    def level(self, level: int) -> str:
        """What a level of proof means."""
        return self.words.say(f"level-{max(0, min(LEVELS, level))}")

    def moment(self, at: int) -> str:
        """A time in the operator's zone."""
        return datetime.fromtimestamp(at / 1000, self._zone).strftime("%d-%m-%Y %H.%M")

    def entry(self, entry: Entry, name: Callable[[str], str], line: Line, *, again: bool = False) -> str | None:
        """What an entry says; None where the agents here have seen it already, unless they shall see it `again`."""
        if entry.kind == "undelivered":
            return None  # told below the words that it is about
        if not again and written_here(entry):
            return None
        return self.words.say(_KEYS.get(entry.kind, f"entry-{entry.kind}"), **self._told(entry, name, line))

    def _told(self, entry: Entry, name: Callable[[str], str], line: Line) -> dict[str, str]:
        """What the sentence for an entry is filled with."""
        who = name(entry.author)
        match entry.kind:
            case "request" | "user" | "bot" | "rated" | "reopened":
                return {"text": self._said(entry)}
            case "agent" | "note":
                return {"name": who, "text": self._said(entry)}
            case "step":
                return {"name": who, "text": self._step(entry.text)}
            case "transferred":
                return {"name": who, "to": entry.name or name(entry.text) if entry.text else self.words.say("queue")}
            case "closed":
                return {"reason": self.words.named("reason", entry.text or line.reason or "solved")}
            case "proved":
                return {"level": self.level(int(entry.text) if entry.text.isdecimal() else line.level)}
            case "claimed" | "asked-approval":
                return {"name": who}
            case _:
                return {}

    def _said(self, entry: Entry) -> str:
        """The words with a line for each file."""
        lines = [entry.text] if entry.text or not entry.files else []
        return "\n".join(
            [*(text or self.words.say("entry-unreadable") for text in lines), *map(self._file, entry.files)]
        )

    def _file(self, mark: FileMark) -> str:
        key = "entry-file-sent" if self._send_files else "entry-file"
        return self.words.say(key, name=mark.name or mark.media_type, kilobytes=str(max(1, round(mark.size / 1024))))

    def _step(self, text: str) -> str:
        step, _, rest = text.partition(" ")
        return f"{self.words.named('button-step', step.replace('.', '-'))} {rest}".strip()

    def member(self, card: MemberCard) -> str:
        """A member to compare with documents."""
        say = self.words.say
        lines = [
            say("compare"),
            say("compare-name", name=card.name),
            say("compare-born", date=card.birth_date),
            say("compare-nik", end=card.nik_end),
        ]
        for one in card.memberships:
            status = self.words.named("status", one.status)
            lines.append(say("compare-kpj", end=one.kpj_end, employer=one.employer, status=status))
        if card.disputed:
            lines += ["", say("compare-disputed")]
        return "\n".join([*lines, "", say("compare-ask")])


_KEYS: Final[Mapping[str, str]] = {"request": "entry-user", "asked-approval": "entry-approval"}

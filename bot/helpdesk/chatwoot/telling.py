"""How a ticket and what happens in it read in Chatwoot."""

from collections.abc import Sequence
from typing import Any, Final

from bot.helpdesk.chatwoot.names import called
from bot.words import Words
from storage.tickets.port import Entry, FileMark, Line, Ticket

LEVELS: Final = 3


class Telling:
    """Words for agents. `send_files`: they get users' files in Chatwoot."""

    def __init__(self, words: Words, *, send_files: bool) -> None:
        self.words = words
        self.send_files = send_files

    def brief(self, ticket: Ticket, *, again: bool) -> str:
        """What the ticket is about, what is proven, and what was done before. `again`: there was one before."""
        line, say = ticket.line, self.words.say
        head = [say("brief-title", number=str(line.number), topic=self.words.named("topic", line.topic))]
        head.append(say("brief-channel", channel=self.words.named("channel", _channel(ticket))))
        head.append(say("brief-level", level=self.level(line.level)))
        if line.priority == "high":
            head.append(say("brief-priority"))
        if ticket.request.brief:
            head += ["", say("brief-head"), *(f"• {one}" for one in ticket.request.brief)]
        if again:
            head += ["", say("brief-again")]
        return "\n".join(head)

    def attributes(self, ticket: Ticket) -> dict[str, Any]:
        """What agents can filter conversations by."""
        line = ticket.line
        return {
            "ticket": line.number, "topic": line.topic, "channel": _channel(ticket), "proof_level": line.level,
            "language": ticket.request.locale,
        }  # fmt: skip

    def level(self, level: int) -> str:
        """What a level of proof means."""
        return self.words.say(f"level-{max(0, min(LEVELS, level))}")

    def words_of_user(self, entry: Entry) -> str:
        """What a user said; empty if only files came, which are shown themselves."""
        files = [] if self.send_files else [self.file(mark) for mark in entry.files]
        if not entry.text and not entry.files:
            return self.words.say("entry-unreadable")
        return "\n".join(filter(None, [entry.text, *files]))

    def entry(self, entry: Entry, line: Line, entries: Sequence[Entry]) -> str:
        """A note about what happened. `entries`: the ticket's, for names and for what it is about."""
        kind: str = entry.kind
        if kind == "undelivered":
            kind = "undelivered-failed" if entry.text == "failed" else "undelivered-held-back"
        return self.words.say(f"entry-{kind}", **self._told(entry, line, entries))

    def _told(self, entry: Entry, line: Line, entries: Sequence[Entry]) -> dict[str, str]:
        """What the sentence for an entry is filled with."""
        who = self._name(entry.author, entries, "" if entry.kind == "transferred" else entry.name)
        match entry.kind:
            case "agent" | "note":
                told = {"name": who, "text": self._said(entry)}
            case "bot" | "rated":
                told = {"text": self._said(entry)}
            case "step":
                step, _, rest = entry.text.partition(" ")
                told = {"name": who, "text": f"{self.words.named('step', step.replace('.', '-'))} {rest}".strip()}
            case "transferred":
                to = self._name(entry.text, entries, entry.name) if entry.text else self.words.say("queue")
                told = {"name": who, "to": to}
            case "proved":
                told = {"level": self.level(int(entry.text) if entry.text.isdecimal() else line.level)}
            case "closed":
                told = {"reason": self.words.named("reason", entry.text or line.reason or "solved")}
            case "undelivered":
                about = next((one for one in entries if one.id == entry.about), None)
                told = {"text": "" if about is None else self._undelivered(about)}
            case _:
                told = {"name": who}
        return told

    def _undelivered(self, entry: Entry) -> str:
        """What did not reach the user: an agent's words, or a step like the invitation to write again."""
        return self.words.named("step", entry.text) if entry.kind == "step" else self._said(entry)

    def _said(self, entry: Entry) -> str:
        """What was said, with a line for each file."""
        lines = filter(None, [entry.text, *map(self.file, entry.files)])
        return "\n".join(lines) or self.words.say("entry-unreadable")

    def file(self, mark: FileMark, key: str = "file") -> str:
        """A file, and where it is to be seen."""
        args = {"name": mark.name or mark.media_type}
        if key == "file":
            args["kilobytes"] = str(max(1, round(mark.size / 1024)))
        return self.words.say(key, **args)

    def owner(self, agent: str | None, entries: Sequence[Entry]) -> str:
        """The name of whoever has a ticket."""
        return self._name(agent or "", entries, "")

    def _name(self, agent: str, entries: Sequence[Entry], known: str) -> str:
        if agent in {"user", "bot", "system"}:
            return self.words.say(agent)
        return known or called(agent, entries) or self.words.say("somebody")


def _channel(ticket: Ticket) -> str:
    return ticket.line.channel or ticket.request.sender.channel

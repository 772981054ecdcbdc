"""How the desk says what it shows: names of topics and reasons, lengths of time, and what happened, in one language."""

from datetime import tzinfo

from bot.desk.bubbles import Bubble
from bot.desk.texts import DeskTexts, NoSuchText
from bot.desk.times import clock, day, iso, length
from bot.helpdesk.telling import CONFIRM


class Words:
    """Says things in `locale`, at the moment `now` (ms, UTC), with times on the operator's clock."""

    def __init__(self, texts: DeskTexts, locale: str, zone: tzinfo, now: int) -> None:
        self._texts = texts
        self._locale = locale
        self._zone = zone
        self._now = now

    def t(self, key: str, **args: object) -> str:
        """A text by its key."""
        return self._texts.say(self._locale, key, args)

    def given(self) -> dict[str, object]:
        """What templates may call."""
        return {
            "topic_name": lambda topic: self.named("topic", topic),
            "channel_name": lambda channel: self.named("channel", channel),
            "reason_name": lambda reason: self.named("reason", reason),
            "ago": self.ago,
            "left": self.left,
            "iso": iso,
            "date": lambda at: f"{day(at, self._zone)} {clock(at, self._zone)}",
            "day": lambda at: day(at, self._zone),
            "born": _born,
            "happened": self.happened,
            "span": self.span,
        }

    def named(self, kind: str, name: str | None) -> str:
        """A topic, channel or reason by its name; one that no text knows is said as it is."""
        try:
            return self.t(f"{kind}-{name}")
        except NoSuchText:
            return name or ""

    def span(self, milliseconds: int) -> str:
        """A length of time."""
        key, args = length(milliseconds)
        return self.t(key, **args)

    def ago(self, since: int) -> str:
        """How long it has been."""
        return self.span(self._now - since)

    def left(self, until: int) -> str:
        """How long there is until then."""
        if until <= self._now:
            return self.t("queue-window-closed")
        return self.t("queue-window-left", time=self.span(until - self._now))

    def happened(self, bubble: Bubble) -> str:
        """What a line between the bubbles says."""
        who, text = bubble.who, bubble.text
        match bubble.kind:
            case "transferred":
                key = "happened-transferred" if text else "happened-released"
                return self.t(key, who=who, **({"to": text} if text else {}))
            case "proved":
                return self.t("happened-proved", level=self.t(f"proof-level-{text}") if text in "0123" else text)
            case "overdue":
                return self.t("happened-overdue-supervisor" if text == "supervisors" else "happened-overdue")
            case "undelivered":
                return self.t("happened-undelivered", why=self.named("talk-delivery", text))
            case "closed":
                reason = self.named("reason", text)
                return self.t("happened-closed-by", who=who, reason=reason) if who else self._closed(reason)
            case "rated":
                return self._rated(text)
            case "step":
                return self._step(who, text)
            case kind:
                return self.t(f"happened-{kind}", who=who)

    def _closed(self, reason: str) -> str:
        return self.t("happened-closed", reason=reason)

    def _rated(self, text: str) -> str:
        stars, _, words = text.partition(" ")
        if words.strip():
            return self.t("happened-rated-words", stars=stars, words=words.strip())
        return self.t("happened-rated", stars=stars)

    def _step(self, who: str, text: str) -> str:
        """An agent's wish is a step's name with its argument; what the bot tells of it is what became of it."""
        step, _, argument = text.partition(" ")
        if step == CONFIRM:
            return self.t("happened-confirmed", who=who)
        key = step.replace(".", "-")  # a place where the bot's step came to its end
        name = self.named("step", key)
        told = f"{name} {argument}".strip() if name != key else text
        return self.t("happened-step", who=who, step=told) if who else self.t("happened-step-told", step=told)


def _born(iso_date: str) -> str:
    """A date of birth as it stands on a KTP: day first."""
    year, _, rest = iso_date.partition("-")
    month, _, day_of_month = rest.partition("-")
    return f"{day_of_month}-{month}-{year}" if day_of_month else iso_date

"""How a `Say` is worded on WhatsApp without buttons: parts of allowed length, choices as numbered lines. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.rendering import cut, numbered, utf16_length
from flows.effect import Choice

LONGEST_BODY = 1600
"""Of one message by Twilio (error 21617). Counted here in UTF-16 units, the stricter of the two ways to count."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that this channel adds itself: below numbered choices, and on the button that opens a list (20)."""

    hint: str = "Balas dengan angkanya."
    open_list: str = "Lihat pilihan"


def compose(text: str, choices: Sequence[Choice], hint: str, limit: int = LONGEST_BODY) -> list[str]:
    """The bodies to send, in order. Choices stay together in the last one, below the end of the text if they fit."""
    menu = numbered("", choices) + (f"\n\n{hint}" if choices and hint else "")
    whole = f"{text}\n\n{menu}" if text.strip() and menu else menu or text
    if utf16_length(whole) <= limit:
        return [whole] if whole.strip() else []
    parts = [part for part in cut(text, limit, utf16_length) if part.strip()]
    if not menu:
        return parts
    if parts and utf16_length(f"{parts[-1]}\n\n{menu}") <= limit:
        return [*parts[:-1], f"{parts[-1]}\n\n{menu}"]
    return parts + cut(menu, limit, utf16_length)

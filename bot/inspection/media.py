"""The channels as the checks see them: what messages may look like there, and for how long one may write."""

from msgspec import Struct

from bot.channels.port import Capabilities
from bot.channels.rendering import Measure, utf16_length
from flows.settings import Abilities


class Medium(Struct, frozen=True):
    """A channel, in one of the ways in which it shows choices.

    `name` is the channel's, `told` what it is called in a finding. `measure` counts as its provider does. `hint`: what
    it adds below choices in words.
    """

    name: str
    told: str
    capabilities: Capabilities
    abilities: Abilities
    measure: Measure
    hint: str = ""

    @property
    def most_choices(self) -> int:
        """How many choices it shows below a message; 0: as many as there are, in words."""
        return max(self.capabilities.max_buttons, self.capabilities.max_list)


def media() -> tuple[Medium, ...]:
    """All channels that there are, set up or not. Their libraries take a moment to load."""
    from bot.channels.telegram import outbound as telegram  # noqa: PLC0415 - see above
    from bot.channels.terminal import TerminalChannel  # noqa: PLC0415 - the same
    from bot.channels.twilio import channel as twilio  # noqa: PLC0415 - the same
    from bot.channels.twilio.outbound import Wording  # noqa: PLC0415 - the same
    from bot.channels.web.channel import WebChannel  # noqa: PLC0415 - the same

    page = Abilities(delete_user_messages=True, delete_own_messages=True)
    return (
        Medium("telegram", "telegram", telegram.CAPABILITIES, telegram.ABILITIES, utf16_length),
        Medium("whatsapp", "whatsapp", twilio.WITH_BUTTONS, twilio.ABILITIES, utf16_length),
        Medium(
            "whatsapp", "whatsapp with numbers", twilio.WITH_NUMBERS, twilio.ABILITIES, utf16_length, Wording().hint
        ),
        Medium("web", "web", WebChannel.capabilities, page, len),
        Medium("terminal", "terminal", TerminalChannel.capabilities, Abilities(), len),
    )

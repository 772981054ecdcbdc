"""What operators decide about the ways to reach users: the part ``channels`` of the configuration."""

from typing import Literal

from bot.sections import Section


class TelegramSection(Section):
    """Telegram; used where TELEGRAM_BOT_TOKEN is set."""

    enabled: bool = True
    mode: Literal["polling", "webhook"] = "polling"
    api_base_url: str = "https://api.telegram.org"


class TwilioSection(Section):
    """WhatsApp by Twilio; used where TWILIO_ACCOUNT_SID is set."""

    enabled: bool = True
    api_base_url: str = "https://api.twilio.com"
    buttons: Literal["numbers", "templates"] = "numbers"


class WhatsAppSection(Section):
    """WhatsApp, by whichever provider."""

    twilio: TwilioSection = TwilioSection()


class WebSection(Section):
    """The web chat."""

    enabled: bool = True
    allowed_origins: tuple[str, ...] = ()


class ChannelsSection(Section):
    """The ways to reach users."""

    telegram: TelegramSection = TelegramSection()
    whatsapp: WhatsAppSection = WhatsAppSection()
    web: WebSection = WebSection()

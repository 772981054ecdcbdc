"""Which channels run, by the configuration: those whose secrets are set. A half-set channel is told, not left out."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.channels.port import Channel, Refused
from bot.channels.web.channel import WebChannel
from bot.channels.web.paths import Limits
from bot.channels.web.persona import Persona
from bot.config import Config, ConfigError
from bot.metrics import Metrics
from flows.event import Sender
from storage.delivery import RedisStatusStore
from storage.line import Line, now_ms
from storage.line.heard import session_of
from storage.sealing import Sealer
from storage.shelf import Shelf
from storage.transcript import StreamTranscript
from storage.uploads import MB, Uploads

if TYPE_CHECKING:
    from bot.channels.telegram.channel import TelegramChannel
    from bot.channels.twilio.channel import TwilioChannel

# A provider's library is loaded only where its channel is set up: it takes time and memory.


def configured_channels(config: Config, line: Line, seal: Sealer, metrics: Metrics) -> list[Channel]:
    """All channels that are set up; raise `ConfigError` naming the key that is missing."""
    channels: list[Channel] = []
    if config.channels.web.enabled:
        channels.append(web_channel(config, line, seal))
    if config.channels.telegram.enabled and config.secrets.telegram_bot_token is not None:
        channels.append(_telegram(config, line))
    secrets = config.secrets
    some_of_twilio = secrets.twilio_account_sid or secrets.twilio_auth_token or secrets.twilio_whatsapp_from
    if config.channels.whatsapp.twilio.enabled and some_of_twilio:
        channels.append(_twilio(config, line, seal, metrics))
    return channels


def web_channel(config: Config, line: Line, seal: Sealer, personas: Sequence[Persona] = ()) -> WebChannel:
    """The web chat; with personas it is the demo's."""
    life = timedelta(hours=config.privacy.forget_after_hours)
    transcript = StreamTranscript(line.redis, seal, prefix=config.line.prefix, life=life)
    origins = config.channels.web.allowed_origins
    shelf = Shelf(line.redis, seal, now_ms, prefix=config.line.prefix)
    uploads = Uploads(line.redis, seal, now_ms, prefix=config.line.prefix) if config.operator.takes_requests else None

    async def locale_of(sender: Sender) -> str:
        session = await session_of(
            line.redis, seal, sender, prefix=line.config.prefix, partitions=line.config.partitions
        )
        return session.locale if session is not None else config.dialogue.locale

    return WebChannel(
        transcript,
        seal,
        operator=config.operator.name,
        personas=personas,
        allowed_origins=origins,
        limits=Limits(upload=config.helpdesk.files.largest_mb * MB, idle=config.proof.valid_for_minutes_idle * 60_000),
        shelf=shelf,
        uploads=uploads,
        locale_of=locale_of,
    )


def _telegram(config: Config, line: Line) -> "TelegramChannel":
    from bot.channels.telegram.channel import ByWebhook, Polling, TelegramChannel  # noqa: PLC0415  see above
    from bot.channels.telegram.polling import LOCK_SECONDS  # noqa: PLC0415  the same

    section = config.channels.telegram
    token = _needed(config.secrets.telegram_bot_token, "TELEGRAM_BOT_TOKEN", "Telegram")
    receive: Polling | ByWebhook
    if section.mode == "webhook":
        secret = _needed(config.secrets.telegram_webhook_secret, "TELEGRAM_WEBHOOK_SECRET", "Telegram's webhook")
        receive = ByWebhook(_public_url(config, "Telegram's webhook"), secret)
    else:
        receive = Polling(line.redis.lock(f"{config.line.prefix}:telegram-polling", timeout=LOCK_SECONDS))
    try:
        return TelegramChannel(
            token, receive, now=now_ms, api_base_url=_base_url(section.api_base_url, "channels.telegram.api_base_url")
        )
    except Refused as error:
        raise ConfigError(f"{error.why}") from None


def _twilio(config: Config, line: Line, seal: Sealer, metrics: Metrics) -> "TwilioChannel":
    from bot.channels.twilio.channel import TwilioChannel, TwilioSettings  # noqa: PLC0415  the same

    section, secrets = config.channels.whatsapp.twilio, config.secrets
    purpose = "WhatsApp by Twilio"
    sender = secrets.twilio_whatsapp_from
    if not sender:
        raise ConfigError(f"TWILIO_WHATSAPP_FROM is missing; {purpose} needs it.")
    settings = TwilioSettings(
        account_sid=_needed(secrets.twilio_account_sid, "TWILIO_ACCOUNT_SID", purpose),
        auth_token=_needed(secrets.twilio_auth_token, "TWILIO_AUTH_TOKEN", purpose),
        from_=sender,
        public_url=_public_url(config, purpose),
        api_base_url=_base_url(section.api_base_url, "channels.whatsapp.twilio.api_base_url"),
        buttons=section.buttons,
        template=config.helpdesk.whatsapp_template,
    )

    def count(status: str, _code: int | None) -> None:
        metrics.sent("whatsapp", status)

    try:
        kept = timedelta(days=config.retention.delivery_days)
        statuses = RedisStatusStore(line.redis, config.line.prefix, kept)
        return TwilioChannel(
            settings, statuses, now_ms, count, Shelf(line.redis, seal, now_ms, prefix=config.line.prefix)
        )
    except ValueError as error:
        raise ConfigError(f"{error}.") from None


def _needed(secret: SecretStr | None, name: str, purpose: str) -> str:
    if secret is None:
        raise ConfigError(f"{name} is missing; {purpose} needs it.")
    return secret.get_secret_value()


def _base_url(url: str, key: str) -> str:
    """The address of a provider's API; one without a scheme would only fail at the first message."""
    if not url.startswith(("https://", "http://")):
        raise ConfigError(f"{key} has to begin with https:// (or http:// for a test).")
    return url


def _public_url(config: Config, purpose: str) -> str:
    if config.public_url is None:
        raise ConfigError(f"public_url is missing; {purpose} needs the address under which this program is reached.")
    return config.public_url.rstrip("/")

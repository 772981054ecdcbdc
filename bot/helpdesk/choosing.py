"""Which places the configuration asks for, and the one place where they are made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.channels.port import Channel, Refused
from bot.channels.telegram.intake import AgentsGroup, HostsGroup
from bot.config import Config, ConfigError
from bot.helpdesk.files.taking import TakesFiles
from bot.helpdesk.hours import zone_of
from bot.helpdesk.port import Place
from storage.line import Line, now_ms
from storage.sealing import Sealer
from storage.tickets.followers import Followers
from storage.tickets.port import Files

if TYPE_CHECKING:
    from bot.helpdesk.chatwoot.place import Chatwoot
    from bot.helpdesk.group.place import TelegramGroup


@dataclass(frozen=True)
class Surroundings:
    """What a place may need of the rest of the program."""

    config: Config
    line: Line
    sealer: Sealer
    files: Files | None
    followers: Followers
    takes: TakesFiles | None = None


Maker = Callable[[Surroundings], Place]
"""Makes a place of the configuration; raises `ConfigError` if something is missing in it."""


def _chatwoot(around: Surroundings) -> "Chatwoot":
    """In the account that the configuration names."""
    from bot.helpdesk.chatwoot.place import Account, Chatwoot, Keeping  # noqa: PLC0415  loaded where it is used

    section, secrets = around.config.helpdesk.chatwoot, around.config.secrets
    token, secret = secrets.chatwoot_api_token, secrets.chatwoot_webhook_secret
    needed = {
        "helpdesk.chatwoot.base_url": section.base_url,
        "helpdesk.chatwoot.account_id": section.account_id,
        "helpdesk.chatwoot.inbox_id": section.inbox_id,
        "CHATWOOT_API_TOKEN": token,
        "CHATWOOT_WEBHOOK_SECRET": secret,
    }
    for name, value in needed.items():
        if not value:
            raise ConfigError(f"{name} is missing: helpdesk.places has chatwoot.")
    if token and not (token.get_secret_value().isascii() and token.get_secret_value().isprintable()):
        raise ConfigError("CHATWOOT_API_TOKEN holds characters that stand in no token.")
    account = Account(
        section.base_url,
        section.account_id or 0,
        section.inbox_id or 0,
        token.get_secret_value() if token else "",
        secret.get_secret_value() if secret else "",
        send_files=section.send_files,
        locale=section.locale,
        largest_file=around.config.helpdesk.files.limits().sent,
    )
    line = around.line
    keeping = Keeping(line.redis, around.sealer, line.config.prefix, around.files, around.takes)
    return Chatwoot(account, keeping, now_ms)


def _telegram_group(around: Surroundings) -> "TelegramGroup":
    """With a bot of its own where it has a token, else with the one that talks to users."""
    from bot.channels.telegram.polling import LOCK_SECONDS  # noqa: PLC0415  the library is loaded where it is used
    from bot.helpdesk.group.place import Connection, Keeping, OwnBot, TelegramGroup  # noqa: PLC0415  the same

    config, line = around.config, around.line
    section, secrets = config.helpdesk.telegram_group, config.secrets
    if section.chat_id is None:
        raise ConfigError("helpdesk.telegram_group.chat_id is missing: helpdesk.places has telegram_group.")
    token = secrets.telegram_agents_bot_token or secrets.telegram_bot_token
    if token is None:
        raise ConfigError(
            "TELEGRAM_BOT_TOKEN or TELEGRAM_AGENTS_BOT_TOKEN is missing; helpdesk.telegram_group needs it."
        )
    own = None
    if secrets.telegram_agents_bot_token is not None or not config.channels.telegram.enabled:
        own = OwnBot(line.redis.lock(f"{line.config.prefix}:telegram-agents-polling", timeout=LOCK_SECONDS))
    connection = Connection(token.get_secret_value(), config.channels.telegram.api_base_url, own=own)
    keeping = Keeping(line.redis, around.sealer, line.config.prefix, around.files, around.takes)
    try:
        return TelegramGroup(
            section.chat_id, section, connection, keeping, now=now_ms, zone=zone_of(config.helpdesk.zone)
        )
    except Refused as error:
        name = "TELEGRAM_BOT_TOKEN" if secrets.telegram_agents_bot_token is None else "TELEGRAM_AGENTS_BOT_TOKEN"
        raise ConfigError(error.why.replace("TELEGRAM_BOT_TOKEN", name)) from None


MAKERS: Mapping[str, Maker] = {"telegram_group": _telegram_group, "chatwoot": _chatwoot}
"""By the names in `helpdesk.places`. The desk is none of them: it reads the tickets themselves."""


def configured_places(around: Surroundings) -> Sequence[Place]:
    """The places that tickets are shown in, besides the desk; raise `ConfigError`."""
    wanted = [name for name in around.config.helpdesk.places if name != "desk"]
    for name in wanted:
        if name not in MAKERS:
            raise ConfigError(f"helpdesk.places: {name} is not to be had.")
    return [MAKERS[name](around) for name in dict.fromkeys(wanted)]


def let_groups_hear(places: Sequence[Place], channels: Sequence[Channel]) -> None:
    """A group of agents without a bot of its own hears through the channel whose bot is in it."""
    for place in places:
        for channel in channels:
            if isinstance(place, AgentsGroup) and not place.own_bot and isinstance(channel, HostsGroup):
                channel.host(place)

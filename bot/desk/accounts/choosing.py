"""The entrance as the configuration says."""

from collections.abc import Callable, Sequence
from datetime import timedelta, timezone

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.config import Config, ConfigError
from bot.desk.accounts.entrance import Entrance, Foundation
from bot.desk.accounts.oidc import Organisation
from bot.desk.templating import Link
from storage.audit import Audit
from storage.line.servers import AnyRedis
from storage.sealing import Sealer


def configured_organisation(config: Config) -> Organisation | None:
    """The organisation's own sign-in, if there is one; raise `ConfigError`. Whoever asks closes it."""
    section, secret = config.desk.oidc, config.secrets.oidc_client_secret
    if section is None:
        return None
    if secret is None:
        raise ConfigError("OIDC_CLIENT_SECRET is missing: desk.oidc is set.")
    return Organisation(section, secret.get_secret_value())


def configured_entrance(
    config: Config,
    engine: AsyncEngine,
    redis: AnyRedis,
    sealer: Sealer,
    audit: Audit,
    clock: Callable[[], int],
    *,
    links: Sequence[Link] = (),
) -> Entrance:
    """The entrance; `links` are the places in the navigation besides those of accounts. Raises `ConfigError`."""
    on = Foundation(
        engine,
        redis,
        sealer,
        audit,
        clock,
        config.operator.name,
        timezone(timedelta(hours=config.dialogue.utc_offset_hours)),
        config.public_url,
        config.line.prefix,
    )
    return Entrance(config.desk, on, links=links, organisation=configured_organisation(config))

"""The organisation's own sign-in, as the configuration says."""

from bot.config import Config, ConfigError
from bot.desk.accounts.oidc import Organisation


def configured_organisation(config: Config) -> Organisation | None:
    """The organisation's own sign-in, if there is one; raise `ConfigError`. Whoever asks closes it."""
    section, secret = config.desk.oidc, config.secrets.oidc_client_secret
    if section is None:
        return None
    if secret is None:
        raise ConfigError("OIDC_CLIENT_SECRET is missing: desk.oidc is set.")
    return Organisation(section, secret.get_secret_value())

"""What is not wrong and yet should be looked at before the first worker writes: one line each."""

from datetime import UTC, datetime

from bot.config import Config, OperatorSection
from bot.facts import doubtful
from bot.mistakes import almost_keys
from flows.texts import DEFAULT, LOCALES, missing

RELAXED = (
    "disclosure is relaxed: whoever knows a NIK, name and birth date (very many people's are in strangers' hands)"
    " learns that data exist, or the whole number"
)


def hints_on(config: Config) -> list[str]:
    """For this configuration, the environment and the texts."""
    hints = [*_on_the_surroundings(config), *doubtful(config.facts, datetime.now(UTC).date())]
    if config.disclosure.found < 2 or config.disclosure.kpj < 2:
        hints.append(RELAXED)
    hints += said_in_default()
    if set(config.helpdesk.places) != {"desk"} and not config.operator.takes_requests:
        hints.append("operator.takes_requests is false: no request will reach your people")
    if config.operator.name == OperatorSection().name:
        hints.append(f"operator.name is still {config.operator.name!r}: every conversation names it")
    if not config.operator.contact:
        hints.append("operator.contact is empty: workers who ask for a person get only the official channels")
    return hints


def _on_the_surroundings(config: Config) -> list[str]:
    """Variables, folders and addresses."""
    hints = [
        f"the variable {name} sets nothing: keys are set by TEMANKPJ__A__B, with two underscores"
        for name in almost_keys(frozenset(Config.model_fields))
    ]
    if config.secrets.database_url is None and not config.data_dir.is_absolute():
        hints.append(
            f"data_dir ({config.data_dir}) counts from the folder that a command is started in: elsewhere it is another"
            " one, with other members; write the whole path"
        )
    if config.channels.telegram.enabled and config.secrets.telegram_bot_token is None:
        hints.append("Telegram is not set up: TELEGRAM_BOT_TOKEN is not set")
    if config.channels.whatsapp.twilio.enabled and config.secrets.twilio_account_sid is None:
        hints.append("WhatsApp is not set up: TWILIO_ACCOUNT_SID is not set")
    if config.public_url is not None and not config.public_url.startswith("https://"):
        hints.append(
            "public_url is not https://: providers call no such address, and only this machine can log in at the desk"
        )
    return hints


def said_in_default() -> list[str]:
    """How many texts a language lacks, one line for each that lacks any."""
    lacking = ((locale, len(missing(locale))) for locale in LOCALES)
    return [f"texts: {locale} lacks {count}, which are said in {DEFAULT}" for locale, count in lacking if count]

"""Who carries codes, by the configuration."""

from pydantic import SecretStr

from bot.codes.port import CodeSender
from bot.config import Config, ConfigError
from flows.texts import Texts


def configured_sender(config: Config) -> CodeSender | None:
    """The carrier that is set up, None if none is; raise `ConfigError` naming the key that is missing."""
    codes, secrets = config.codes, config.secrets
    if codes.sender == "none":
        return None
    # loaded only where it is needed: it takes time and memory
    from bot.channels.twilio.transport import DEFAULT_BASE  # noqa: PLC0415
    from bot.codes.twilio import Account, SmsSender, TemplateSender, VerifySender  # noqa: PLC0415

    base = config.channels.whatsapp.twilio.api_base_url
    account = Account(
        sid=_needed(secrets.twilio_account_sid, "TWILIO_ACCOUNT_SID"),
        auth_token=_needed(secrets.twilio_auth_token, "TWILIO_AUTH_TOKEN"),
        api_base_url=base or DEFAULT_BASE,
    )
    if codes.sender == "twilio_verify":
        return VerifySender(account, _set(codes.verify_service, "codes.verify_service"), codes.verify_way)
    if codes.sender == "whatsapp_template":
        from_ = secrets.twilio_whatsapp_from
        if not from_:
            raise ConfigError("TWILIO_WHATSAPP_FROM is missing; codes.sender needs it.")
        return TemplateSender(account, from_, _set(codes.whatsapp_template, "codes.whatsapp_template"))
    texts = Texts({"operator": config.operator.name})
    return SmsSender(
        account,
        _set(codes.sms_from, "codes.sms_from"),
        lambda code, locale: texts.say(locale, "sms-code", {"code": code}),
    )


def _needed(secret: SecretStr | None, name: str) -> str:
    if secret is None:
        raise ConfigError(f"{name} is missing; codes.sender needs it.")
    return secret.get_secret_value()


def _set(value: str, key: str) -> str:
    if not value:
        raise ConfigError(f"{key} is missing; codes.sender needs it.")
    return value

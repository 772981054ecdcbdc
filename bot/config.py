"""config.yaml, overridden by environment variables, as one typed value. Secrets come from the environment only.

Any key can be set by ``TEMANKPJ__A__B``. A mistake is told in one sentence that names the key.
"""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, YamlConfigSettingsSource


class ConfigError(Exception):
    """The operator's configuration is wrong; the text is one sentence that names the key."""


class Section(BaseModel):
    """A part of the configuration; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OperatorSection(Section):
    name: str = Field("Koperasi Contoh", min_length=1, max_length=80)
    is_bpjs: bool = False
    contact: str = Field("", max_length=300)


class Fact(Section):
    """A number, an address or hours that workers are told, and when somebody last confirmed it."""

    value: str | None = None
    confirmed_on: date | None = None


class FactsSection(Section):
    call_centre: Fact = Fact()
    call_centre_hours: Fact = Fact()
    email: Fact = Fact()
    website: Fact = Fact()
    whatsapp: Fact = Fact()


class ProofSection(Section):
    short_way: bool = True
    ask_mother_name: bool = False
    valid_for_minutes_idle: int = Field(30, ge=1)
    valid_for_hours: int = Field(24, ge=1)


class PrivacySection(Section):
    forget_after_hours: int = Field(24, ge=1)


class DialogueSection(Section):
    locale: Literal["id", "en"] = "id"
    pause_after_minutes: int = Field(30, ge=1)
    utc_offset_hours: int = Field(7, ge=-12, le=14)


class LineSection(Section):
    """The line from message to answer; see config.yaml for what each key does."""

    prefix: str = Field("temankpj", pattern=r"^[a-z0-9_-]{1,32}$")
    partitions: int = Field(16, ge=1, le=1024)
    seen_for_hours: int = Field(72, ge=1)
    lease_seconds: float = Field(10, gt=1)
    session_days: int = Field(30, ge=1)
    dead_letters: int = Field(10_000, ge=100)
    attempts: int = Field(8, ge=1)


class HttpDirectory(Section):
    base_url: str
    timeout_seconds: float = Field(5, gt=0)


class MembersSection(Section):
    source: Literal["sql", "http"] = "sql"
    http: HttpDirectory | None = None


class TelegramSection(Section):
    enabled: bool = True
    mode: Literal["polling", "webhook"] = "polling"
    api_base_url: str = "https://api.telegram.org"


class TwilioSection(Section):
    enabled: bool = True
    api_base_url: str = "https://api.twilio.com"


class WhatsAppSection(Section):
    twilio: TwilioSection = TwilioSection()


class WebSection(Section):
    enabled: bool = True
    allowed_origins: tuple[str, ...] = ()


class ChannelsSection(Section):
    telegram: TelegramSection = TelegramSection()
    whatsapp: WhatsAppSection = WhatsAppSection()
    web: WebSection = WebSection()


class LogSection(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "console"] = "json"


class Secrets(Section):
    """What comes from the environment and nowhere else."""

    telegram_bot_token: SecretStr | None = None
    telegram_webhook_secret: SecretStr | None = None
    twilio_account_sid: SecretStr | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_whatsapp_from: str | None = None
    members_api_token: SecretStr | None = None
    redis_url: SecretStr | None = None
    database_url: SecretStr | None = None
    temankpj_secret_key: SecretStr | None = None


class Config(BaseSettings):
    """The whole configuration. `secrets` is filled by `load`, never from the file."""

    model_config = SettingsConfigDict(
        env_prefix="TEMANKPJ__", env_nested_delimiter="__", extra="forbid", frozen=True, env_ignore_empty=True
    )
    file: ClassVar[Path | None] = None

    data_dir: Path = Path("var")
    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)
    public_url: str | None = None
    operator: OperatorSection = OperatorSection()
    facts: FactsSection = FactsSection()
    proof: ProofSection = ProofSection()
    privacy: PrivacySection = PrivacySection()
    dialogue: DialogueSection = DialogueSection()
    line: LineSection = LineSection()
    members: MembersSection = MembersSection()
    channels: ChannelsSection = ChannelsSection()
    log: LogSection = LogSection()
    secrets: Secrets = Secrets()

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code wins over the environment, the environment over the file."""
        if cls.file is None:
            return init_settings, env_settings
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls, yaml_file=cls.file)

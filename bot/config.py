"""config.yaml, overridden by environment variables, as one typed value. Secrets come from the environment only.

Any key can be set by ``TEMANKPJ__A__B``. A mistake is told in one sentence that names the key.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Literal

import yaml
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    YamlConfigSettingsSource,
)

from bot.channels.section import ChannelsSection
from bot.desk.accounts.config import DeskSection
from bot.facts import FactsSection
from bot.helpdesk.section import HelpdeskSection
from bot.mistakes import PREFIX, problem, sentence, unreadable
from bot.sections import CodesSection, LimitsSection, RetentionSection, Section

DEFAULT_FILE = Path("config.yaml")
RECORDS = "records.db"
"""The SQLite file in `data_dir`, where DATABASE_URL names no other."""


class ConfigError(Exception):
    """The operator's configuration is wrong; the text is one sentence that names the key."""


class OperatorSection(Section):
    """Who runs this service."""

    name: str = Field("Koperasi Contoh", min_length=1, max_length=80)
    is_bpjs: bool = False
    contact: str = Field("", max_length=300)
    takes_requests: bool = False


class OfficesSection(Section):
    """Where the offices are that workers are sent to."""

    file: Path | None = None


class ProofSection(Section):
    """How identity is proven."""

    short_way: bool = True
    ask_mother_name: bool = False
    shared_phones: bool = False
    phone_confirmed_days: int = Field(0, ge=0)
    valid_for_minutes_idle: int = Field(30, ge=1)
    valid_for_hours: int = Field(24, ge=1)


class DisclosureSection(Section):
    """From which level of proof on something is told: 1 knowledge, 2 possession."""

    found: int = Field(2, ge=1, le=2)
    kpj: int = Field(2, ge=1, le=2)


class PrivacySection(Section):
    """How long what is half told is kept."""

    forget_after_hours: int = Field(24, ge=1)


class DialogueSection(Section):
    """How the conversation behaves."""

    locale: Literal["id", "en", "jv", "su"] = "id"
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
    """An institution's own members service."""

    base_url: str
    timeout_seconds: float = Field(5, gt=0)


class MembersSection(Section):
    """Where members are looked up."""

    source: Literal["sql", "http"] = "sql"
    http: HttpDirectory | None = None


class LogSection(Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["json", "console"] = "json"


class Secrets(Section):
    """What comes from the environment and nowhere else."""

    telegram_bot_token: SecretStr | None = None
    telegram_webhook_secret: SecretStr | None = None
    telegram_agents_bot_token: SecretStr | None = None
    twilio_account_sid: SecretStr | None = None
    twilio_auth_token: SecretStr | None = None
    twilio_whatsapp_from: str | None = None
    members_api_token: SecretStr | None = None
    chatwoot_api_token: SecretStr | None = None
    chatwoot_webhook_secret: SecretStr | None = None
    oidc_client_secret: SecretStr | None = None
    redis_url: SecretStr | None = None
    database_url: SecretStr | None = None
    temankpj_secret_key: SecretStr | None = None


class Config(BaseSettings):
    """The whole configuration. `secrets` is filled by `load`, never from the file."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        env_parse_none_str="null",
        extra="forbid",
        frozen=True,
    )
    file: ClassVar[Path | None] = None

    data_dir: Path = Path("var")
    host: str = "127.0.0.1"
    port: int = Field(8080, ge=0, le=65535)
    public_url: str | None = None
    operator: OperatorSection = OperatorSection()
    facts: FactsSection = FactsSection()
    offices: OfficesSection = OfficesSection()
    proof: ProofSection = ProofSection()
    disclosure: DisclosureSection = DisclosureSection()
    limits: LimitsSection = LimitsSection()
    codes: CodesSection = CodesSection()
    privacy: PrivacySection = PrivacySection()
    retention: RetentionSection = RetentionSection()
    dialogue: DialogueSection = DialogueSection()
    line: LineSection = LineSection()
    members: MembersSection = MembersSection()
    helpdesk: HelpdeskSection = HelpdeskSection()
    channels: ChannelsSection = ChannelsSection()
    desk: DeskSection = DeskSection()
    log: LogSection = LogSection()
    secrets: Secrets = Secrets()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given in code wins over the environment, the environment over the file."""
        del dotenv_settings, file_secret_settings  # secrets have one way in, and it is `load`
        if cls.file is None:
            return init_settings, env_settings
        return init_settings, env_settings, YamlConfigSettingsSource(settings_cls, yaml_file=cls.file)

    @property
    def embedded(self) -> bool:
        """Whether Redis and SQL both live in the data folder."""
        return self.secrets.redis_url is None and self.secrets.database_url is None

    @property
    def database_url(self) -> str:
        """Where the records are: DATABASE_URL, or a file in the data folder."""
        given = self.secrets.database_url
        if given is not None:
            return given.get_secret_value()
        return f"sqlite:///{self.data_dir.absolute() / RECORDS}"


def load(path: Path | None = None, environ: Mapping[str, str] | None = None) -> Config:
    """Read the file at `path` (``config.yaml`` where it exists, if none is named) and the environment.

    Raises `ConfigError`: one sentence that names the key.
    """
    environ = os.environ if environ is None else environ
    if path is None and DEFAULT_FILE.exists():
        path = DEFAULT_FILE
    if path is not None and not path.is_file():
        raise ConfigError(f"The configuration file {path} does not exist.")
    _known_variables(environ)
    _no_secrets(path)

    class Loaded(Config):
        file = path

    try:
        found = Loaded(secrets=_secrets(environ))
    except ValidationError as error:
        raise ConfigError(sentence(error, path)) from None
    except (OSError, SettingsError, yaml.YAMLError, TypeError, ValueError) as error:
        raise ConfigError(unreadable(error, path)) from None
    if found.public_url is not None and not found.public_url.startswith(("http://", "https://")):
        raise ConfigError("public_url has to begin with https:// (or http:// for a test).")
    return found


def _secrets(environ: Mapping[str, str]) -> Secrets:
    """Secrets from variables, or from files that variables named ``…_FILE`` point to."""
    values: dict[str, str] = {}
    for name in Secrets.model_fields:
        variable = name.upper()
        value, file = environ.get(variable, ""), environ.get(f"{variable}_FILE", "")
        if not value and file:
            try:
                value = Path(file).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                raise ConfigError(f"{variable}_FILE names a file that cannot be read.") from None
        if value.strip():
            values[name] = value.strip()
    try:
        return Secrets.model_validate(values)
    except ValidationError as error:
        name = str(error.errors(include_input=False)[0]["loc"][0]).upper()
        raise ConfigError(f"{name}: {problem(error)}.") from None


def _no_secrets(path: Path | None) -> None:
    """A secret in the file would end up in a backup or a repository."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) if path is not None else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return  # told with its own sentence, where the file is read as configuration
    if isinstance(found, dict) and "secrets" in found:
        raise ConfigError(f"{path}: the key secrets is wrong: secrets come from the environment or from files only.")


def _known_variables(environ: Mapping[str, str]) -> None:
    for variable in environ:
        if variable.startswith(PREFIX):
            key = variable.removeprefix(PREFIX).split("__")[0].lower()
            if key not in Config.model_fields or key == "secrets":
                raise ConfigError(f"The variable {variable} sets no key that exists.")

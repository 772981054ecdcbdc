"""Configuration: the file, the environment over it, secrets, and one clear sentence for every mistake."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.config import Config, ConfigError, load
from bot.rules import code_rules, limit_rules, opening_hours
from storage.codes import CodeRules
from storage.limits import LimitRules

ROOT = Path(__file__).parents[2]


def written(folder: Path, text: str) -> Path:
    """A configuration file with this text."""
    path = folder / "config.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_in_the_project_is_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The documented file says what happens without one, so that nobody has to guess."""
    monkeypatch.chdir(tmp_path)
    documented, bare = load(ROOT / "config.yaml", {}), load(None, {})
    assert documented.model_dump(exclude={"facts"}) == bare.model_dump(exclude={"facts"})


def test_every_key_is_documented(tmp_path: Path) -> None:
    """No key exists that the documented file does not show."""
    del tmp_path
    shown = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))
    known = load(None, {}).model_dump(mode="json", exclude={"secrets"})

    def keys(tree: object, path: str = "") -> set[str]:
        if not isinstance(tree, dict):
            return {path}
        return {path, *(found for key, value in tree.items() for found in keys(value, f"{path}.{key}"))}

    assert keys(known) - keys(shown) == set()


def test_a_variable_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TEMANKPJ__A__B overrides any key."""
    monkeypatch.setenv("TEMANKPJ__CHANNELS__TELEGRAM__MODE", "webhook")
    monkeypatch.setenv("TEMANKPJ__PORT", "9999")
    found = load(written(tmp_path, "port: 1\nchannels: {telegram: {mode: polling}}\n"))
    assert (found.port, found.channels.telegram.mode) == (9999, "webhook")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("port: many", "port"),
        ("port: 70000", "port"),
        ("channels: {telegram: {mode: push}}", "channels.telegram.mode"),
        ("channels: {telegram: {token: x}}", "channels.telegram.token"),
        ("proof: {short_way: perhaps}", "proof.short_way"),
        ("colour: red", "colour"),
        ("line: {partitions: 0}", "line.partitions"),
        ("operator: {name: ''}", "operator.name"),
        ("secrets: {telegram_bot_token: x}", "secrets"),
        ("public_url: example.org", "public_url"),
        ("helpdesk: {places: [desk, pigeon]}", "helpdesk.places"),
        ("helpdesk: {zone: Asia/Bandung}", "helpdesk.zone"),
        ("helpdesk: {hours: {mon: [08:00]}}", "helpdesk.hours.mon"),
        ("helpdesk: {hours: {mon: [8-16]}}", "helpdesk.hours.mon"),
        ("helpdesk: {hours: {senin: [08:00-16:00]}}", "helpdesk.hours.senin"),
        ("helpdesk: {closed_on: [besok]}", "helpdesk.closed_on"),
        ("helpdesk: {remind_after_minutes: 60, supervisor_after_minutes: 30}", "helpdesk"),
        ("helpdesk: {chatwoot: {base_url: chat.example.org}}", "helpdesk.chatwoot.base_url"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_key(tmp_path: Path, text: str, key: str) -> None:
    """Whatever is wrong, the operator reads which key and why, and no traceback."""
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text), {})
    sentence = str(caught.value)
    assert key in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("text", ["a: [", "- 1\n- 2", "\x00", "just words"])
def test_a_file_that_is_no_configuration_is_told(tmp_path: Path, text: str) -> None:
    """Broken YAML is a sentence too."""
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text), {})
    assert "\n" not in str(caught.value)


def test_a_named_file_has_to_exist(tmp_path: Path) -> None:
    """A typing error in --config is not silently the defaults."""
    with pytest.raises(ConfigError, match="does not exist"):
        load(tmp_path / "nothing.yaml", {})


def test_an_unknown_variable_is_a_mistake() -> None:
    """A misspelt variable would otherwise be ignored for ever."""
    with pytest.raises(ConfigError, match="TEMANKPJ__PROT"):
        load(None, {"TEMANKPJ__PROT": "1"})


def test_secrets_come_from_variables_or_files(tmp_path: Path) -> None:
    """A variable, or a file that NAME_FILE points to; neither shows up when the configuration is printed."""
    file = tmp_path / "token"
    file.write_text("from-a-file\n")
    found = load(None, {"TWILIO_AUTH_TOKEN": "from-a-variable", "TELEGRAM_BOT_TOKEN_FILE": str(file)})
    assert found.secrets.twilio_auth_token is not None
    assert found.secrets.twilio_auth_token.get_secret_value() == "from-a-variable"
    assert found.secrets.telegram_bot_token is not None
    assert found.secrets.telegram_bot_token.get_secret_value() == "from-a-file"
    assert "from-a" not in repr(found)


def test_a_secret_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The sentence names the variable."""
    with pytest.raises(ConfigError, match="REDIS_URL_FILE"):
        load(None, {"REDIS_URL_FILE": str(tmp_path / "missing")})


def test_without_addresses_everything_is_embedded(tmp_path: Path) -> None:
    """No REDIS_URL and no DATABASE_URL: Redis and SQLite live in the data folder."""
    config = Config(data_dir=tmp_path)
    assert config.embedded
    assert config.database_url == f"sqlite:///{tmp_path / 'records.db'}"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("limits: {nik: {locks: [[5, 60], [3, 90]]}}", "limits.nik"),
        ("limits: {nik: {locks: []}}", "limits.nik.locks"),
        ("limits: {phone: {window_hours: 1, locks: [[3, 61]]}}", "limits.phone"),
        ("codes: {tries: 4}", "codes.tries"),
        ("codes: {per_member_a_day: 4}", "codes.per_member_a_day"),
        ("retention: {audit_days: 0}", "retention.audit_days"),
    ],
)
def test_limits_that_would_not_hold_are_mistakes(tmp_path: Path, text: str, key: str) -> None:
    """Locks that do not grow, and codes that could be guessed."""
    with pytest.raises(ConfigError, match=key):
        load(written(tmp_path, text), {})


def test_documented_limits_are_those_of_the_code() -> None:
    """What config.yaml says is what happens where nothing is said."""
    config = load(ROOT / "config.yaml", {})
    assert limit_rules(config) == LimitRules()
    assert code_rules(config) == CodeRules()


def test_opening_hours_are_read_as_people_write_them(tmp_path: Path) -> None:
    """Spans of a day, the midnight that ends it, nights, days of one's own."""
    text = """
helpdesk:
  zone: Asia/Jayapura
  hours: {mon: [08:00-12:00, 13:00 - 16:00], sat: [22:00-24:00], sun: ["20:30-05:00"]}
  joint_leave: false
  closed_on: [2026-12-31]
  open_on: ["2026-12-25"]
"""
    hours = opening_hours(load(written(tmp_path, text), {}))
    assert list(hours.week["mon"]) == [(time(8), time(12)), (time(13), time(16))]
    assert list(hours.week["sat"]) == [(time(22), time(0))]
    assert list(hours.week["sun"]) == [(time(20, 30), time(5))]
    assert (str(hours.zone), hours.joint_leave, hours.always) == ("Asia/Jayapura", False, False)
    assert (hours.free(date(2026, 12, 31)), hours.free(date(2026, 12, 25))) == (True, False)
    assert opening_hours(load(None, {})).always


@pytest.mark.parametrize(
    ("name", "value", "key", "help_"),
    [
        ("TEMANKPJ__PORT", "80a", "port", "whole number"),
        ("TEMANKPJ__OPERATOR__TAKES_REQUESTS", "ya", "operator.takes_requests", "true or false"),
        ("TEMANKPJ__FACTS__EMAIL__CONFIRMED_ON", "22-11-2026", "facts.email.confirmed_on", "2026-11-22"),
        ("TEMANKPJ__HELPDESK__ZONE", "WIB", "helpdesk.zone", "Asia/Jakarta"),
        ("TEMANKPJ__HELPDESK__FILES__CLAMAV", "localhost:3310", "helpdesk.files.clamav", "tcp://host:port"),
        ("TEMANKPJ__HELPDESK__PLACES", '["desk", "grup"]', "helpdesk.places.1", "chatwoot"),
    ],
)
def test_a_mistake_in_a_variable_is_not_blamed_on_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, key: str, help_: str
) -> None:
    """The sentence begins with the variable, names the key and says how it is written."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, "port: 8080\n"))
    sentence = str(caught.value)
    assert sentence.startswith(f"{name}: the key {key} is wrong: ")
    assert help_ in sentence
    assert "alue error" not in sentence


@pytest.mark.parametrize(
    ("name", "value"), [("TEMANKPJ__HELPDESK__PLACES", "desk"), ("TEMANKPJ__FACTS__EMAIL", "a@b.example")]
)
def test_a_list_that_is_no_json_names_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """It said that the file could not be read, which was in order."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match=rf"^{name}: .* JSON"):
        load(written(tmp_path, "port: 8080\n"))


def test_levels_and_for_ever_can_be_set_by_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Any key can: a number among few (it was refused as a text), and null."""
    monkeypatch.setenv("TEMANKPJ__DISCLOSURE__FOUND", "1")
    monkeypatch.setenv("TEMANKPJ__RETENTION__AUDIT_DAYS", "null")
    found = load(written(tmp_path, "retention: {audit_days: 9}\n"))
    assert (found.disclosure.found, found.retention.audit_days) == (1, None)
    for level in ("0", "3"):
        monkeypatch.setenv("TEMANKPJ__DISCLOSURE__FOUND", level)
        with pytest.raises(ConfigError, match=r"disclosure\.found"):
            load(written(tmp_path, ""))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The service's account may not be allowed to; it ended with a traceback."""
    file, opened = written(tmp_path, "port: 1\n"), Path.open

    def refuse(self: Path, *given: Any, **named: Any) -> Any:
        if self == file:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *given, **named)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ConfigError, match=r"config\.yaml cannot be read: Permission denied"):
        load(file, {})

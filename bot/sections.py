"""Parts of the configuration that say how often a proof may be tried, how long records are kept, and who helps."""

from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from bot.helpdesk.hours import zone_of

Lock = tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]
"""After so many failures, so many minutes."""


class Section(BaseModel):
    """A part of the configuration; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ScopeSection(Section):
    """Failures that count, and what they lead to."""

    window_hours: int = Field(24, ge=1, le=24 * 30)
    locks: tuple[Lock, ...] = Field(((3, 15), (5, 60), (8, 1440)), min_length=1)

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        failures, minutes = [after for after, _ in self.locks], [lock for _, lock in self.locks]
        if failures != sorted(set(failures)) or minutes != sorted(minutes):
            raise ValueError("locks have to grow, in failures and in minutes")
        if minutes[-1] > self.window_hours * 60:
            raise ValueError("a lock cannot be longer than its window_hours")
        return self


class AlarmSection(Section):
    """The usual band; beyond it the operator is told."""

    failures: int = Field(300, ge=1)
    niks_per_conversation: int = Field(4, ge=1)
    conversations: int = Field(2, ge=0)
    repeat_minutes: int = Field(60, ge=1)


class LimitsSection(Section):
    """How often proofs may fail."""

    conversation: ScopeSection = ScopeSection()
    nik: ScopeSection = ScopeSection(locks=((5, 15), (8, 60), (12, 360)))
    phone: ScopeSection = ScopeSection()
    network: ScopeSection = ScopeSection(locks=((20, 15), (40, 60), (80, 1440)))
    service: ScopeSection = ScopeSection(window_hours=1, locks=((2000, 10), (4000, 60)))
    alarm: AlarmSection = AlarmSection()


class CodesSection(Section):
    """One-time codes. More tries or codes than these would make guessing likelier than 1 in 100,000 members a day."""

    sender: Literal["none", "twilio_verify", "twilio_sms", "whatsapp_template"] = "none"
    verify_service: str = Field("", pattern=r"^(VA[0-9a-fA-F]{32})?$")
    verify_way: Literal["sms", "whatsapp"] = "sms"
    sms_from: str = Field("", pattern=r"^(\+\d{6,15}|MG[0-9a-fA-F]{32})?$")
    whatsapp_template: str = Field("", pattern=r"^(HX[0-9a-fA-F]{32})?$")
    valid_minutes: int = Field(5, ge=1, le=15)
    tries: int = Field(3, ge=1, le=3)
    resend_after_seconds: int = Field(60, ge=10)
    per_member_a_day: int = Field(3, ge=1, le=3)
    per_conversation_a_day: int = Field(5, ge=1)


class RetentionSection(Section):
    """How long what is recorded stays; None is for ever."""

    consents_days: int | None = Field(1_825, ge=1)
    audit_days: int | None = Field(1_825, ge=1)
    closed_requests_days: int | None = Field(90, ge=1)
    delivery_days: int = Field(7, ge=1)


def _span(text: object) -> object:
    """``08:00-16:00`` as its two times; ``24:00`` is the midnight that ends the day."""
    if not isinstance(text, str):
        return text
    begin, dash, end = text.replace(" ", "").partition("-")
    try:
        return time.fromisoformat(begin), time.fromisoformat("00:00" if end == "24:00" else end if dash else "")
    except ValueError:
        raise ValueError("opening hours look like 08:00-16:00") from None


Span = Annotated[tuple[time, time], BeforeValidator(_span)]


class WeekSection(Section):
    """When somebody is there, for each weekday."""

    mon: tuple[Span, ...] = ()
    tue: tuple[Span, ...] = ()
    wed: tuple[Span, ...] = ()
    thu: tuple[Span, ...] = ()
    fri: tuple[Span, ...] = ()
    sat: tuple[Span, ...] = ()
    sun: tuple[Span, ...] = ()


class FilesSection(Section):
    """Files that users and agents send each other."""

    enabled: bool = True
    most_megabytes: int = Field(10, ge=1, le=50)
    most_pages: int = Field(50, ge=1)
    keep_days: int = Field(30, ge=1)


class ListedAgent(Section):
    """A member of the group by Telegram's number of the account: what users are told as name, and what they may do."""

    id: int = Field(gt=0)
    name: str = Field("", max_length=40)
    role: Literal["agent", "supervisor"] = "agent"


class TelegramGroupSection(Section):
    """A group of agents on Telegram. Everybody in it is an agent, or with `only_listed` those in `agents` alone."""

    chat_id: int | None = Field(None, lt=0)
    agents: tuple[ListedAgent, ...] = ()
    only_listed: bool = False
    send_files: bool = False
    locale: Literal["id", "en"] = "id"


class ChatwootSection(Section):
    """An account of Chatwoot."""

    base_url: str = Field("", pattern=r"^(https?://\S+)?$")
    account_id: int | None = Field(None, ge=1)
    inbox_id: int | None = Field(None, ge=1)


PlaceName = Literal["desk", "telegram_group", "chatwoot"]


class HelpdeskSection(Section):
    """Where the operator's people work, when, and how patiently."""

    places: tuple[PlaceName, ...] = ("desk",)
    zone: str = "Asia/Jakarta"
    hours: WeekSection = WeekSection()
    holidays: bool = True
    joint_leave: bool = True
    closed_on: tuple[date, ...] = ()
    open_on: tuple[date, ...] = ()
    second_approval: bool = False
    remind_after_minutes: int = Field(15, ge=1)
    supervisor_after_minutes: int = Field(60, ge=1)
    quiet_after_minutes: int = Field(60, ge=1)
    close_after_minutes: int = Field(120, ge=1)
    reopen_days: int = Field(7, ge=0)
    rating: bool = True
    files: FilesSection = FilesSection()
    telegram_group: TelegramGroupSection = TelegramGroupSection()
    chatwoot: ChatwootSection = ChatwootSection()

    @field_validator("zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        zone_of(zone)
        return zone

    @model_validator(mode="after")
    def _patient(self) -> Self:
        if self.supervisor_after_minutes < self.remind_after_minutes:
            raise ValueError("supervisor_after_minutes cannot be less than remind_after_minutes")
        return self

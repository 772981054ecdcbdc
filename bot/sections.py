"""Parts of the configuration that say how often a proof may be tried and how long records are kept."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

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
    dead_letters_days: int = Field(30, ge=1)


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
    send_files: bool = False
    locale: Literal["id", "en"] = "id"

"""What operators decide about their people: the part ``helpdesk`` of the configuration."""

from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from bot.helpdesk.files.section import FilesSection
from bot.helpdesk.hours import zone_of
from bot.sections import ChatwootSection, Section, TelegramGroupSection


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
    whatsapp_template: str = Field("", pattern=r"^(HX[0-9a-fA-F]{32})?$")
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

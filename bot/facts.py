"""What workers may be told: numbers, addresses, hours and limits, each with the day on which somebody confirmed it."""

from datetime import date, timedelta

from bot.sections import Section
from flows.settings import Facts

OLD = timedelta(days=180)
"""A fact that nobody has confirmed for so long should be looked at again."""


class Fact(Section):
    """A number, an address or hours that workers are told, and when somebody last confirmed it."""

    value: str | None = None
    confirmed_on: date | None = None


class FactsSection(Section):
    """What may be told to workers; docs/facts-to-confirm.md says where each can be confirmed."""

    call_centre: Fact = Fact()
    call_centre_hours: Fact = Fact()
    email: Fact = Fact()
    email_days: Fact = Fact()
    website: Fact = Fact()
    whatsapp: Fact = Fact()
    whatsapp_migrants: Fact = Fact()
    instagram: Fact = Fact()
    x: Fact = Fact()
    facebook: Fact = Fact()
    lapak_asik: Fact = Fact()
    jmo_limit: Fact = Fact()
    jmo_android: Fact = Fact()
    jmo_ios: Fact = Fact()
    dukcapil: Fact = Fact()


def told(facts: FactsSection) -> Facts:
    """The facts without their dates, as the dialogue takes them; what is blank counts as not set."""
    names = FactsSection.model_fields
    return Facts(**{name: (getattr(facts, name).value or "").strip() or None for name in names})


def doubtful(facts: FactsSection, today: date) -> list[str]:
    """A sentence for every fact that is told and was never confirmed, or not for a long time."""
    hints = []
    for name in FactsSection.model_fields:
        fact: Fact = getattr(facts, name)
        if fact.value is None:
            continue
        if fact.confirmed_on is None:
            hints.append(f"facts.{name} was never confirmed: check it and set confirmed_on")
        elif fact.confirmed_on > today + timedelta(days=1):  # somewhere it may be tomorrow already
            hints.append(f"facts.{name}: confirmed_on lies in the future")
        elif today - fact.confirmed_on > OLD:
            days = (today - fact.confirmed_on).days
            hints.append(f"facts.{name} was confirmed {days} days ago: check it again and set confirmed_on")
    return hints

"""When somebody is there: spans, midnight, holidays and zones; and how long it usually takes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk.hours import DAYS, Hours, public_holidays, zone_of
from bot.helpdesk.waiting import FEWEST, usual_wait

JAKARTA, JAYAPURA, AMSTERDAM = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura"), ZoneInfo("Europe/Amsterdam")
OFFICE = (time(8), time(16))
WORKDAYS = dict.fromkeys(DAYS[:5], (OFFICE,))
HOUR = 3_600_000


def at(text: str, zone: ZoneInfo = JAKARTA) -> int:
    """A moment on the wall, in milliseconds."""
    return round(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1000)


def told(moment: int | None, zone: ZoneInfo = JAKARTA) -> str | None:
    """A moment as it stands on the wall."""
    if moment is None:
        return None
    return datetime.fromtimestamp(moment / 1000, zone).isoformat(sep=" ", timespec="minutes")[:16]


def test_without_hours_somebody_is_always_there() -> None:
    """Also on holidays."""
    hours = Hours(JAKARTA)
    assert hours.is_open(at("2026-12-25 03:00"))
    assert hours.opens_at(at("2026-12-25 03:00")) is None
    assert hours.open_between(1_000, 5_000) == 4_000


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-12-01 07:59", "2026-12-01 08:00"),  # a Tuesday
        ("2026-12-01 08:00", None),
        ("2026-12-01 15:59", None),
        ("2026-12-01 16:00", "2026-12-02 08:00"),
        ("2026-12-04 16:30", "2026-12-07 08:00"),  # Friday: over the weekend
        ("2026-12-23 17:00", "2026-12-28 08:00"),  # joint leave, Christmas, weekend
        ("2026-12-31 20:00", "2027-01-04 08:00"),  # new year's day is a Friday
    ],
)
def test_the_next_opening_is_told(now: str, opens: str | None) -> None:
    """Over nights, weekends and holidays; none while somebody is there."""
    hours = Hours(JAKARTA, WORKDAYS)
    assert told(hours.opens_at(at(now))) == opens
    assert hours.is_open(at(now)) == (opens is None)


def test_a_break_at_noon() -> None:
    """A day may have several spans, in whatever order they are written."""
    hours = Hours(JAKARTA, {"tue": ((time(13), time(16)), (time(8), time(12)))})
    assert told(hours.opens_at(at("2026-12-01 12:30"))) == "2026-12-01 13:00"
    assert hours.open_between(at("2026-12-01 00:00"), at("2026-12-02 00:00")) == 7 * HOUR


def test_a_span_goes_on_past_midnight() -> None:
    """It belongs to the day on which it begins, and a holiday on the next day does not cut it off."""
    hours = Hours(JAKARTA, {"thu": ((time(22), time(6)),)})
    assert hours.is_open(at("2026-12-24 23:00")) is False  # joint leave on that Thursday
    ordinary = Hours(JAKARTA, {"thu": ((time(22), time(6)),)}, joint_leave=False)
    assert ordinary.is_open(at("2026-12-24 23:00"))
    assert ordinary.is_open(at("2026-12-25 05:59"))  # Christmas, but the night began before
    assert not ordinary.is_open(at("2026-12-25 06:00"))
    assert told(ordinary.opens_at(at("2026-12-25 06:00"))) == "2026-12-31 22:00"


def test_day_and_night() -> None:
    """From midnight to midnight every day is without a gap; overlapping spans are counted once."""
    hours = Hours(JAKARTA, dict.fromkeys(DAYS, ((time(0), time(0)),)), holidays=False)
    begin, end = at("2026-11-30 00:00"), at("2026-12-30 00:00")
    assert hours.open_between(begin, end) == end - begin
    assert all(hours.is_open(begin + hour * HOUR) for hour in range(24 * 30))
    overlapping = Hours(JAKARTA, {"tue": (OFFICE, (time(15), time(17)))})
    assert overlapping.open_between(at("2026-12-01 00:00"), at("2026-12-02 00:00")) == 9 * HOUR


def test_holidays_of_indonesia() -> None:
    """Public ones, joint leave where it is wanted, and the operator's own additions and removals."""
    idulfitri, leave, christmas = date(2026, 3, 21), date(2026, 3, 24), date(2026, 12, 25)
    assert {idulfitri, christmas} <= public_holidays(2026, joint_leave=False)
    assert leave in public_holidays(2026, joint_leave=True)
    assert leave not in public_holidays(2026, joint_leave=False)
    own = Hours(JAKARTA, WORKDAYS, closed=frozenset({date(2026, 12, 1)}), open=frozenset({leave, date(2026, 12, 1)}))
    assert not own.free(leave)
    assert own.free(christmas)
    assert not own.free(date(2026, 12, 1))  # said to be both: somebody is there
    closed = Hours(JAKARTA, WORKDAYS, holidays=False, closed=frozenset({date(2026, 12, 1)}))
    assert not closed.free(christmas)
    assert told(closed.opens_at(at("2026-12-01 09:00"))) == "2026-12-02 08:00"


def test_the_operators_zone_counts() -> None:
    """Eight in Jayapura is six in Jakarta; a zone that nobody knows is a mistake."""
    east = Hours(JAYAPURA, WORKDAYS)
    assert east.is_open(at("2026-12-01 06:00"))
    assert not east.is_open(at("2026-12-01 14:30"))
    assert told(east.opens_at(at("2026-12-01 14:30")), JAYAPURA) == "2026-12-02 08:00"
    assert east.hour(at("2026-12-01 06:10")) == 8
    with pytest.raises(ValueError, match="Asia/Bandung"):
        zone_of("Asia/Bandung")


def test_a_machine_without_a_list_of_zones_knows_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small container may have none."""

    def missing(name: str) -> ZoneInfo:
        raise ValueError(name)

    monkeypatch.setattr("bot.helpdesk.hours.ZoneInfo", missing)
    assert zone_of("Asia/Makassar").utcoffset(datetime(2026, 12, 1, tzinfo=UTC)) == timedelta(hours=8)


def test_summer_time_moves_no_opening() -> None:
    """Eight is eight before and after; the night of the change is an hour shorter."""
    hours = Hours(AMSTERDAM, dict.fromkeys(DAYS, (OFFICE,)), holidays=False)
    assert told(hours.opens_at(at("2026-03-28 17:00", AMSTERDAM)), AMSTERDAM) == "2026-03-29 08:00"
    assert told(hours.opens_at(at("2026-03-29 17:00", AMSTERDAM)), AMSTERDAM) == "2026-03-30 08:00"
    night = Hours(AMSTERDAM, {"sat": ((time(22), time(6)),)}, holidays=False)
    assert night.open_between(at("2026-03-28 12:00", AMSTERDAM), at("2026-03-29 12:00", AMSTERDAM)) == 7 * HOUR


def test_who_never_comes_is_not_waited_for() -> None:
    """Hours that begin on no day that is not free."""
    always_free = Hours(JAKARTA, {"fri": (OFFICE,)}, closed=frozenset(date(2026, 12, day) for day in range(1, 32)))
    assert told(always_free.opens_at(at("2026-12-01 09:00"))) == "2027-01-08 08:00"
    free = frozenset(date(2026, 12, 1) + timedelta(days=day) for day in range(100))
    assert Hours(JAKARTA, WORKDAYS, closed=free).opens_at(at("2026-12-01 09:00")) is None


MOMENTS = st.integers(at("2026-01-01 00:00"), at("2026-12-31 00:00"))
SPANS = st.lists(
    st.tuples(st.times(), st.times()).map(
        lambda span: (span[0].replace(microsecond=0), span[1].replace(microsecond=0))
    ),
    max_size=3,
)
WEEKS = st.fixed_dictionaries(dict.fromkeys(DAYS, SPANS))


@given(WEEKS, MOMENTS, st.integers(0, 20 * 24 * HOUR))
def test_openings_agree_with_each_other(week: dict[str, list[tuple[time, time]]], since: int, length: int) -> None:
    """Whatever the hours: open time adds up over any division, and the next opening is the first open moment."""
    hours = Hours(JAKARTA, week)
    middle, until = since + length // 3, since + length
    whole = hours.open_between(since, until)
    assert 0 <= whole <= length
    assert hours.open_between(since, middle) + hours.open_between(middle, until) == whole
    opens = hours.opens_at(since)
    if opens is not None:
        assert opens > since
        assert hours.is_open(opens)
        assert not hours.is_open(opens - 1)
        assert hours.open_between(since, opens) == 0


def test_the_usual_wait_is_the_median_at_this_hour() -> None:
    """Of what came in at the same hour of the day while somebody was there; nothing is said of too few."""
    hours, now = Hours(JAKARTA, WORKDAYS), at("2026-12-01 09:30")
    waits = [
        (at(f"2026-11-{day:02} 09:10"), minutes)
        for day, minutes in zip((16, 17, 18, 19, 20), (1, 2, 3, 50, 60), strict=True)
    ]
    taken = [(opened, opened + minutes * 60_000) for opened, minutes in waits]
    assert len(taken) == FEWEST
    assert usual_wait(taken, hours, now) == 180
    assert usual_wait(taken[1:], hours, now) is None
    elsewhen = [(at("2026-11-16 11:00"), at("2026-11-16 12:00"))] * 9
    on_sunday = [(at("2026-11-22 09:10"), at("2026-11-23 08:10"))] * 9
    assert usual_wait(taken + elsewhen + on_sunday, hours, now) == 180
    assert usual_wait(taken, hours, at("2026-12-01 11:00")) is None


def test_only_the_last_waits_count() -> None:
    """What was usual long ago is not usual any more."""
    hours, now = Hours(JAKARTA), at("2026-12-01 09:30")
    opened = at("2026-11-16 09:10")
    lately, before = [(opened, opened + 60_000)] * 50, [(opened, opened + HOUR)] * 200
    assert usual_wait(lately + before, hours, now) == 60

"""Days and times as the systems print them in cells of their own: "Di, 22.09.2026", "1. September 2026", "17:00 - 19:20 Uhr"."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember")
DAY = re.compile(r"(?<!\d)(\d{1,2})\.\s?(?:(\d{1,2})\.|([A-Za-zä]{3,9})\.?)\s?(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
TIME = re.compile(r"(?<![\d.])([01]?\d|2[0-4])[:.]([0-5]\d)(?![\d.]\d)")


def day_in(text: str | None) -> date | None:
    """The first day that a cell names, None where it names none or one that does not exist."""
    match = DAY.search(text or "")
    if not match:
        return None
    number, month, name, year, iso_year, iso_month, iso_day = match.groups()
    if name:
        short = name.lower()[:3].replace("jän", "jan")  # Jänner, in Austria
        month = next((str(at) for at, full in enumerate(MONTHS, 1) if full.startswith(short)), "0")
    try:
        return date(int(iso_year), int(iso_month), int(iso_day)) if iso_year else date(int(year), int(month), int(number))
    except ValueError:
        return None


def times_in(text: str | None) -> list[time]:
    """The times of day that a cell names: beginning, or beginning and end."""
    found = [(int(hour), int(minute)) for hour, minute in TIME.findall(DAY.sub(" ", text or ""))]
    return [time(hour % 24, minute) for hour, minute in found]


def moment_of(day: date | None, at: time | None, zone: str) -> datetime | None:
    """A day and a time of it as a moment in a council's time zone; midnight where no time is printed, None without a day."""
    return datetime.combine(day, at or time(), ZoneInfo(zone)) if day else None

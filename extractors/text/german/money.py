"""Sums of money as councils of three countries print them, in every notation; what they are for is not asked here.

    "90.000,00 EUR", "1,5 Mio. Euro", "250 T€", "€ 1,237.760,--", "100 000 €", "CHF 360'000", "Fr. 37'666.20", "50 Cent",
    "4.500 €ist", "45.000,-", "zehn Millionen Euro", "15 – 250 €", "8,9 auf 8,7 Millionen Franken", "-365.466,12 Euro"

A dot is a group sign unless one or two digits follow it; a comma before three digits is one only where a dot comes later
(Linz, Wels: "1,237.760"). A year beside a currency sign is the head of a table ("2019 EUR"), a price in a name none at all
("9-Euro-Ticket").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.german.decimals import factor_of, value_of, words_value
from extractors.text.german.money_forms import (
    BEFORE_SUM,
    BETWEEN,
    CENTS,
    CURRENCIES,
    GROUPED,
    LINK,
    MARK,
    NAMED,
    NUMBERED,
    REACH,
    SAME_AGAIN,
    TOKEN,
    WORDS,
    YEAR,
    Currency,
)


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """A sum printed at a place of a text; of a range the lower and the upper end."""

    start: int
    end: int
    amount: Decimal
    currency: Currency
    amount_max: Decimal | None = None
    form: str = "number"
    """Which notation it is: number, prefix, dash, words, range, pair."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A number with what belongs to it, before it is known whether it is money."""

    start: int
    end: int
    number: str
    value: Decimal
    scale: str | None
    currency: Currency | None
    form: str


def find_money(text: str, start: int, end: int) -> Iterator[FoundMoney]:
    """All sums of a stretch of text, in order.

    >>> [str(found.amount) for found in find_money("um 1,5 Mio. € von € 1,237.760,-- auf", 0, 36)]
    ['1500000.0', '1237760']
    """
    last: FoundMoney | None = None
    for first, after in _windows(text, start, end):
        found = sorted([*_numbers(text, first, after), *_words(text, first, after)], key=lambda each: each.start)
        for each in found:
            if last and (each.start < (last.start + 1 if last.form == "pair" else last.end) or _printed_twice(text, last, each)):
                continue
            last = each
            yield each


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches around marks of money, widened to whole words; they do not overlap."""
    first = after = start
    for found in MARK.finditer(text, start, end):
        mark = found.start()
        if mark - REACH > after:
            if after > start:
                yield first, after
            first = mark - REACH
            while first > start and not text[first - 1].isspace():
                first -= 1
        after = min(mark + REACH, end)
    if after > start:
        yield first, after


def _printed_twice(text: str, last: FoundMoney, each: FoundMoney) -> bool:
    """As in "25.000 € (fünfundzwanzigtausend Euro)" is one sum."""
    return last.amount == each.amount and last.currency == each.currency and bool(SAME_AGAIN.fullmatch(text, last.end, each.start))


def _numbers(text: str, start: int, end: int) -> Iterator[FoundMoney]:
    tokens = [token for match in TOKEN.finditer(text, start, end) if (token := _token(match))]
    at = 0
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        link = following and LINK.fullmatch(text, token.end, following.start)
        if link and following and (low := _with_what_follows(text, token, following)):
            high = following.value if following.currency else following.value * (low.value / token.value if token.value else 1)
            between = link["range"] or (link["pair"] == "und" and BETWEEN.search(text, max(0, token.start - 20), token.start))
            if between and low.value < high:
                yield FoundMoney(low.start, following.end, low.value, low.currency or "EUR", high, "range")
                at += 2
                continue
            if link["pair"] and not token.currency and following.currency:
                yield FoundMoney(low.start, following.end, low.value, following.currency, form="pair")
        if token.currency:
            yield FoundMoney(token.start, token.end, token.value, token.currency, form=token.form)
        at += 1


def _with_what_follows(text: str, token: _Token, following: _Token) -> _Token | None:
    """The first number of a pair with the scale and the currency of the second, None where the two do not belong together."""
    if token.currency:
        return token if following.currency == token.currency or GROUPED.search(following.number) or len(following.number) > 1 else None
    if not following.currency or YEAR.fullmatch(token.number) or NUMBERED.search(text, max(0, token.start - 12), token.start):
        return None
    if text[token.end : following.start].strip() in ("und", "oder") and not (GROUPED.search(token.number) or following.scale):
        return None
    inherits = following.scale and not token.scale and not GROUPED.search(token.number)
    value = token.value * factor_of(following.scale) if inherits else token.value
    return _Token(token.start, token.end, token.number, value, following.scale, following.currency, token.form)


def _token(match: re.Match[str]) -> _Token | None:
    number = match["led"] or match["number"]
    scale = match["led_scale"] or match["led_after"] or match["scale"]
    value = value_of(number) * factor_of(scale)
    if match["led_sign"] or match["sign"]:
        value = -value
    currency = _currency(match, number, scale)
    if currency and CENTS.match(match["suffix"] or ""):
        value /= 100
    form = "prefix" if match["prefix"] else "dash" if currency and not match["suffix"] else "number"
    end = match.end() if currency or not match["suffix"] else match.end("scale") if match["scale"] else match.end("number")
    return _Token(match.start(), end, number, value, scale, currency, form)


def _currency(match: re.Match[str], number: str, scale: str | None) -> Currency | None:
    """The currency of a token; None where it is no sum of money after all."""
    mark = match["prefix"] or match["suffix"]
    if not mark:
        return _of_dash_cents(match, number)
    if not scale and YEAR.fullmatch(number) and number != "2000":
        before = match.string[max(0, match.start() - 12) : match.start()]
        if match["prefix"] or not BEFORE_SUM.search(before):
            return None
    if match["prefix"] and not _led(match, number, scale):
        return None
    joined = (match["joint"] or "").endswith("-")
    if joined and not scale and (NAMED.match(match.string, match.end()) or match.string[match.end() : match.end() + 1] == "-"):
        return None
    mark = mark.removeprefix("Schweizer ")
    return CURRENCIES.get(mark[:2].lower()) or CURRENCIES.get(mark[:1].lower())


def _of_dash_cents(match: re.Match[str], number: str) -> Currency | None:
    """As in "45.000,-" without a currency, where the dash cannot be anything else (North Rhine-Westphalia)."""
    whole, comma, cents = number.partition(",")
    return "EUR" if comma and not cents.strip().isdigit() and (GROUPED.search(whole) or len(whole) >= 3) and not match["scale"] else None


def _led(match: re.Match[str], number: str, scale: str | None) -> bool:
    """Whether a number after a currency is its sum: "Euro 6" is a standard for cars, "Fr. 30.6." a Friday, "Fr. 20.15 Uhr" a time."""
    after = match.string[match.end() : match.end() + 5]
    if scale or GROUPED.search(number) or "-" in number or "–" in number:
        return True
    if match["prefix"].endswith("Fr."):
        return not re.match(r"[ ]?(?:Uhr|h\b)|\.", after) and (len(number) >= 3)
    if match["prefix"] in ("Euro", "EURO", "EUR", "DM"):
        return len(number) >= (2 if match["prefix"] == "EUR" else 3)
    return True


def _words(text: str, start: int, end: int) -> Iterator[FoundMoney]:
    for match in WORDS.finditer(text, start, end):
        value = words_value(match["word"])
        if value is None:
            continue
        factor = factor_of(match["scale"]) / (100 if match["suffix"] in ("Cent", "Rappen") else 1)
        rest = words_value(match["rest"]) if match["rest"] else 0
        if rest is None:
            continue
        low = words_value(match["low"]) if match["low"] else None
        first = match.start() if low is not None else match.start("word")
        currency = CURRENCIES.get(match["suffix"][:2].lower()) or CURRENCIES[match["suffix"][:1]]
        if low is not None and low < value:
            yield FoundMoney(first, match.end(), low * factor, currency, value * factor + rest, "words")
        else:
            yield FoundMoney(match.start("word"), match.end(), value * factor + rest, currency, form="words")

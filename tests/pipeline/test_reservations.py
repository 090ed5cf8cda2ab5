"""Reservations of text and data mining, in headers, pages and a host's file; what is none is none."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reservations import in_headers, in_locations, in_page, locations_in


@pytest.mark.parametrize(
    ("header", "value", "reserves"),
    [
        ("TDM-Reservation", "1", True),
        ("tdm-reservation", " 1 ", True),
        ("TDM-Reservation", '"1"', True),
        ("TDM-Reservation", "0", False),
        ("TDM-Reservation", "yes", False),
        ("TDM-Reservation", "", False),
        ("TDM-Policy", "https://example.org/policy.json", False),
        ("X-Robots-Tag", "noai", True),
        ("X-Robots-Tag", "noindex, NOAI, noimageai", True),
        ("X-Robots-Tag", "noimageai", True),
        ("X-Robots-Tag", "beschlussbuch: noai", True),
        ("X-Robots-Tag", "otherbot: noai", False),
        ("X-Robots-Tag", "unavailable_after: 25 Jun 2027 15:00:00 GMT, noai", True),
        ("X-Robots-Tag", "noindex, nofollow", False),
        ("X-Robots-Tag", "noaix", False),
        ("X-Reservation", "noai", False),
    ],
)
def test_headers(header: str, value: str, reserves: bool) -> None:
    assert in_headers([("Server", "a"), (header, value)]) == ((f"the header {header.lower()}: {value.strip()}",) if reserves else ())


def test_a_policy_is_evidence_where_something_is_reserved() -> None:
    said = in_headers([("TDM-Policy", "https://example.org/p"), ("TDM-Reservation", "1")])
    assert said == ("the header tdm-reservation: 1", "the header tdm-policy: https://example.org/p")


@pytest.mark.parametrize(
    ("page", "reserves"),
    [
        (b'<html><head><meta name="tdm-reservation" content="1">', True),
        (b"<meta content='1' name='tdm-reservation'/>", True),
        (b"<!doctype html><META NAME=tdm-reservation CONTENT=1>", True),
        ('<html><meta name="tdm-reservation"\n content="1">'.encode("utf-16"), True),
        (b'\xef\xbb\xbf<html><meta name="robots" content="index, noai">', True),
        (b'<html><meta name="beschlussbuch" content="noai">', True),
        (b'<html><meta name="tdm-reservation" content="0">', False),
        (b'<html><meta name="tdm-policy" content="https://example.org/p">', False),
        (b'<html><meta name="robots" content="noindex">', False),
        (b'<html><meta name="otherbot" content="noai">', False),
        (b'<html><meta name="description" content="noai">', False),
        (b'<html><!-- <meta name="tdm-reservation" content="1"> -->', False),
        (b'<html><!-- <meta name="tdm-reservation" content="1">', False),
        (b'%PDF-1.7 <meta name="tdm-reservation" content="1">', False),
        (b"", False),
    ],
)
def test_pages(page: bytes, reserves: bool) -> None:
    assert bool(in_page(page)) is reserves


def file_of(*rules: object) -> bytes:
    return json.dumps(list(rules)).encode()


def reserved(location: str) -> dict[str, object]:
    return {"location": location, "tdm-reservation": 1}


@pytest.mark.parametrize(
    ("location", "path", "matches"),
    [
        ("/", "/a.pdf", True),
        ("/", "", True),
        ("*", "/a.pdf", True),
        ("", "/a.pdf", True),
        ("/docs", "/docs/1.pdf", True),
        ("/docs/", "/docs", False),
        ("/docs/*.pdf", "/docs/2026/1.pdf?x=1", True),
        ("/docs/*.pdf$", "/docs/2026/1.pdf?x=1", False),
        ("/docs/*.pdf$", "/docs/2026/1.pdf", True),
        ("/docs/*/pdf/*$", "/docs/1/pdf/2", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/ab*ba$", "/aba", False),
        ("/*id=7", "/getfile?id=7&type=do", True),
        ("/Docs", "/docs", False),
        ("/%64ocs", "/docs/1", True),
        ("/docs/%24", "/docs/%24", True),
        ("/docs%2F1", "/docs/1", False),
        ("/beschl%c3%bcsse", "/beschlüsse/1", True),
        ("https://example.org/docs", "/docs", False),
    ],
)
def test_which_addresses_a_location_names(location: str, path: str, matches: bool) -> None:
    assert bool(in_locations(locations_in(file_of(reserved(location))), f"https://example.org{path}")) is matches


def test_the_first_location_that_names_an_address_decides() -> None:
    rules = locations_in(file_of({"location": "/open/*", "tdm-reservation": 0}, reserved("/"), {"location": "/a", "tdm-reservation": 0}))

    assert in_locations(rules, "https://example.org/open/1") == ()
    assert in_locations(rules, "https://example.org/a") == ('/.well-known/tdmrep.json says {"location": "/", "tdm-reservation": 1}',)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>not found",
        b"[]",
        b"null",
        b"7",
        b'["/"]',
        b'[{"location": 1, "tdm-reservation": 1}]',
        b'[{"tdm-reservation": 1}]',
        b'[{"location": "/"}]',
        b'[{"location": "/", "tdm-reservation": 2}]',
        b'[{"location": "/", "tdm-reservation": "0"}]',
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'[{"location": "/", "tdm-reservation": 1}',
    ],
    ids=range(14),
)
def test_a_file_that_reserves_nothing(body: bytes) -> None:
    assert in_locations(locations_in(body), "https://example.org/a") == ()


@pytest.mark.parametrize("value", [1, "1", True, "true"])
def test_a_single_rule_and_a_mark_in_front_are_understood(value: object) -> None:
    body = b"\xef\xbb\xbf" + json.dumps({"location": "/", "tdm-reservation": value}).encode()
    assert in_locations(locations_in(body), "https://example.org/a")


@given(st.binary(max_size=300), st.text(max_size=60))
def test_nothing_breaks_anything(body: bytes, text: str) -> None:
    in_page(b"<" + body)
    in_locations(locations_in(file_of(reserved(text))), "https://example.org/" + text.replace("[", ""))
    in_headers([("X-Robots-Tag", text), ("TDM-Reservation", text)])


@pytest.mark.parametrize("text", ["<!--" * 50_000, "<meta " * 40_000, "<meta name=" + "a=" * 90_000, "<" + " " * 199_000])
def test_a_hostile_page_takes_no_time(text: str) -> None:
    started = time.monotonic()
    in_page(text.encode())
    assert time.monotonic() - started < 2


def test_a_hostile_pattern_takes_no_time() -> None:
    started = time.monotonic()
    in_locations(locations_in(file_of(reserved("/" + "*a" * 5_000 + "b$"))), "https://example.org/" + "a" * 100_000)
    assert time.monotonic() - started < 2

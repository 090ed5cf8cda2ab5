"""Statutes as they are cited: the paragraph and the law it stands in, as one stretch of text.

    "§ 20 SächsGemO", "§ 31 Abs. 1 GO NRW", "§ 172 Absatz 1 Satz 1 Nr. 2 BauGB", "Art. 49 GO", "§ 49 (2) KVG LSA",
    "§ 12 Abs. 10 der Geschäftsordnung", "§§ 14 und 16 Abs. 1 des Baugesetzbuches", "Hauptsatzung § 5 Absatz 1"

A paragraph without its law ("§ 5 heißt es") names nothing and is no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.search import places_of

NUMBER = r"\d{1,4}(?:[ ]?[a-z](?![\w.]))?"  # 20, 4 a, 219a
PART = rf"""(?: [ ]?(?:Abs(?:ätze|atz|\.)?|Ziff(?:ern?|\.)?|Nummern?|Nrn?\.?|Z\.|Satz|Sätze|S\.|Alt(?:ernative|\.)|Halbs(?:atz|\.)|UAbs\.)
                   [ ]?(?:{NUMBER}|[IVX]{{1,4}}\b)                       # Abs. 1, Absatz 3, Nr. 2 a, Satz 1
             | [ ]?(?:Buchst(?:aben?|\.)|lit\.?)[ ]?[a-z]\b\)?           # Buchst. b)
             | [ ]?\(\d{{1,2}}\)                                         # § 49 (2)
             | [ ][a-z]\)                                                # § 13 Abs. 1 g)
             | [ ][IVX]{{1,3}}(?=[ ][A-ZÄÖÜ])                            # § 95 b I GemO
             | [ ]ff?\b\.?)"""
LINK = r"(?:,|[ ](?:und|oder|u\.|bis|bzw\.|sowie|i\.[ ]?V\.[ ]?m\.|in[ ]Verbindung[ ]mit|iVm|&)|[ ]?[-–])"
CITATION = rf"(?:§{{1,2}}|Art(?:ikeln?|\.))[ ]?{NUMBER}{PART}{{0,5}}"
MORE = rf"(?:{LINK}[ ]?(?:(?:§{{1,2}}|Art(?:ikel|\.))[ ]?)?(?:{NUMBER}{PART}{{0,5}}|{PART}{{1,5}}))"

LAW_WORD = r"""(?:(?:[A-ZÄÖÜ][a-zäöüß]{0,40}-){0,2}[A-ZÄÖÜ][a-zäöüß]{0,40}
                   (?:gesetz(?:buch)?|verfassung|ordnung|satzung|statut|vertrag|richtlinie)(?:e?s)?(?:buche?s)?
                 | Satzung|Verfassung|Statuts?)\b"""  # Gemeindeordnung, Baugesetzbuches, Hauptsatzung, Asylbewerberleistungsgesetz
SHORT_LAW = r"""(?!(?:CDU|CSU|SPD|AfD|FDP|BM|OB|TOP|EUR)\b)
                (?:[A-Z]-)?[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]{0,12}[A-ZÄÖÜ][a-zäöüß]{0,8}(?:/[A-Z]{1,2})?(?!\w)"""
# SächsGemO, GO, BauGB, VOB/A, K-AGO
REGION = r"""(?:[ -](?:NRW|NW|LSA|M-V|MV|Bbg|SH|S-H|Bln|BW|BaWü|RP|RLP|Saar|Doppik|Kommunal|Nds|Hess|Thür|[IVX]{1,4})(?!\w)
               | [ ](?:für[ ](?:das[ ]Land[ ]|den[ ]Freistaat[ ])?|des[ ](?:Landes|Freistaate?s)[ ])?
                 (?:Baden-Württemberg|Bayern|Sachsen(?:-Anhalt)?|Nordrhein-Westfalen|Schleswig-Holstein|Brandenburg|Thüringen|Hessen|Niedersachsen
                   |Mecklenburg-Vorpommern|Rheinland-Pfalz)(?!\w)
               | [ ](?:für[ ]das[ ]Land|des[ ]Landes)[ ](?:NRW|NW|M-V|MV|LSA)(?!\w))?"""  # Kommunalverfassung des Landes M-V
# "§ 51 Oö. GemO 1990", "StW 1992": in Austria the year is a part of the law's name.
YEAR = r"(?(austrian)(?:[ ](?:19|20)\d\d(?![\d.]))?|(?<=St[WLS])(?:[ ](?:19|20)\d\d(?![\d.])))?"
LAW = rf"""[ ](?:(?:der|des|dieser|unserer)[ ])?
           (?:(?:(?P<austrian>(?:O[öÖ]|N[öÖ]|Stmk|Bgld|Ktn|Sbg|S|Wr|Tir|Vlbg)\.|NÖ|OÖ|Tiroler|Kärntner|Salzburger
                   |(?:Steiermärk|Burgenländ|(?:Ober|Nieder)österreich)ischen?)|Nds\.|[a-zäöü]{{4,20}}en
               |[A-ZÄÖÜ][a-zäöüß]{{2,20}}(?:er|ische[nr]))[ ])?
           (?:{LAW_WORD}|{SHORT_LAW}){REGION}{YEAR}"""


def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank of a pattern may be a line end."""
    return re.compile(pattern.replace("[ ]", r"[ \n]"), re.VERBOSE)


CITED = _compiled(rf"{CITATION}{MORE}{{0,6}}{LAW}")
ALONE = _compiled(rf"{CITATION}(?:,[ ]?{CITATION}){{0,3}}")
LAW_BEFORE = _compiled(rf"(?<!\w)(?:(?:Haupt|Geschäfts|Gemeinde|Zuständigkeits)(?:satzung|ordnung)|{SHORT_LAW}),?[ ]$")


@dataclass(frozen=True, slots=True)
class FoundStatute:
    """A citation at a place of the text; `value` with single blanks."""

    start: int
    end: int
    value: str
    rule: str


def find_statutes(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundStatute]:
    """All citations of a stretch of text with the law that they name, in order.

    >>> [found.value for found in find_statutes("befangen nach § 20 SächsGemO, anders als § 5")]
    ['§ 20 SächsGemO']
    """
    end = len(text) if end is None else end
    done = start
    for at in places_of(("§", "Art.", "Artikel "), text, start, end):
        if at < done or (text[at] != "§" and at > 0 and text[at - 1].isalnum()):
            continue
        match = CITED.match(text, at, end)
        if match:
            yield FoundStatute(at, match.end(), _single(match[0]), "law_after")
            done = match.end()
            continue
        law = LAW_BEFORE.search(text, max(done, at - 30), at)
        match = ALONE.match(text, at, end) if law else None
        if law and match:
            yield FoundStatute(law.start(), match.end(), _single(text[law.start() : match.end()]), "law_before")
            done = match.end()


def _single(printed: str) -> str:
    return re.sub(r"[–—]", "-", re.sub(r"\s+", " ", printed)).strip()

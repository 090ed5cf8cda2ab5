"""What a document says of itself: its kind, title, body and dates, read from its first page.

"Niederschrift 12. Plenarsitzung des Gemeinderates / 21. Juli 2020, 15:30 Uhr"     minutes of the Gemeinderat, 2020-07-21
"Auszug - Titel / Gremium: Ratsversammlung / Datum: Mi, 29.01.2020"                 an extract
"Datum: 13. NOV. 2019 / Beschlusskontrolle zu V1234/19"                             a status report, its own date
"""

from __future__ import annotations

import re
from datetime import date

from extractors.text.german.dates import find_dates
from extractors.text.german.phrases import MONTHS
from extractors.text.marking import marking_of
from extractors.text.minutes import DocumentKind, DocumentText, Head
from extractors.text.shadow import Shadow

AT_TOP = 60  # characters; a date alone on its line is that of the meeting only there
FIRST_PAGE = 3000  # characters, where a document has no pages

# A line of the first page that begins so names the kind; the first such line decides. Longer words first.
# What may follow "Antrag" in a title; in prose a verb does: "Antrag gestellt haben".
TITLED = r"(?=[ ]*$|[ ]*[-–:(]|[ ](?:der|des|von|zu[rm]?|auf|an|gemäß|nach|vom|über|Nr|[A-ZÄÖÜ\d]))"
HEADING = re.compile(
    rf"""(?m)^[ *#|]{{0,4}}(?:
        (?P<status_report> (?:Zwischenbericht[ ]zur[ ])?(?:Beschluss(?:vollzugs|umsetzungs|ausführungs)?|Vollzugs|Umsetzungs)
                           (?:kontrolle|controlling|überwachung|verfolgung|nachverfolgung)\b
                         | (?:Zwischen|Schluss|Abschluss|Sachstands)bericht[ ]zu[rm]?[ ](?:Umsetzung|Beschluss|Antrag|Drucksache|Drs\.)
                         | Bericht[ ]über[ ]die[ ]Umsetzung | Umsetzungsbericht )
      | (?P<extract> (?:Beschluss|Protokoll)?[Aa]us(?:zug|fertigung)\b(?=[ \n:–-]|$) | AUSZUG\b
                   | TOP-Informationen\b | TOP[ ][\d.]{{1,8}}[ ]-[ ]Entscheidung )
      | (?P<agenda> SessionNet[ ]\| | Einladung\b | EINLADUNG\b | Öffentliche[ ]Bekanntmachung
                  | (?:(?:Öffentliche|Nachtrags)[ ]?)?(?:[Tt]agesordnung|TAGESORDNUNG)(?=[ ]*$|[ ]*[-–:(]|[ ](?:für|der|zur)\b) )
      | (?P<minutes> (?:Öffentliche[rs]?[ ])?(?:Sitzungs|Beschluss|Ergebnis|Wort|Verlaufs|Kurz|Verhandlungs|Gesamt
                     |[A-ZÄÖÜ]?[a-zäöü]{{0,20}}[Rr]ats)?
                     (?:[Nn]iederschrift|[Pp]rotokoll)\b
                   | Verhandlungsschrift\b | VERHANDLUNGSSCHRIFT | NIEDERSCHRIFT | PROTOKOLL | Stenographischer[ ]Bericht
                   | Sitzungsbericht\b | Beschlüsse[ ](?:der|aus[ ]der)[ ](?:\d{{1,3}}\.[ ])?(?:\w+[ ])?Sitzung\b
                   | (?:\d{{1,3}}\.[ ](?:\w+[ ])?|(?:Öffentliche[ ]|Ordentliche[ ])?)Sitzung[ ](?:de[rs][ ][^\n]{{3,80}}?)?
                     (?:[ ]?(?:vom|am)\b|,[ ]?\d)
                   | (?:(?:Öffentliche|Ordentliche)[ ])?[A-ZÄÖÜ][\w-]+sitzung[ ](?:vom|am)\b )
      | (?P<press> Pressemitteilung | Medienmitteilung | Presseinformation | Medieninformation | PRESSEMITTEILUNG | Pressedienst )
      | (?P<paper> (?:[A-ZÄÖÜ][a-zäöüß]{{2,20}}v|V)orlage{TITLED} | [A-ZÄÖÜ]{{0,20}}VORLAGE\b
                 | (?:[A-ZÄÖÜ][a-zäöüß-]{{2,20}}a|A)ntrag{TITLED} | ANTRAG\b
                 | Anfrage{TITLED} | ANFRAGE\b | Drucksache\b | DRUCKSACHE\b | Mitteilung[ ]der[ ]Verwaltung
                 | Stellungnahme[ ]zu[rm]?\b | Antwort[ ]der[ ]Verwaltung )
    )""",
    re.VERBOSE,
)
KINDS: tuple[DocumentKind, ...] = ("status_report", "extract", "agenda", "minutes", "press", "paper")
SLIDE = re.compile(r"(?m)^[^\n]{0,80}\bFolie[ ]\d{1,3}$")
# Who was there, who wrote it, from when to when: of a meeting, whatever papers its items name
ATTENDANCE = re.compile(
    r"(?m)^(?P<what>Anwesend|Entschuldigt|Abwesend|Nicht anwesend|Schriftführ|Protokollführ|Vorsitz|(?:Sitzungs)?[Bb]eginn"
    r"|(?:Sitzungs)?[Ee]nde)[^\n:]{0,60}:"
)
ITEM = re.compile(r"(?m)^(?:TOP|Tagesordnungspunkt|Punkt|Ö)[ ]?\d")
# "zu TOP 5.2", "Ö 8.3 - …": of an agenda beyond doubt; "Punkt 2" may be one of a motion
AGENDA_ITEM = re.compile(r"(?m)^(?:[Zz]u[ ])?(?:TOP|Tagesordnungspunkt|Ö)[ ](?P<number>\d[\d.]*)(?=[ :]|$)")
PRESS_ADDRESS = re.compile(r"/(?:presse|pressemitteilung(?:en)?|medien|aktuelles/presse\w*)/", re.IGNORECASE)

TITLE = re.compile(
    r"""(?m)^(?:Betreff|Betrifft|Thema|Bezeichnung|Titel)[ ]?:[ \n]{0,2}(?P<labelled>[^\n]{3,300})
         | ^(?:Auszug|Vorlage|Tagesordnung)[ ][-–][ ](?P<dashed>[^\n]{3,300})""",
    re.VERBOSE,
)
LABELLED_BODY = re.compile(
    r"(?m)^(?:Gremium|Ausschuss|Organ) ?:[ \n]{0,2}(?P<body>[^\n:]{3,120}?)"
    r"(?= (?:Beschlussart|Sitzung|Datum|Termin)\b[^\n]*:| *$)"
    r"|^SessionNet \| (?P<session>[^\n|]{3,80}?)(?: -)? \d"
    r"|^Sitzung: (?P<sat>[^\n,:]{3,80}), \d{1,4}\. Sitzung *$"  # "Sitzung: Rat, 8. Sitzung" (SD.NET)
)
WORDS = r"[A-ZÄÖÜ][\w/-]*(?:,?[ ](?:(?:der|des|die|für|und|von|zur?)[ ]){0,2}[A-ZÄÖÜ][\w/-]*){0,8}(?:[ ]\d{1,2}(?![\w.:]))?"
SITTING = re.compile(rf"(?:Plenars|Ratss|Sonders|\bS)itzung (?P<of>de[rs] )?(?P<body>{WORDS})".replace("[ ]", " "))
ORDINAL = re.compile(r"^(?:\d{1,3}\. )?(?:(?:[Öö]ffentliche|[Oo]rdentliche)\w* )?(?:(?:Plenars|Sonders|S)itzung )?(?:(?:des|der) )?")
GENITIVE = re.compile(r"(?<=[Rr]at|uss|tag|and|nat|ium)e?s\b")

DAY = r"(?:(?:Mo(?:ntag)?|Di(?:enstag)?|Mi(?:ttwoch)?|Do(?:nnerstag)?|Fr(?:eitag)?|Sa(?:mstag)?|So(?:nntag)?)\b[.,]?[ \n](?:de[nm][ ])?)?"
MEETING_LABEL = re.compile(
    rf"""(?m)(?:^|[ ])(?:(?:Sitzungs)?[Tt]ermin|Sitzungs(?:datum|tag)|Tag[ ]der[ ]Sitzung|Datum[ ]der[ ]Sitzung|Besprechung[ ]am
              |Sitzung[ ]am|(?P<unsure>Datum))[ ]?:[ \n]{{0,2}}
         | [\w-]*(?:[Ss]itzung|[Vv]ersammlung)\b(?:[^\n]|\n(?!\n)){{0,140}}?\b(?:am|vom)[ \n](?={DAY}[0-3]?\d\.)
         | \b[Ss]itzung(?:[ ]de[rs][ ][^\n,:]{{3,80}})?(?:,|[ ]?:)[ ](?={DAY}[0-3]?\d\.)          # Sitzung des Rates, 12.03.2014
         | (?:^|\b[Ss]itzung[ ]|^am[ ]|\bfindet[ ]am[ ])(?=(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag),?[ ])
         | ^[^\n]{{0,60}}\bHaushalts(?:plan)?beratung(?:en)?[ ](?=[0-3]?\d\./)
         | ^SessionNet[ ]\|
         | ^(?P<day>)(?=[0-3]?\d\.[^\n]{{4,24}}(?:,[ ]|[ ]um[ ])\d{{1,2}}(?:[:.]\d\d|[ ]?Uhr))  # 21. Juli 2020, 15:30 Uhr alone on its line
         # 19. November 2015 alone on its line
         | ^(?P<lone>(?:am[ ])?)(?={DAY}[0-3]?\d\.[ ]?(?:{MONTHS}|\d{{1,2}}\.)[ ]?\d{{4}}$)
    """,
    re.VERBOSE,
)
# What stands before a sitting that is only spoken of: "Genehmigung der Niederschrift der Sitzung vom …", "in der … Sitzung vom".
EARLIER = re.compile(
    r"\b(?:Genehmigung|Bestätigung|Bekanntgabe|Einwendungen|Einwände|letzten|vorigen|vorangegangenen|(?:in|seit)[ ]der)\b"
    r"|\bDie[ ](?:Verhandlungsschrift|Niederschrift)"
)
FIELDS = re.compile(r"\b(?:Gremium|Sitzung|Status|Beschlussart|Zeit|Uhrzeit|Raum|Ort) ?:|^Auszug -", re.MULTILINE)
OWN_LABEL = re.compile(
    rf"""(?m)^(?:Datum|Stand|Ausgabedatum|Erstellt(?:[ ]am)?|Vorlagedatum|Bearbeitungsstand)[ ]?:[ \n]{{0,2}}
         | (?<=[ ])Datum:[ ](?=[0-3]?\d\.)                                       # right-aligned beside the department
         | \A(?=[0-3]?[ ]?\d\.[ ]?(?:{MONTHS})[ ]?\d{{4}}$)                               # 0 7. Mai 2024: a stamp at the top
         | ^(?!\w{{2,9}}tag\b|Mittwoch|[\w-]*[Ss]itzung)[A-ZÄÖÜ][A-Za-zäöüß/.() -]{{2,40}},[ ](?:den[ ])?(?=[0-3]?\d\.)""",
    re.VERBOSE,
)
MET = {"minutes", "extract", "agenda"}


def head_of(source: DocumentText, shadow: Shadow) -> Head:
    """Read the head of a document; what the way to it already told wins over what the text says."""
    first = _first_page(source, shadow)
    kind = source.kind or _kind(source.text, first)
    return Head(
        kind=kind,
        title=source.title or _title(first),
        body=source.body or _body(source, first),
        meeting_date=source.meeting_date or _meeting_date(kind, first),
        document_date=_document_date(kind, first),
        marking=marking_of(source, first),
    )


def _first_page(source: DocumentText, shadow: Shadow) -> str:
    """The title that the source gives, the shadow of the first page, and its running heads, which the shadow leaves out."""
    page = min(source.page_starts[1] if len(source.page_starts) > 1 else FIRST_PAGE, 2 * FIRST_PAGE)
    heads = [source.text[start:end].strip() for start, end in shadow.left_out() if start < page]
    return "\n\n".join(part for part in (source.title or "", shadow.text[: shadow.at(page)].strip("\n"), *heads) if part)


def _kind(text: str, first: str) -> DocumentKind:
    opening = text[: 4 * FIRST_PAGE]
    if opening.count("Folie ") >= 3 and len(SLIDE.findall(opening)) >= 3:  # in the extracted text: the shadow has no running feet
        return "presentation"
    found = HEADING.search(first)
    kind = next(kind for kind in KINDS if found[kind]) if found else None
    if kind in (None, "paper") and len({line["what"][:6] for line in ATTENDANCE.finditer(first)}) > 1:
        return "minutes"
    if kind == "paper" and found and _of_an_item(first, found.start()):
        return "other"
    if kind:
        return kind
    return "press" if PRESS_ADDRESS.search(first[:400]) else "other"


def _of_an_item(first: str, paper: int) -> bool:
    """Whether what calls itself a paper is only that of an agenda item: "Ö 8.2 - … ⏎ Antrag der Fraktion ABC"."""
    if len(ITEM.findall(first, 0, paper)) > 1 or AGENDA_ITEM.search(first, 0, paper):
        return True
    return len({item["number"] for item in AGENDA_ITEM.finditer(first)}) > 1


def _title(first: str) -> str | None:
    found = TITLE.search(first)
    if found:
        return (found["labelled"] or found["dashed"]).strip()
    heading = HEADING.search(first)
    line = first[heading.start() :].split("\n", 1)[0].strip(" *#|") if heading else ""
    return line if " " in line else None


def _body(source: DocumentText, first: str) -> str | None:
    labelled = LABELLED_BODY.search(first)
    sitting = None if labelled else SITTING.search(first)
    printed = (labelled["body"] or labelled["session"] or labelled["sat"]) if labelled else sitting["body"] if sitting else ""
    known = next((body for body in source.habits.bodies if body in printed), None)
    if known:
        return known
    name = ORDINAL.sub("", printed.strip(), count=1)
    if name != printed.strip() or (sitting and sitting["of"]):
        name = GENITIVE.sub("", name, count=1)
    return name.strip(" ,:-") or None


def _meeting_date(kind: DocumentKind, first: str) -> date | None:
    if kind not in MET | {"other"}:
        return None
    later: list[int] = []
    for label in MEETING_LABEL.finditer(first):
        if _is_earlier(first, label.start(), label.end()):
            continue
        if label["unsure"] is not None and not FIELDS.search(first, max(0, label.start() - 150), label.end() + 80):
            later.append(label.end())  # the date of a letter, unless nothing better comes
            continue
        sure = kind in MET or (label["unsure"] is None and (label["lone"] is None or label.start() < AT_TOP))
        found = _day_after(first, label.end()) if sure else None
        if found:
            return found
    return next((found for end in later if (found := _day_after(first, end))), None) if kind in MET else None


def _is_earlier(text: str, start: int, end: int) -> bool:
    """Whether a sitting is only spoken of: "Die Verhandlungsschrift der 33. Sitzung vom …"."""
    line = text.rfind("\n", 0, start) + 1
    return EARLIER.search(text, max(line, start - 160), end) is not None


def _document_date(kind: DocumentKind, first: str) -> date | None:
    for label in OWN_LABEL.finditer(first):
        if kind in MET and (label[0].startswith("Datum") or not label[0]):
            continue
        found = _day_after(first, label.end())
        if found:
            return found
    if kind != "press":
        return None
    days = [found for found in find_dates(first, 0, min(600, len(first)), None) if found.precision == "day"]
    return days[0].date_to if days else None


def _day_after(text: str, offset: int) -> date | None:
    """The day printed within some words after an offset; of a meeting of two days ("15./16. Dezember 2020") the first."""
    words = re.sub(r"(\d\.)/\d{1,2}\.", r"\1", text[offset : offset + 40])
    found = next((found for found in find_dates(words, 0, len(words), None) if found.precision == "day"), None)
    return found.date_to if found and "\n\n" not in words[: found.start].strip("\n") else None

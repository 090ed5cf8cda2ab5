"""Duties in time, and times that are none: the marked words are the quotes, and there are no others. All sentences are made up.

The meeting was on 18 May 2021.
"""

from datetime import date

import pytest

from extractors.deadlines import Deadline, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

MEETING = date(2021, 5, 18)
OPEN, CLOSE = "⟦", "⟧"


def deadlines_of(text: str, meeting_date: date | None = MEETING) -> list[Deadline]:
    return list(extract(minutes_of(DocumentText(text, meeting_date=meeting_date))))


def short(deadline: Deadline) -> str:
    when = deadline.recurrence or deadline.duration or (deadline.anchor if deadline.kind == "event" else None)
    if not when:
        when = f"{deadline.date_from or ''}..{deadline.date_to} {deadline.precision}"
    return f"{deadline.kind} {when} {deadline.duty}"


def check(sentence: str, *expected: str) -> None:
    text = "Beschluss:\n" + sentence.replace(OPEN, "").replace(CLOSE, "")
    found = deadlines_of(text)
    assert [short(deadline) for deadline in found] == list(expected)
    assert [deadline.quote.text for deadline in found] == [part.partition(CLOSE)[0] for part in sentence.split(OPEN)[1:]]
    assert all(text[deadline.quote.start : deadline.quote.end] == deadline.quote.text for deadline in found)


DATED = {
    "until a day": ("Die Verwaltung legt dem Rat ⟦bis zum 31.07.2021⟧ einen Entwurf vor.", "due ..2021-07-31 day submit"),
    "until a month in digits": ("Das Konzept ist ⟦bis 12/2022⟧ vorzulegen.", "due ..2022-12-31 month submit"),
    "planned for an ordinal quarter": (
        "Die Beschaffung ist ⟦für das zweite Quartal 2022⟧ geplant.",
        "period 2022-04-01..2022-06-30 quarter implement",
    ),
    "at the latest": ("Der Antrag ist ⟦spätestens am 15.10.2021⟧ einzureichen.", "due ..2021-10-15 day submit"),
    "until a day without a year": ("Ein Zwischenbericht ist ⟦bis spätestens 30. April⟧ zu geben.", "due ..2022-04-30 day report"),
    "what is left follows": ("Die übrigen Straßen folgen ⟦bis Ende Juni 2022⟧.", "due ..2022-06-30 month implement"),
    "a typewritten day over two lines": ("Es ist ⟦bis zum\n1. 6. 2022⟧ zu berichten.", "due ..2022-06-01 day report"),
    "until a quarter": ("Es ist ⟦bis Ende des II. Quartals 2022⟧ zu berichten.", "due ..2022-06-30 quarter report"),
    "until the middle": ("Die Planung soll ⟦bis Mitte 2022⟧ fertig sein.", "due ..2022-06-30 year implement"),
    "until the end of the year": ("Das Konzept ist ⟦bis Jahresende⟧ vorzulegen.", "due ..2021-12-31 year submit"),
    "before the end of a year": ("Die Gespräche sind ⟦vor Ende 2022⟧ fortzuführen.", "due ..2022-12-31 year implement"),
    "still in this year": ("Hierzu wird ⟦noch in diesem Jahr⟧ ein Wettbewerb ausgelobt.", "due ..2021-12-31 year implement"),
    "a day of the holidays": (
        "Die Beschaffung ist ⟦bis zum Beginn der Sommerferien am 29. Juli 2021⟧ durchzuführen.",
        "due ..2021-07-29 day implement",
    ),
    "on a day": ("Ein Konzept ist im Beirat ⟦am 9. November 2021⟧ vorzustellen.", "due 2021-11-09..2021-11-09 day report"),
    "a term by its noun": ("Frist für Bericht und Antrag des Stadtrats ⟦bis 21. August 2021⟧.", "due ..2021-08-21 day report"),
    "a term that was extended": (
        "Der Stadtrat hat die Frist zur Umsetzung der Motion ⟦bis 31. Dezember 2022⟧ verlängert.",
        "due ..2022-12-31 day implement",
    ),
    "an extension": ("Eine Fristerstreckung ⟦bis Ende Juni 2022⟧ wird gewährt.", "due ..2022-06-30 month implement"),
    "behind another clause": (
        "Der Vertrag läuft aus; der Zuschlag soll ⟦bis zum 31.12.2021⟧ erteilt werden.",
        "due ..2021-12-31 day implement",
    ),
    "Swiss per": ("Der Vertrag ist ⟦per 31. Dezember 2021⟧ aufzulösen.", "due 2021-12-31..2021-12-31 day implement"),
    "Swiss end of the year": ("Es ist ⟦bis Ende Jahr⟧ Bericht zu erstatten.", "due ..2021-12-31 year report"),
    "in a list of infinitives": ("1. ⟦bis zum 15.11.2021⟧ die Schulen anzuhören,", "due ..2021-11-15 day implement"),
    "first words of a list entry": ("4. ⟦Im ersten Halbjahr 2022⟧ ist zu berichten.", "period 2022-01-01..2022-06-30 half_year report"),
    "until a month of a year": ("Die Planung ist ⟦bis Juli 2022⟧ fortzuführen.", "due ..2022-07-31 month implement"),
    "until a quarter without its end": ("Das Konzept ist ⟦bis zum III. Quartal 2022⟧ vorzulegen.", "due ..2022-09-30 quarter submit"),
    "until a quarter's end": ("Das Konzept ist ⟦bis zum Ende des III. Quartals 2022⟧ vorzulegen.", "due ..2022-09-30 quarter submit"),
    "until a quarter runs out": (
        "Das Konzept ist ⟦bis zum Ablauf des ersten Quartals 2022⟧ vorzulegen.",
        "due ..2022-03-31 quarter submit",
    ),
    "until the end of the month": ("Der Plan ist ⟦bis Ende des Monats⟧ zu ändern.", "due ..2021-05-31 month implement"),
    "end of the month in one word": ("Der Plan ist ⟦bis Monatsende⟧ zu ändern.", "due ..2021-05-31 month implement"),
    "until a year runs out": ("Die Satzung ist ⟦bis zum Ablauf des Jahres 2022⟧ anzupassen.", "due ..2022-12-31 year implement"),
    "a concept until a day": ("Die Verwaltung hat das Wegekonzept ⟦bis zum 31.12.2021⟧ fortzuschreiben.", "due ..2021-12-31 day implement"),
    "a concept until a year": ("Die Verwaltung hat das Konzept ⟦bis 2023⟧ fortzuschreiben.", "due ..2023-12-31 year implement"),
    "a quoted motion": ("„Der Beirat fordert das Amt auf, ⟦bis Ende des Jahres⟧ zu berichten.“", "due ..2021-12-31 year report"),
    "a label of two letters": ("⟦T.: 30.09.2021⟧ V.: Bauamt", "due ..2021-09-30 day implement"),
    "until the end of the year, in words": ("Es ist ⟦bis zum Ende des Jahres⟧ zu berichten.", "due ..2021-12-31 year report"),
    "until a day of this year": ("Es ist ⟦bis zum 1.10. d. J.⟧ zu berichten.", "due ..2021-10-01 day report"),
    "in a meeting on a day": (
        "Die Verwaltung wird gebeten, ⟦in der Sitzung am 12.10.2021⟧ zu berichten.",
        "due 2021-10-12..2021-10-12 day report",
    ),
    "for a meeting on a day": ("Ein Entwurf ist ⟦zur Sitzung am 15.09.2021⟧ vorzulegen.", "due 2021-09-15..2021-09-15 day submit"),
    "until a meeting on a day": ("Ein Entwurf ist ⟦bis zur Sitzung am 15.09.2021⟧ vorzulegen.", "due ..2021-09-15 day submit"),
    "a label for done": ("⟦Zu erledigen bis: 30.09.2021⟧", "due ..2021-09-30 day implement"),
    "a label": ("⟦Umsetzungstermin: 31.12.2021⟧", "due ..2021-12-31 day implement"),
    "in a month": ("Das Verfahren ist ⟦Anfang Februar 2022⟧ einzuleiten.", "period 2022-02-01..2022-02-28 month implement"),
    "in a quarter": (
        "Die Verwaltung berichtet ⟦im IV. Quartal 2021⟧ über den Stand.",
        "period 2021-10-01..2021-12-31 quarter report",
    ),
    "in a season": ("Der Weg wird ⟦im Frühjahr 2022⟧ ausgebessert.", "period 2022-03-01..2022-05-31 season implement"),
    "in a half of a year": (
        "Der Umbau soll ⟦in der zweiten Jahreshälfte 2022⟧ erfolgen.",
        "period 2022-07-01..2022-12-31 half_year implement",
    ),
    "in a half of the year, in three words": (
        "Die Verwaltung soll ⟦in der ersten Hälfte des Jahres 2022⟧ berichten.",
        "period 2022-01-01..2022-06-30 half_year report",
    ),
    "in the year to come": (
        "Die Verwaltung hat ⟦im kommenden Jahr⟧ eine Umfrage durchzuführen.",
        "period 2022-01-01..2022-12-31 year implement",
    ),
    "in years to come": ("Die Umsetzung erfolgt ⟦in den Jahren 2022 bis 2024⟧.", "period 2022-01-01..2024-12-31 year implement"),
    "from day to day": (
        "Die Arbeiten sind ⟦im Zeitraum vom 01.06.2021 bis zum 30.09.2021⟧ auszuführen.",
        "period 2021-06-01..2021-09-30 day implement",
    ),
    "foreseen for a season": ("Die Übergabe ist ⟦für Herbst 2023⟧ geplant.", "period 2023-09-01..2023-11-30 season implement"),
    "in the course of a year": ("Es ist ⟦im Laufe des Jahres 2022⟧ zu berichten.", "period 2022-01-01..2022-12-31 year report"),
    "in a season of this year": ("Es ist ⟦im Herbst dieses Jahres⟧ zu berichten.", "period 2021-09-01..2021-11-30 season report"),
    "in years": ("Das Programm ist ⟦in 2024/25⟧ anzustoßen.", "period 2024-01-01..2025-12-31 year implement"),
    "in a bare year": ("Die Straße soll ⟦2022⟧ saniert werden.", "period 2022-01-01..2022-12-31 year implement"),
    "a step in a bare year": ("Die Umsetzung des Plans erfolgt ⟦2022⟧.", "period 2022-01-01..2022-12-31 year implement"),
    "the label of a step": ("⟦Fertigstellung: Ende 2023⟧", "period 2023-10-01..2023-12-31 year implement"),
    "beginning in a month": ("Die Arbeiten beginnen ⟦im Juli 2021⟧.", "period 2021-07-01..2021-07-31 month implement"),
    "expected in a year": ("Die Sanierung wird voraussichtlich ⟦2024⟧ abgeschlossen.", "period 2024-01-01..2024-12-31 year implement"),
    "in a season to come": ("Dem Ausschuss ist ⟦im Herbst⟧ zu berichten.", "period 2021-09-01..2021-11-30 season report"),
    "next report": ("⟦nächste Beschlusskontrolle: 31. Oktober 2021⟧", "next_report ..2021-10-31 day report"),
}
UNDATED = {
    "something each year": ("Es sind ⟦jährlich⟧ mindestens 150 Bäume zu pflanzen.", "recurring P1Y implement"),
    "a day of each following year": (
        "Der Nachweis ist ⟦bis zum 31. März des jeweiligen Folgejahres⟧ vorzulegen.",
        "recurring P1Y submit",
    ),
    "the next months": ("Ein Konzept ist ⟦in den nächsten drei Monaten⟧ vorzulegen.", "relative P3M submit"),
    "within a time after": (
        "⟦Innerhalb von sechs Monaten nach Abschluss des Haushaltsjahres⟧ ist zu berichten.",
        "relative P6M report",
    ),
    "Swiss within": ("⟦Innert sechs Monaten⟧ ist dem Rat Bericht zu erstatten.", "relative P6M report"),
    "Austrian within": ("Der Senat hat ⟦binnen sechs Wochen⟧ zu berichten.", "relative P6W report"),
    "after the end of a year's time": ("⟦Nach Ablauf eines Jahres⟧ ist zu berichten.", "relative P1Y report"),
    "within a year's time": ("Die Verwaltung hat ⟦binnen Jahresfrist⟧ zu berichten.", "relative P1Y report"),
    "within a month's time": ("Die Verwaltung hat ⟦binnen Monatsfrist⟧ zu berichten.", "relative P1M report"),
    "within half a year": ("Die Verwaltung hat ⟦innerhalb eines halben Jahres⟧ zu berichten.", "relative P6M report"),
    "after a year": ("Die Regelung wird ⟦nach einem Jahr⟧ evaluiert.", "relative P1Y implement"),
    "a step in a year's time": ("Die Fortschreibung des Plans erfolgt ⟦in einem Jahr⟧.", "relative P1Y implement"),
    "years after": ("Die Evaluierung erfolgt ⟦zwei Jahre nach Inkrafttreten⟧.", "relative P2Y implement"),
    "in the next committee": ("Die Verwaltung möge ⟦im nächsten Ausschuss⟧ berichten.", "event nächsten Ausschuss report"),
    "until a meeting": ("⟦Bis zur Sitzung im September⟧ ist ein Konzept vorzulegen.", "event Sitzung im September submit"),
    "once a year": ("Die Verwaltung erstattet mindestens ⟦einmal im Jahr⟧ Bericht.", "recurring P1Y report"),
    "half-yearly": ("Die Verwaltung berichtet ⟦halbjährlich⟧ im Ausschuss.", "recurring P6M report"),
    "two days of every year": ("Der Bericht ist ⟦jeweils zum 30.06. und 31.12. eines Jahres⟧ vorzulegen.", "recurring P6M report"),
    "two seasons of every year": ("Es ist ⟦jeweils im Frühjahr und im Herbst⟧ zu berichten.", "recurring P6M report"),
    "twice a year, with a sign": ("Die Verwaltung berichtet ⟦2x jährlich⟧.", "recurring P6M report"),
    "each half-year": ("Die Verwaltung berichtet ⟦pro Halbjahr⟧.", "recurring P6M report"),
    "a turn of two years": ("Die Verwaltung berichtet im ⟦Zwei-Jahres-Turnus⟧.", "recurring P2Y report"),
    "a distance of two years": ("Die Verwaltung berichtet im ⟦Abstand von zwei Jahren⟧.", "recurring P2Y report"),
    "quarterly": ("Die Verwaltung informiert ⟦quartalsweise⟧ über den Stand.", "recurring P3M report"),
    "every two years": ("Der Bericht ist ⟦alle zwei Jahre⟧ vorzulegen.", "recurring P2Y report"),
    "in a turn of three years": ("Das Konzept wird in ⟦dreijährigem Turnus⟧ fortgeschrieben.", "recurring P3Y implement"),
    "a day of every year": ("Anträge sind ⟦jeweils bis zum 31. März eines Jahres⟧ einzureichen.", "recurring P1Y submit"),
    "the end of every year": ("Die Liste ist ⟦jeweils zum Jahresende⟧ vorzulegen.", "recurring P1Y submit"),
    "the end of every quarter": ("Die Liste ist ⟦jeweils zum Quartalsende⟧ vorzulegen.", "recurring P3M submit"),
    "yearly until a day": ("Die Verwaltung hat ⟦jährlich⟧ bis zum 31.03. einen Bericht vorzulegen.", "recurring P1Y report"),
    "each time before an event": (
        "Die Liste ist ⟦alle zwei Jahre jeweils rechtzeitig vor den Haushaltsberatungen⟧ vorzulegen.",
        "recurring P2Y submit",
    ),
    "each double budget": ("Parallel zur Planung ⟦jedes Doppelhaushaltes⟧ wird der Plan aktualisiert.", "recurring P2Y implement"),
    "a day of each year": ("Anträge sind bis zum 30.06. eines ⟦jeden Jahres⟧ zu stellen.", "recurring P1Y implement"),
    "before the summer break": ("Der Rat soll ⟦noch vor der Sommerpause⟧ beschließen.", "event Sommerpause decide"),
    "next meeting": ("Die Verwaltung wird gebeten, ⟦in der nächsten Sitzung⟧ zu berichten.", "event nächsten Sitzung report"),
    "next round of meetings": ("Das Ergebnis soll ⟦im nächsten Sitzungslauf⟧ vorgestellt werden.", "event nächsten Sitzungslauf report"),
    "for the budget debates": (
        "Ein Vorschlag ist ⟦zu den Haushaltsplanberatungen 2022⟧ vorzulegen.",
        "event Haushaltsplanberatungen 2022 submit",
    ),
    "in the holidays": ("Die Arbeiten sind ⟦in den Sommerferien 2022⟧ auszuführen.", "event Sommerferien 2022 implement"),
    "budget debates": ("Dies ist ⟦im Rahmen der Haushaltsberatungen⟧ zu beschließen.", "event Haushaltsberatungen decide"),
    "until an event": ("Die Umstellung ist ⟦bis zum Abschluss der Verträge⟧ umzusetzen.", "event Abschluss der Verträge implement"),
}
NONE = {
    "decided in a meeting": "Die in der Sitzung am 12.04.2021 beschlossene Satzung ist zu ändern.",
    "meeting": "Die Niederschrift der Sitzung vom 18.05.2021 wird genehmigt.",
    "letter": "Das Schreiben vom 22.10.2020 wird zur Kenntnis genommen.",
    "entry into force": "Die Satzung tritt am 01.01.2022 in Kraft.",
    "validity": "Die Gebühren gelten bis zum 31.12.2023.",
    "term of a contract": "Der Vertrag mit einer Laufzeit von 5 Jahren wird geschlossen.",
    "limited until": "Die Satzung wird befristet bis zum 31.12.2022 erlassen.",
    "term of office": "Frau Muster wird bis zum 30.06.2024 als Mitglied entsandt.",
    "display of a plan": "Der Plan wird vom 01.06.2021 bis 01.07.2021 öffentlich ausgelegt.",
    "objection": "Gegen diesen Beschluss kann innert 30 Tagen Rekurs beim Bezirksrat erhoben werden.",
    "what others may do": "Stellungnahmen können bis zum 03.07.2021 abgegeben werden.",
    "two days of each year": "Die Mittel werden jeweils zum 01.04. und 01.10. eines Jahres ausgezahlt.",
    "display of a plan from day to day": "Der Plan ist vom 01.06.2021 bis 01.07.2021 öffentlich auszulegen.",
    "remedy": "Gegen den Beschluss kann innert 30 Tagen das Referendum ergriffen werden.",
    "duration of an office": "Die Bestellung erfolgt für die Dauer von fünf Jahren bis zum 31.12.2026.",
    "past beside a duty": "Der Rat hat im Januar 2022 den Bericht genommen und die Verwaltung gebeten, ein Konzept zu erstellen.",
    "past": "Der Bericht wurde am 12.03.2021 vorgelegt und bis Ende April beraten.",
    "perfect tense": "Der Rat hat im Januar 2021 den Bericht zur Kenntnis genommen.",
    "permission": "Zelte können bis zum 31.12.2021 zugelassen werden.",
    "soft words": "Die Verwaltung informiert den Ausschuss zeitnah und unverzüglich.",
    "fiscal year of a sum": "Die Mittel von 500 € werden im Jahr 2022 bereitgestellt.",
    "growth of a sum": "Erhöhung bis zum Jahr 2023 um 107.000 Euro",
    "period of a sum": "Der Zuschuss von jährlich 500 € wird im Bericht genannt.",
    "instalments": "Der Zuschuss wird quartalsweise ausgezahlt.",
    "opening hours": "Das Bad soll bis 22 Uhr geöffnet bleiben.",
    "horizon in a name": "Das Konzept bis 2030 wird beschlossen.",
    "attribute": "Für die bis Anfang 2023 noch fehlenden Felder soll eine Lösung gefunden werden.",
    "postponed item": "Der Punkt wird auf die Sitzung am 15.06.2021 vertagt.",
    "put off": "Der Antrag wird bis zur nächsten Sitzung zurückgestellt.",
    "lease": "Die Halle wird dem Verein bis zum 31.12.2025 überlassen.",
    "outlook": "In zehn Jahren werden die Kosten steigen.",
    "a term for others": "Die Frist für Einwendungen läuft bis 31. August 2021.",
    "a term of an offer": "Die Bindefrist endet am 31. August 2021.",
    "each year, of money": "Die Stadt hat jährlich 500 € zu zahlen.",
    "each year, in another clause": "Der jährlich wachsende Aufwand ist Anlass, den Plan zu ändern.",
    "a day of the following year": "Der Nachweis ist bis zum 31. März des Folgejahres vorzulegen.",
    "quoted statute": "In § 3 wird ersetzt: „Der Bericht ist spätestens drei Monate vor der Wahl vorzulegen“.",
    "ages of children": "Plätze für Kinder ab drei Jahren bis zum Schuleintritt werden geschaffen.",
}


@pytest.mark.parametrize(("sentence", "expected"), DATED.values(), ids=DATED)
def test_deadlines_with_a_date(sentence: str, expected: str) -> None:
    check(sentence, expected)


@pytest.mark.parametrize(("sentence", "expected"), UNDATED.values(), ids=UNDATED)
def test_deadlines_without_a_date(sentence: str, expected: str) -> None:
    check(sentence, expected)


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE)
def test_times_that_are_no_deadlines(sentence: str) -> None:
    check(sentence)


def test_a_first_report_stands_beside_its_recurrence() -> None:
    check(
        "Die Verwaltung berichtet ⟦vierteljährlich⟧, ⟦erstmals zum 30.09.2021⟧.",
        "recurring P3M report",
        "due 2021-09-30..2021-09-30 day report",
    )


def test_a_relative_deadline_names_what_it_runs_from() -> None:
    (deadline,) = deadlines_of("Beschluss:\nBinnen drei Monaten nach Inkrafttreten der Ordnung ist zu berichten.")
    assert (deadline.duration, deadline.anchor) == ("P3M", "Inkrafttreten der Ordnung")


def test_a_date_without_a_year_needs_a_meeting() -> None:
    assert deadlines_of("Beschluss:\nEs ist bis zum 30. April zu berichten.", meeting_date=None) == []


def test_a_label_in_the_head_of_a_report_counts() -> None:
    (deadline,) = deadlines_of("Bericht zum Beschluss des Rates\nNächster Bericht: März 2022\n", meeting_date=None)
    assert (deadline.kind, str(deadline.date_to)) == ("next_report", "2022-03-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "In der Stadt werden bis 2030 rund 400 Plätze benötigt.",
        "Bis 2030 soll die Stadt klimaneutral sein.",
        "Es wird darauf hingewiesen, dass Anträge bis zum 30.06.2021 einzureichen sind.",
    ],
)
def test_what_a_reasoning_expects_or_points_out_is_no_duty(sentence: str) -> None:
    assert deadlines_of(f"Begründung:\n{sentence}\n") == []


def test_a_title_is_no_deadline() -> None:
    assert deadlines_of("Klimaneutrale Wärmeversorgung bis 2035\nAntrag der Fraktion ABC\n\nBeschluss:\nDer Antrag wird abgelehnt.") == []


def test_in_a_speech_only_a_demand_with_an_end_counts() -> None:
    text = "Stadträtin Muster (ABC): Das wird in diesem Jahr gebaut. Nach zwei Jahren wird geprüft. Der Bericht muss bis Ende 2022 kommen."
    assert [(deadline.quote.text, deadline.section) for deadline in deadlines_of(text)] == [("bis Ende 2022", "debate")]


def test_the_section_is_told() -> None:
    text = "Beschluss:\nEs ist bis Ende 2022 zu berichten.\n\nBegründung:\nDer Plan soll bis Ende 2023 fertig sein.\n"
    assert [(str(deadline.date_to), deadline.section) for deadline in deadlines_of(text)] == [
        ("2022-12-31", "resolution"),
        ("2023-12-31", "reasoning"),
    ]


def test_what_is_proposed_and_decided_counts_once() -> None:
    text = "Beschlussvorschlag:\nEs ist bis Ende 2022 zu berichten.\n\nBeschluss:\nEs ist bis Ende 2022 zu berichten.\n"
    (deadline,) = deadlines_of(text)
    assert deadline.quote.start == text.rindex("bis")


@pytest.mark.parametrize(
    "text", ["bis", "bis zum ", "Beschluss:\n" + "bis zum 31.12.2021 " * 300, "alle alle alle", "„" * 400, "1. 2. 3. " * 200]
)
def test_any_text_is_survived(text: str) -> None:
    assert all(deadline.quote.text for deadline in deadlines_of(text))

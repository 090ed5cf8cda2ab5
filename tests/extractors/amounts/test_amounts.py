"""How a sum is meant: bound, basis, years, role and place. Complete lists, all sentences are made up."""

import pytest

from extractors.amounts import Amount, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText


def amounts_of(text: str) -> list[Amount]:
    return list(extract(minutes_of(DocumentText(text))))


def short(sentence: str) -> list[str]:
    return [
        " ".join([amount.amount, amount.currency, amount.bound, amount.basis, *map(str, amount.fiscal_years)])
        for amount in amounts_of(f"Beschluss:\nDer Rat beschließt: {sentence}")
    ]


BOUNDS = {
    "exact": ("Die Kosten betragen 500 €.", ["500.00 EUR exact total"]),
    "about": ("Die Kosten betragen rund 500 €.", ["500.00 EUR about total"]),
    "about, abbreviated": ("Mittel in Höhe von rd. 500 € und ca. 600 €", ["500.00 EUR about total", "600.00 EUR about total"]),
    "expected": ("Der voraussichtliche Kaufpreis von 500 € wird bezahlt.", ["500.00 EUR about total"]),
    "estimated afterwards": ("Die Kosten werden auf 500 € geschätzt.", ["500.00 EUR about total"]),
    "expected, with a verb": ("Die Kosten werden voraussichtlich bei 500 € liegen.", ["500.00 EUR about total"]),
    "expected, in brackets": ("Der Aufwendung (voraussichtlich 500 €) wird zugestimmt.", ["500.00 EUR about total"]),
    "estimated before": ("Die Gesamtkosten von geschätzt 3,4 Mio. € sind gedeckt.", ["3400000.00 EUR about total"]),
    "limited afterwards": ("Die Kosten sind auf 500 € begrenzt.", ["500.00 EUR max total"]),
    "a limit that is fixed": ("Der Höchstbetrag der Kredite wird auf 500 € festgesetzt.", ["500.00 EUR max total"]),
    "the least bid": ("Das Mindestgebot beträgt 500 €.", ["500.00 EUR min total"]),
    "not below": ("Der Preis liegt nicht unter 95 €/m².", ["95.00 EUR min per_unit"]),
    "at most": ("Ein Zuschuss von bis zu 500 € wird gewährt.", ["500.00 EUR max total"]),
    "at most, with a word between": ("Die Stadt zahlt 30 %, maximal jedoch 500 EUR.", ["500.00 EUR max total"]),
    "limit of a competence": ("Aufträge bis 25.000 € (netto) vergibt die Verwaltung.", ["25000.00 EUR max total"]),
    "a ceiling": ("Ein Kostendach von CHF 50'000.- wird genehmigt.", ["50000.00 CHF max total"]),
    "up to an amount of": ("Käufe bis zu einem Betrag von 500 € sind frei.", ["500.00 EUR max total"]),
    "up to a value of": ("Die Verwaltung vergibt Aufträge bis zu einem Wert von 500 €.", ["500.00 EUR max total"]),
    "at least": ("Einzustellen sind mindestens 500 €.", ["500.00 EUR min total"]),
    "more than": ("Es fehlen über neun Millionen Euro.", ["9000000.00 EUR min total"]),
    "a paper about a sum": ("Die Rechnung über 500 € wird bezahlt.", ["500.00 EUR exact total"]),
}
BASES = {
    "a year, before": ("Der jährliche Zuschuss beträgt 500 €.", ["500.00 EUR exact per_year"]),
    "a year, after": ("Los 1: 66.000 € brutto / Jahr", ["66000.00 EUR exact per_year"]),
    "a year, in the brackets too": (
        "jährlicher Zins von 270 € (950 € abzgl. 680 €)",
        [f"{n}.00 EUR exact per_year" for n in (270, 950, 680)],
    ),
    "a year, as a label": ("Jährliche Folgekosten: 500 €", ["500.00 EUR exact per_year"]),
    "a unit and a month, before": ("Die Gebühr beträgt je Platz und Kalendermonat 150,00 €.", ["150.00 EUR exact per_unit"]),
    "a month": ("Die Miete beträgt monatlich 500 €.", ["500.00 EUR exact per_month"]),
    "a day": ("Der Preis steigt auf 10 Euro pro Tag.", ["10.00 EUR exact per_day"]),
    "a unit": ("Die Gebühr beträgt 3,27 €/m³.", ["3.27 EUR exact per_unit"]),
    "a unit, before": ("Es erhält je Stadtteil 2.500 EUR der Verein.", ["2500.00 EUR exact per_unit"]),
    "a unit, in the dative": ("Die Gebühr beträgt 2,40 Euro je laufendem Meter.", ["2.40 EUR exact per_unit"]),
    "a price by its name": ("Der Quadratmeterpreis beträgt 95,00 Euro.", ["95.00 EUR exact per_unit"]),
    "every year": ("Von 2025 bis 2027 werden jedes Jahr 500 € gezahlt.", ["500.00 EUR exact per_year 2025 2026 2027"]),
    "side by side, before": (
        "Die Steuer beträgt ab 2025 jährlich für den ersten Hund 72 €, für den zweiten Hund 108 € und für jeden weiteren Hund 144 €.",
        [f"{n}.00 EUR exact per_year 2025" for n in (72, 108, 144)],
    ),
    "side by side, after": ("Für Erwachsene 6 €, für Kinder 3 € pro Tag", ["6.00 EUR exact per_day", "3.00 EUR exact per_day"]),
    "from and to, apart": (
        "Die monatliche Miete von 850 € wird ab Juli auf 900 € erhöht.",
        ["850.00 EUR exact per_month", "900.00 EUR exact per_month"],
    ),
    "a cubic metre, before": ("Die Gebühr beträgt pro m³ 2,14 €.", ["2.14 EUR exact per_unit"]),
    "each of some years": ("Der Verein erhält für drei Jahre je 500 €.", ["500.00 EUR exact per_year"]),
    "an instalment": ("Die Auszahlung erfolgt in zwei Raten à 5.000 €.", ["5000.00 EUR exact per_unit"]),
    "each": ("Die Vereine A und B erhalten je 500 €.", ["500.00 EUR exact per_unit"]),
    "shared by a chain": ("Erhöhung von 10 Euro auf 12 Euro pro Quadratmeter", ["10.00 EUR exact per_unit", "12.00 EUR exact per_unit"]),
    "an account is no unit": ("Umschichtung (500 €/PSP-Element 1.410.26)", ["500.00 EUR exact total"]),
}
YEARS = {
    "fiscal years, each": ("je 90.000,00 EUR für die HH-Jahre 2021 und 2022", ["90000.00 EUR exact per_year 2021 2022"]),
    "double budget": ("stellt im Doppelhaushalt 2021/22 insgesamt 500 € ein", ["500.00 EUR exact total 2021 2022"]),
    "a span": ("für die Haushaltsjahre 2022 bis 2025 (i. H. v. 1,5 Mio. €)", ["1500000.00 EUR exact total 2022 2023 2024 2025"]),
    "and the years to come": ("Für die Haushaltsjahre 2022 ff. sind jeweils 500 € einzuplanen.", ["500.00 EUR exact per_year 2022"]),
    "calculation of fees": ("in Höhe von 500 € in die Gebührenkalkulation 2021", ["500.00 EUR exact total 2021"]),
    "two years before, each": ("2025 und 2026 je 500 € für den Spielplatz", ["500.00 EUR exact per_year 2025 2026"]),
    "bare, before each, after werden": (
        "Für den Bau werden 2025 1,5 Mio. € und 2026 2,0 Mio. € bereitgestellt.",
        ["1500000.00 EUR exact total 2025", "2000000.00 EUR exact total 2026"],
    ),
    "bare, after a small word": ("Es könnten bereits 2017 500 € gespart werden.", ["500.00 EUR exact total 2017"]),
    "years before, with nothing between": ("Für die Jahre 2022 und 2023 500 € bereitzustellen", ["500.00 EUR exact total 2022 2023"]),
    "the year that a surplus is moved to": (
        "die Einbeziehung der Überdeckung 2019 in Höhe von 500 € und von 300 € aus 2020 in die Gebührenkalkulation 2022",
        ["500.00 EUR exact total 2022", "300.00 EUR exact total 2022"],
    ),
    "the year of a surplus": ("die Verrechnung der Überdeckung 2019 in Höhe von 500 €", ["500.00 EUR exact total 2019"]),
    "Swiss accounts": ("einen Kredit von CHF 850.- zulasten der Erfolgsrechnung 2025", ["850.00 CHF exact total 2025"]),
    "a stretch of years": ("Kosten von 500 € im Zeitraum 2025 bis 2027", ["500.00 EUR exact total 2025 2026 2027"]),
    "years that are not printed": (
        "500 € sind im Haushaltsjahr 2025 sowie 200 € in den folgenden Haushaltsjahren zu zahlen",
        ["500.00 EUR exact total 2025", "200.00 EUR exact total"],
    ),
    "none: the year of a grant": ("Im Jahr 2023 gewährte Zuschüsse von 500 € bleiben.", ["500.00 EUR exact total"]),
    "none: a clause about something else": (
        "trägt Kosten von 500 €, welche die Werke in 2018 in Auftrag geben",
        ["500.00 EUR exact total"],
    ),
    "each its own": (
        "im Jahr 2021 sind 500 € und im Jahr 2022 sind 600 € nötig",
        ["500.00 EUR exact total 2021", "600.00 EUR exact total 2022"],
    ),
    "after each": ("ca. 500 € im Jahr 2021 und ca. 600 € im Jahr 2022", ["500.00 EUR about total 2021", "600.00 EUR about total 2022"]),
    "a label": ("Die Beiträge betragen 2022: 120 €, 2023: 130 €.", ["120.00 EUR exact total 2022", "130.00 EUR exact total 2023"]),
    "a label behind": ("Konto 5211000, 500 € (2022), 600 € (2023)", ["500.00 EUR exact total 2022", "600.00 EUR exact total 2023"]),
    "before each, at the beginning": (
        "Für 2021 sind 500 € und für 2022 600 € nötig",
        ["500.00 EUR exact total 2021", "600.00 EUR exact total 2022"],
    ),
    "bare, behind each": (
        "bewilligt 900 €, davon 500 € 2021 und 400 € 2022",
        ["900.00 EUR exact total", "500.00 EUR exact total 2021", "400.00 EUR exact total 2022"],
    ),
    "bare, before each": (
        "Die Kosten betrugen 2021 500 € und 2022 600 €.",
        ["500.00 EUR exact total 2021", "600.00 EUR exact total 2022"],
    ),
    "the year of a day is none": (
        "Erhöhung zum 1. Januar 2021 von 110 € auf 113 €",
        ["110.00 EUR exact total", "113.00 EUR exact total"],
    ),
    "rows of a table": ("2021 500 €\n2022 600 €", ["500.00 EUR exact total 2021", "600.00 EUR exact total 2022"]),
    "from a budget": ("weitere 500 € aus dem Haushalt 2021", ["500.00 EUR exact total 2021"]),
    "a sum like a year": ("Der Zuschuss für 2000 Euro wird bewilligt.", ["2000.00 EUR exact total"]),
    "shared by a chain": (
        "Erhöhung um 100 € von 800 € auf 900 € für 2019 und um 150 € von 800 € auf 950 € für 2020",
        [f"{n}.00 EUR exact total {y}" for n, y in ((100, 2019), (800, 2019), (900, 2019), (150, 2020), (800, 2020), (950, 2020))],
    ),
    "from a year on": (
        "Erhöhung von 100 € auf 130 € ab dem Jahr 2024",
        ["100.00 EUR exact total", "130.00 EUR exact total 2024"],
    ),
    "of the thing itself": ("Die Unterdeckung 2018 in Höhe von 500 € bleibt.", ["500.00 EUR exact total 2018"]),
    "result of a year": (
        "Das Jahresergebnis 2019 wird so behandelt: Der Verlust von 500 € wird vorgetragen.",
        ["500.00 EUR exact total 2019"],
    ),
    "a deadline is no fiscal year": ("500 € sind bis zum Jahr 2023 auszugleichen", ["500.00 EUR exact total"]),
    "years of origin are none": ("der Überschüsse aus 2010 - 2013 in Höhe von 500 €", ["500.00 EUR exact total"]),
    "a date is none": ("laut Angebot vom 03.07.2014 mit 500 €", ["500.00 EUR exact total"]),
    "a school year is none": ("im Kindergartenjahr 2016/2017 insgesamt 500 €", ["500.00 EUR exact total"]),
}


@pytest.mark.parametrize(("sentence", "expected"), BOUNDS.values(), ids=BOUNDS)
def test_how_firm_a_sum_is(sentence: str, expected: list[str]) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), BASES.values(), ids=BASES)
def test_what_a_sum_is_for_once(sentence: str, expected: list[str]) -> None:
    assert short(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), YEARS.values(), ids=YEARS)
def test_the_years_that_a_sum_is_for(sentence: str, expected: list[str]) -> None:
    assert short(sentence) == expected


ROLES = {
    "Die Bereitstellung von ⟦500 €⟧ wird genehmigt.": ["appropriation"],
    "Die Deckung erfolgt aus Minderauszahlungen von 500 €.": ["cover"],
    "Der Ansatz wird von 500 € auf 600 € erhöht.": ["baseline", "target_total"],
    "Kürzung um 500 €": ["decrease"],
    "Der Ansatz wird von 800 € um 100 € auf 900 € erhöht.": ["baseline", "increase", "target_total"],
    "Der Ansatz wird von 8,9 auf 8,7 Millionen Franken gekürzt.": ["baseline", "target_total"],
    "Das Eigenkapital wird um 500 € erhöht.": ["increase"],
    "Der Ansatz wird geändert: + 500 €.": ["increase"],
    "Der Zuschuss wird auf 500 € begrenzt.": ["limit"],
    "Die Kosten werden auf 500 € geschätzt.": ["cost"],
    "Die Erstattung beträgt höchstens 500 €.": ["limit"],
    "Der Rat bewilligt dem Verein 500 € und dem Chor 400 €.": ["appropriation", "appropriation"],
    "Für 2021 sind 500 € und für 2022 400 € vorzusehen.": ["appropriation", "appropriation"],
    "Es werden 900 € bewilligt, davon 500 € für Schulen.": ["appropriation", "share"],
    "Die Umlage beträgt 500 € je Kind.": ["price"],
    "Die Stadt nimmt eine Spende von 500 € an.": ["revenue"],
    "Einsparungen im Umfang von 500 €": ["saving"],
    "Der Kaufpreis beträgt 500 €.": ["price"],
    "Die Gesamtkosten von 500 € werden genehmigt.": ["cost"],
    "zu den bereits genannten 500 €": ["baseline"],
}


@pytest.mark.parametrize(("sentence", "expected"), ROLES.items(), ids=ROLES)
def test_the_part_that_a_sum_plays(sentence: str, expected: list[str]) -> None:
    text = sentence.replace("⟦", "").replace("⟧", "")
    assert [amount.role for amount in amounts_of(f"Beschluss:\n{text}")] == expected


def test_the_section_tells_money_of_the_decision_from_talk() -> None:
    text = (
        "Beschluss:\nDer Rat bewilligt 500 €.\n\nAbstimmungsergebnis:\neinstimmig\n\n"
        "Stadtrat Muster (ABC): Es werden wohl 900 € werden.\n\nBegründung:\nBisher waren es 400 €."
    )
    assert [(amount.amount, amount.section) for amount in amounts_of(text)] == [
        ("500.00", "resolution"),
        ("900.00", "debate"),
        ("400.00", "reasoning"),
    ]


def test_a_motion_without_headings_speaks_for_itself() -> None:
    text = "Die Vereine haben mehr Mitglieder und 50.000 € weniger. Wir beantragen daher eine Erhöhung um 100.000 €."
    assert [(amount.amount, amount.section) for amount in amounts_of(text)] == [("50000.00", "header"), ("100000.00", "resolution")]


def test_what_is_proposed_and_decided_counts_once() -> None:
    text = "Beschlussvorschlag:\nDer Rat bewilligt 500 €.\n\nBeschluss:\nDer Rat bewilligt 500 €.\n"
    (amount,) = amounts_of(text)
    assert (amount.amount, amount.section, amount.quote.start) == ("500.00", "resolution", text.rindex("500"))


def test_a_changed_sum_stands_beside_the_proposed_one() -> None:
    text = "Beschlussvorschlag:\nDer Rat bewilligt 500 €.\n\nBeschluss:\nDer Rat bewilligt 400 €.\n"
    assert [amount.amount for amount in amounts_of(text)] == ["500.00", "400.00"]


def test_a_range_has_both_ends_and_the_quote_is_verbatim() -> None:
    text = "Beschluss:\nDer Eintritt kostet 2,50 –\n40 €."
    (amount,) = amounts_of(text)
    assert (amount.amount, amount.amount_max, amount.quote.text) == ("2.50", "40.00", "2,50 –\n40 €")
    assert text[amount.quote.start : amount.quote.end] == amount.quote.text

"""Fictional minutes with personal data planted in them, in the forms in which administrations print them; the same seed, the same minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

GIVEN = ("Erika", "Max", "Hannelore", "Jürgen", "Ayşe", "Sabine", "Karl-Heinz", "Ines", "Thomas", "Ulrike", "Mehmet", "Petra")
BEGIN = (
    "Brenn",
    "Kess",
    "Wald",
    "Stein",
    "Hoh",
    "Lind",
    "Grün",
    "Rott",
    "Möl",
    "Fahr",
    "Zim",
    "Ober",
    "Knör",
    "Quel",
    "Weiß",
    "Düm",
    "Ostr",
    "Bär",
)
MIDDLE = ("", "el", "en", "er", "in", "ol")
END = ("huber", "meyr", "mann", "rich", "ski", "hoff", "gruber", "ing", "stett", "bacher", "kötter", "reiter", "ow", "sen", "brink", "wald")
STREETS = ("Mühlweg", "Gartenstraße", "Friedrich-Ebert-Str.", "Am Bach", "Lange Gasse", "Bahnhofsallee", "An der Mauer", "Schillerplatz")
TOWNS = ("Fehrnau", "Wehrstadt", "Altwehr", "Neufehrn")
AREAS = ("0721", "030", "0351", "06221", "02151", "089", "04131", "07251")


@dataclass(frozen=True, slots=True)
class Item:
    """One planted datum."""

    kind: str
    printed: str
    """As it stands in the document."""
    core: str
    """What must not be found in public: its signs without blanks, and of a telephone number its last eight digits."""
    form: str


@dataclass(slots=True)
class Planted:
    """Minutes with what was planted in them."""

    name: str
    text: str
    items: list[Item] = field(default_factory=list)
    officials: list[str] = field(default_factory=list)


class Planter:
    """Makes data that no other document has."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names = [first + middle + last for first in BEGIN for middle in MIDDLE for last in END]
        self.random.shuffle(self.names)

    def surname(self) -> str:
        """A surname that nobody else has."""
        return self.names.pop()

    def digits(self, count: int) -> str:
        """Some digits; the first is no 0."""
        return "".join([self.random.choice("123456789"), *self.random.choices("0123456789", k=count - 1)])

    def email(self) -> Item:
        """An e-mail address."""
        name, town = self.surname().lower(), self.random.choice(TOWNS).lower()
        given = self.random.choice("abcdefghk")
        form, printed = self.random.choice(
            (
                ("plain", f"{given}.{name}@{town}.example"),
                ("plain", f"{name}_{given}@stadt-{town}.example"),
                ("(at)", f"{name}(at){town}.example"),
                ("blanks", f"{name} (at) {town} (dot) example"),
                ("[at]", f"{given}-{name}[at]rat.{town}.example"),
                ("line end", f"{name}@\n{town}.example"),
                ("hyphen", f"{name}@stadt-\n{town}.example"),
                ("umlaut", f"{name}@büro-{town}.example"),
            )
        )
        return Item("email", printed, name, form)

    def telephone(self) -> Item:
        """A telephone number, with the words before it."""
        area, one, two = self.random.choice(AREAS), self.digits(3), self.digits(5)
        mobile = "01" + self.random.choice(("51", "60", "71", "76"))
        form, printed = self.random.choice(
            (
                ("slash", f"Tel.: {area}/{one}-{two}"),
                ("slash", f"{area}/{one}-{two}"),
                ("blanks", f"Telefon {area} {one} {two}"),
                ("international", f"+49 {area[1:]} {one} {two}"),
                ("international", f"+49 (0) {area[1:]} / {one}{two}"),
                ("international", f"0049 {area[1:]} {one}{two}"),
                ("brackets", f"({area}) {one}-{two}"),
                ("brackets", f"Tel. ({area}) {one} - {two[:2]} {two[2:]}"),
                ("pairs", f"Fax {area[:2]} {area[2:]} / {one[0]} {one[1:]} - {two}"),
                ("mobile", f"Mobil: {mobile}-{one}{two}"),
                ("mobile", f"{mobile} {one}{two}"),
                ("mobile", f"Handy {mobile}/{one} {two}"),
                ("line end", f"Tel.\n{area}/{one}-{two}"),
                ("own exchange", f"Durchwahl {one}-{two}"),
            )
        )
        return Item("telephone", printed, one + two, form)

    def account(self) -> Item:
        """A bank account with right check digits."""
        number = self.digits(18)
        check = 98 - int(number + "131400") % 97
        whole = f"DE{check:02d}{number}"
        groups = " ".join(whole[at : at + 4] for at in range(0, 22, 4))
        form, printed = self.random.choice(
            (("blanks", groups), ("no blanks", whole), ("named", f"IBAN: {groups}"), ("line end", groups.replace(" ", "\n", 1)))
        )
        return Item("iban", printed, whole[4:], form)

    def address(self) -> Item:
        """Where somebody lives."""
        street, house, town = self.random.choice(STREETS), self.random.randint(101, 199), self.random.choice(TOWNS)
        code = self.digits(5)
        form, printed = self.random.choice(
            (
                ("wohnhaft in", f"wohnhaft in {code} {town}, {street} {house}"),
                ("wohnhaft", f"wohnhaft {street} {house}, {code} {town}"),
                ("whft.", f"whft. {street} {house} in {town}"),
                ("Anschrift", f"Anschrift: {street} {house}, {code} {town}"),
            )
        )
        return Item("address", printed, f"{street}{house}".replace(" ", ""), form)

    def birth(self) -> Item:
        """When somebody was born."""
        day, month, year = self.random.randint(10, 28), self.random.randint(1, 9), self.random.randint(1931, 2003)
        form, printed, core = self.random.choice(
            (
                ("geb. am", f"geb. am {day}.{month}.{year}", f"{day}.{month}.{year}"),
                ("geboren am", f"geboren am {day}. Oktober {year}", f"{day}.Oktober{year}"),
                ("Geburtsdatum", f"Geburtsdatum: {day}.0{month}.{year}", f"{day}.0{month}.{year}"),
            )
        )
        return Item("birth_date", printed, core, form)

    def resident(self, *, in_question_time: bool) -> Item:
        """A resident who says or wants something, as a sentence."""
        name, given = self.surname(), self.random.choice(GIVEN)
        forms = ASKED if in_question_time else NAMED
        form, sentence = self.random.choice(forms)
        return Item("resident", sentence.format(s=name, g=given), name, form)


ASKED = (
    ("Herr S fragt", "Herr {s} fragt, ob der Gehweg erneuert wird."),
    ("Frau G S möchte wissen", "Frau {g} {s} möchte wissen, wann der Bus wieder hält."),
    ("Hr. S", "Hr. {s} regt an, die Bank zu versetzen."),
    ("G S erkundigt sich", "{g} {s} erkundigt sich nach dem Spielplatz."),
    ("number", "1. Herr Dr. {s} bittet um eine Lampe am Bach."),
    ("answered", "Die Frage von Herrn {s} nach dem Baum wird schriftlich beantwortet."),
    ("place in brackets", "Frau {s} (Ortsteil Au) beklagt den Lärm."),
    ("thanks", "Herr {s} dankt für die Auskunft."),
    ("colon", "{g} {s}: Wann wird die Brücke geöffnet?"),
    ("family", "Familie {s} wünscht sich mehr Schatten."),
)
NAMED = (
    ("Einwohnerin G S", "Einwohnerin {g} {s} spricht sich für den Weg aus."),
    ("Einwohner Herr S", "Der Einwohner Herr {s} ist dagegen."),
    ("Anwohner, Herr S", "Ein Anwohner der Au, Herr {s}, war dagegen, ein Anwohner, Herr {s}, dafür."),
    ("Petent:", "Petent: {g} {s}"),
    ("Petition des Herrn S", "Die Petition des Herrn {s} wird zur Kenntnis genommen."),
    ("Eingabe von Frau S", "Zur Eingabe von Frau {s} liegt eine Stellungnahme vor."),
    ("Eheleute S", "Die Eheleute {s} beantragen eine Befreiung."),
    ("Bürger G S", "Bürger {g} {s} kritisiert die Planung."),
    ("Antragstellerin:", "Antragstellerin: Frau {g} {s}"),
    ("(Anlieger)", "Herr {s} (Anlieger) weist auf den Graben hin."),
    ("Beschwerde von G S", "Die Beschwerde von {g} {s} über den Lärm wird zurückgewiesen."),
    ("Zuhörer Herr S", "Zuhörer Herr {s} meldet sich zu Wort."),
    ("Bürgerin G S", "Das Schreiben der Bürgerin {g} {s} ist beigefügt."),
    ("Fragesteller:", "Fragesteller: {g} {s}"),
    ("als Anwohnerin", "Frau {s} als Anwohnerin schildert die Lage."),
    ("Der Bürger S", "Der Bürger {s} fragt nach dem Stand."),
)
OFFICIALS = (
    "Stadtrat {s} erläutert den Antrag.",
    "Frau Stadträtin {s} stimmt dem zu.",
    "Bürgermeisterin {s} antwortet.",
    "Herr {s} (SPD) begrüßt das.",
    "Herr {s} vom Tiefbauamt erläutert den Plan.",
    "Amtsleiter {s} sagt eine Prüfung zu.",
    "Ratsmitglied {s} bittet um Abstimmung.",
    "Ortsvorsteherin {s} dankt.",
)
HEADS = (
    "Einwohnerfragestunde",
    "Bürgerfragestunde",
    "Fragestunde der Einwohner",
    "Fragen der Bürger",
    "Einwohnerfragestunde gemäß § 18 GO",
)


def minutes(seed: int, count: int) -> Iterator[Planted]:
    """Minutes of a fictional council, each with three planted data: a resident, an e-mail, a telephone number or another."""
    planter = Planter(seed)
    others: tuple[Callable[[], Item], ...] = (planter.account, planter.address, planter.birth)
    for number in range(count):
        resident = planter.resident(in_question_time=number % 2 == 0)
        contact = planter.email() if number % 2 else planter.telephone()
        third = others[number % 3]() if number % 5 else (planter.telephone() if number % 2 else planter.email())
        yield _document(planter, number, (resident, contact, third))


def _document(planter: Planter, number: int, items: tuple[Item, Item, Item]) -> Planted:
    resident, contact, third = items
    random = planter.random
    officials = [planter.surname(), planter.surname()]
    spoken = [form.format(s=name) for form, name in zip(random.sample(OFFICIALS, 2), officials, strict=True)]
    asked = f"TOP 1: {random.choice(HEADS)}\n{resident.printed}\n{spoken[0]}\n" if number % 2 == 0 else f"TOP 1: Bericht\n{spoken[0]}\n"
    named = "" if number % 2 == 0 else resident.printed
    yes, no, amount = random.randint(11, 30), random.randint(1, 9), 1000 * random.randint(11, 999)
    sum_ = f"{amount:,}".replace(",", ".")
    place = ("in the point", "in the debate", "beside the vote")[number % 3]
    said = {place: f"{contact.printed}; {third.printed}" if "\n" not in contact.printed else f"{contact.printed}\nund {third.printed}"}
    text = f"""Niederschrift über die Sitzung des Stadtrats Fehrnau am {random.randint(10, 28)}.03.2026

{asked}
TOP 2: Ausbau des Weges {number}
{spoken[1]} {named}
{"Auskunft gibt: " + said["in the debate"] if "in the debate" in said else ""}

Beschluss:
1. Der Stadtrat beschließt den Ausbau des Weges {number} für {sum_},00 EUR.{" Auskunft: " + said["in the point"] if "in the point" in said else ""}
2. Die Verwaltung berichtet bis zum 30.06.2027.

Abstimmungsergebnis: {yes} Ja-Stimmen, {no} Nein-Stimmen{" (Auskunft: " + said["beside the vote"] + ")" if "beside the vote" in said else ""}
"""
    return Planted(f"niederschrift-{number:03d}.txt", text, [*items], officials)

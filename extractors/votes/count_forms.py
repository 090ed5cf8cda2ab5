"""The forms in which counts of votes are printed, as named patterns: labels, numbers beside them, tables, pairs and triples."""

from __future__ import annotations

import re

from extractors.text.german.numbers import COUNT, NUMBER_WORD
from extractors.text.german.openings import begins_with

# "Stimmen" may stand glued to what follows it ("Ja-Stimmenund4", "Nein-StimmenAuf"), and be misspelt ("Stimmern").
_VOTES = r"(?:[ –-]{0,3}[Ss]timm(?:ern|en|e|\.)?(?!t(?:en)?(?!\w))|-(?=[ ,/\n]|$)|(?![a-zäöüß-]))"
_CAST = r"(?:[ \n]stimmt?en(?=[ \n]\d))?"  # "Mit Ja stimmten 22", "Dafür stimmten 9"
LABEL_OPENINGS = (
    "-sti", "able", "abwe", "anwe", "befa", "befü", "cont", "dafü", "dage", "ent", "für", "gege", "ja", "kont", "nein", "nich", "pers",
    "pro", "stim", "ungü", "zust",
)  # fmt: skip
LABEL = re.compile(
    rf"""{begins_with(LABEL_OPENINGS)}
    (?:
      (?P<abstain> (?i:(?:Stimm(?:en)?-?)?Enthaltung(?:en|\(en\))?|enth(?:a|ie)lten[ \n]sich|(?<=\d[ ])enthalten(?=[ ]*(?:[,;.)\n]|$))
                       |(?<!\w)enthalten(?=[ \n]?:|[ \n]\d)
                       |Enth\.|Enth(?![\w]))
                 | (?<=\d[ ])Ent(?:h(?:a(?:l(?:t(?:un?)?)?)?)?)?-?(?=\s*$) )          # cut off: "1 Ent-"
    | (?P<no> (?<![^\W\d_]) (?:[Nn]ein|NEIN){_VOTES}{_CAST}
            | (?i:Gegen-?stimm(?:en|e)?|(?:Stimmen?[ \n])?(?<!\w)dagegen(?!\w){_CAST}
                |(?:Stimmen[ \n])?(?:Contra|Kontra)(?:-?Stimmen?)?(?!\w))
            | (?:Stimmen?[ \n])gegen[ \n]d(?:en|ie|as)[ \n]\w+
            | ablehnende[ \n]Stimmen? | [Gg]egen(?:[ \n]d(?:en|ie|as)[ \n](?:An|Vor|Be)\w+)?(?=[ \n]?:) )
    | (?P<yes> (?<![^\W\d_]) (?:[Jj]a|JA){_VOTES}{_CAST}
            | (?i:(?:Da)?Für-?stimmen?|(?:Stimmen?[ \n])?(?<!\w)dafür(?!\w){_CAST}|(?:Stimmen[ \n])?(?<!\w)Pro(?:-?Stimmen?)?(?![\w]|zent))
            | (?:Stimmen?[ \n])für(?:[ \n]d(?:en|ie|as)[ \n](?:An|Vor|Be)\w+|(?=[ \n]und[ \n]\d))
            | (?<!\w)[Ff]ür[ \n]d(?:en|ie|as)[ \n](?:An|Vor|Be)\w+(?:(?=[ \n]?:)|(?:[ \n]de[rs][ \n]\w+)?[ \n]stimm(?:t?en)(?=[ \n]\d))
            | (?<!\w)[Ff]ür(?=[ \n]?:)
            | (?:zustimmende|befürwortende)[ \n]Stimmen? | (?<=\d)-Stimmen )              # "41-Stimmen": the Ja is lost
    | (?P<weak_yes> Zustimmung(?:en)? ) | (?P<weak_no> Ablehnung(?:en)? )              # counts only beside a number
    | (?P<recused> (?<!\w)(?:[Bb]efangen(?:heit)?|[Pp]ers(?:\.|önlich)[ \n]?[Bb]eteiligt(?:e)?)(?!\w) )
    | (?P<other> (?i:(?<!\w)abwesend\w*|(?<!\w)ungültige?n?(?:[ \n]Stimmen)?|nicht[ \n]anwesend|stimmberechtigt\w*) )
    | (?P<present> (?i:(?<!\w)anwesend(?:e\b)?(?!\w)) )
    )
    """,
    re.VERBOSE,
)
LEFT = re.compile(
    r"(?P<n>(?<!\d)\d{1,3}\.\d{3}|(?<!\d)\d{1,4}|(?<!\w)O|[A-Za-zäöüß]{3,20})"
    r"(?: ?[x×]| [Mm]al)?(?: [-–] |[ \n]?-?| (?:gültigen?|abgegebenen?) )$"
)
RIGHT = re.compile(
    r"(?P<gap>\s{0,3}(?:[:=]\s{0,3}[.…_]{1,90}|[.…_]{2,90}:?)\s{0,3}|\s{0,3}[:=]?\s{0,3}|\s–\s)(?P<n>\d{1,3}\.\d{3}(?!\d)|\d{1,4}|O(?!\w))(?!\d|[.,/]\d|[.,]-|\s?[%€]|\s?(?:EUR|Euro|Uhr|Mio"
    r"|Jahr|Prozent))"
)
# "Nein-Stimmen: -", "Enthaltungen keine": a form that says zero
NOTHING = re.compile(r"\s?[:=]\s{0,3}(?:-{1,3}|–|—|\./\.)(?=[\s,;|.]|$)(?!\s?\d)|(?:\s?[:=]\s{0,3}| )[Kk]eine?(?=\s*(?:[,;|\n.]|$)|\s{2,})")
CELLS = re.compile(r"[\s:|]{1,4}(\d{1,4})(?!\d|[.,]\d)")
TABLE = 1500  # characters from a head row to its total
NEXT_CELL = re.compile(r"(?:[\s:|]{1,4}| ?/ ?)(\d{1,4})(?!\d|[.,]\d)")
HEAD_GAP = re.compile(r"[\s/|,]{1,5}")
TOTAL = re.compile(r"(?:Gesamt|Summe|insgesamt|Ergebnis):?(?=[\s|])")

# "40/7/7", with a fourth for the absent ("0/30/0/1", Zürich); a year or a sum of money ends it
SLASHES = re.compile(r"(?<![\d./,§-])(?!0\d)(\d{1,3}) ?/ ?(?!0\d)(\d{1,3}) ?/ ?(?!0\d)(\d{1,3})(?: ?/ ?(\d{1,3}))?(?![\d/-]|[.,]\d| ?[€%])")
# "6 - 1 - 2" alone behind its label (Magdeburg)
DASHES = re.compile(r"(\d(?<![\d.,–-]\d)\d{0,2}) ?[-–] ?(\d{1,3}) ?[-–] ?(\d{1,3})(?![\d.,]| ?[-–])")
# Seen: "14 : 0", "mit 23 zu 15 Stimmen", "mit 12 gegen 3 Stimmen", "12:3:1"; not "TOP 9:3", "15:00 Uhr", "1:120"
PAIR = re.compile(
    r"(?P<before>(?:mit|bei|von|Mit|Bei|[Aa]bstimmung\w*:?|Abst\.(?:-?Erg\.)?:|[Ee]rgebnis\w*:?|Stimmenverhältnis|Stimmen:?|[Aa]ngenommen:?"
    r"|[Aa]bgelehnt:?|einstimmig|mehrheitlich|\()\s?)?"
    r"(?<![\d:.,§])(?P<a>\d{1,4})\s?(?P<sign>:|zu|gegen)\s?(?P<b>\d{1,4})(?:\s?:\s?(?P<c>\d{1,3}))?(?!\d|[:.,]\d|\s?(?:Uhr|Ja|JA"
    r"|Nein|Gegen|Enth|%))"
    r"(?P<after>\s?(?:Stimmen|\)|\(?(?:angenommen|abgelehnt|beschlossen|zugestimmt)|Enthaltungen))?"
)
# What stands between the two of either pair; asked first, because most votes have neither.
PAIR_SIGN = re.compile(r"[\d \n](?:(?<=\d)\s?(?::|zu|gegen)\s?\d|(?<=\s)(?:zu|gegen)[ \n])")
# Cells of one line: "mit | 13 | gegen | 0 | Stimmen" (Franconia)
CELL_PAIR = re.compile(r"(?<!\w)[Mm]it[\s|]{1,4}(?P<a>\d{1,3})[\s|]{1,4}gegen[\s|]{1,4}(?P<b>\d{1,3})[\s|]{1,4}Stimmen?(?!\w)")
# What stands around votes behind a full stop: "… wird zugestimmt. (30/0/4)", "… wird angenommen. 30:4"
APPENDED_BEFORE = re.compile(r"[a-zäöüß][.!]\s[(–-]{0,2} ?$")
APPENDED_AFTER = re.compile(r"[ )–.-]{0,3}\s*(?:\n|$)")
# "mit elf gegen drei Stimmen"
WORD_PAIR = re.compile(rf"(?P<a>{NUMBER_WORD})[ \n](?:zu|gegen)[ \n](?P<b>{NUMBER_WORD})(?=[ \n]Stimmen?(?!\w))")
# "mit 35 Stimmen gewählt", "mit 8 Stimmen einstimmig"; "gegen 3 Stimmen"
BARE = re.compile(
    r"[ \n]Stimme(?:n|(?!n))(?!-|en|gl|be|ha|ver| (?:dafür|dagegen|gegen d|für (?:d(?:en|ie|as) (?:An|Vor|Be)|und \d)|Pro|Contra))"
)
# "15 von 18 abgegebenen Stimmen": the second number is that of all who voted
OF_ALL = r"(?:[ \n](?:von|der)[ \n](?:den[ \n])?\d{1,4}(?:[ \n](?:abgegebenen|gültigen|möglichen|anwesenden))?)"
BARE_NUMBER = re.compile(rf"(?P<against>[Gg]egen[ \n])?(?P<n>{COUNT}){OF_ALL}?$")
# "Auf Frau A entfielen 12, auf Herrn B 9 Stimmen": the noun comes last
ELLIPTIC = re.compile(r"(?<!\w)entf(?:ielen|allen|iel)[ \n](?P<n>\d{1,4})(?=,? (?:und )?auf )")
QUORUM = re.compile(r"(?:Quorum|Mehrheit) von (?:mindestens )?\w+$")  # of what is needed, nobody voted
OWN_LINE = re.compile(r"\s*\(?(?:\d{1,2}[.)]\s)?\s*")  # "2. 12 : 3" numbers a point
LINE_END = re.compile(r"\)?[ .;,]{0,2}(?:\n|\(|$)|\.\s[A-ZÄÖÜ]")
# Seen in Linz: groups with their sizes, "bei Stimmenthaltung der ABC-Fraktion (9) und von Gemeinderätin Muster (1)"
SIZE = re.compile(r"\((?P<n>\d{1,3})\)")
_GROUP = r"(?:de[rs]|von)[ \n][^.;:()\n]{2,60}?(?:\.-?[^.;:()\n]{2,40}?){0,3}[ ]\(\d{1,3}\)"
_AND = r"(?:,|[ ]und|,[ ]und|[ ]sowie)[ \n]"
ABSTAINING = re.compile(  # a group without its size leaves the sum open
    rf"(?:Stimm(?:en)?)?[Ee]nthaltung(?:en)?[ \n]{_GROUP}(?:{_AND}{_GROUP}){{0,5}}(?!{_AND}(?:de[rs]|von)[ \n])"
)
# Seen: "einstimmig (15)", the votes cast in brackets
UNANIMOUS_NUMBER = re.compile(r"(?i:einstimmig)(?: \w{4,12})? ?\((?P<n>\d{1,3})(?: Stimmen?)?\)")
SLASH_TOTAL = re.compile(r"(?:Total|Gesamt|Summe|Insgesamt|zusammen):? ?$")

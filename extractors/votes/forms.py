"""What the form of a sentence says of who does what in it, and whether it settles a question.

"Der Antrag wird mit 3 Ja- und 10 Nein-Stimmen abgelehnt."          counts beside the verdict
"Der Rat vertagt die Vorlage.", "Die Vorlage wird vertagt."         a body acts, or something is dealt with
"Punkt 1: einstimmig"                                               a subject and its result
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.text.german.phrases import BODY
from extractors.votes.drafts import Draft
from extractors.votes.lines import VERB
from extractors.votes.statements import BODY_ACTS
from extractors.votes.subjects import LEAD, SUBJECT, cleaned
from extractors.votes.words import VERDICT_NAMES

# What a body settles, as it is called in a sentence without numbers.
SETTLED_NOUN = re.compile(
    r"(?:[Aa]ntr[aä]ge?|[Vv]orlagen?|[Bb]eschluss\w*|[Tt]agesordnung(?:spunkte?)?|TOP|Punkte?|[Nn]iederschrift|[Pp]rotokoll"
    r"|[Aa]ngelegenheit|[Vv]orschl[aä]ge?"
    r"|Satzung|Dringlichkeit|Motion|Postulat|Resolution|Einwendung(?:en)?|Anregung|Bericht|Mitteilung|Information|Einvernehmen|Interpellation"
    r"|Kredit|Geschäft|Vorsto(?:ss|ß)|Budget|Jahresrechnung|(?<!\w)Beratung)(?!\w{4})"
)
TAKEN = re.compile(
    r"(?:Beschluss\w*|Abstimmung|Zustimmung|Wahl|Genehmigung) (?:\w+ ){0,4}(?:erfolgt|gefasst|ergeht|erging|ergibt|ergab|fällt|fiel)"
)
# "Es ergeht mit 8 : 3 Stimmen folgender Beschluss:": what follows is the resolution
FOLLOWS = re.compile(
    r"folgende[nrs]?(?: (?:Beschl(?:uss|uß|üsse)|Empfehlung|Antrag)[^.]{0,40}:)?\s*$"
    r"|folgende[nrs]? (?:Beschl(?:uss|uß|üsse)|Empfehlung): (?=[A-ZÄÖÜ„\"])"
)
# "Der Rat spricht sich bei drei Gegenstimmen dafür aus, …": the counts say it, not a verdict
SPEAKS_OUT = re.compile(r"(?<!\w)(?:spricht|sprach|sprechen|sprachen) sich (?:[^\s.;]{1,40}\s){0,16}?(?:für|dafür)(?!\w)")
FASST = re.compile(r"(?<!\w)fasst(?:e|en)? (?:bei|mit) ")
# "Nach kurzer Beratung kommt der Ausschuss überein, …", "Sodann vertagt der Rat …": a body acts at the head of a report of the debate
FRONTED = (
    r"(?:Nach (?:[\w-]+ ){0,3}?(?:Aussprache|Diskussion|Beratung|Erörterung|Debatte|Abwägung|Wortmeldungen?|Meinungsaustausch|Vortrag)"
    r"|Im (?:Anschluss|Ergebnis)|Sodann|Daraufhin|Schließlich|Abschließend|Anschließend|Danach|Hierauf)(?!\w)[^.;:]{0,60}?"
)
# What is moved in one sentence and settled in the next: "Frau Muster beantragt die Vertagung. Dies wird abgelehnt."
MOVED_BEFORE = re.compile(
    r"(?<!\w)(?:stellt|stellte|stellen|stellten) [^.;\n]{0,60}(?<!\w)\w*[Aa]ntrag(?!\w)|(?<!\w)beantrag(?:t|te|en|ten)(?!\w)"
    r"|(?<!\w)(?:schlägt|schlug) [^.;\n]{0,160}(?<!\w)vor(?!\w)"
)
# "Frau Muster zieht den Antrag zurück.", "… teilte mit, dass der Antrag zurückgenommen werde."; no wish that somebody do so
WITHDRAWS = re.compile(
    r"^(?![^.;]*(?<!\w)(?:bitte[nt]?|bat|forder\w+|appellier\w+|empfiehlt|regt|wünsch\w+|nicht)(?!\w))[^.;]*?(?<!\w)(?:"
    r"(?:zieht|ziehen|zog|zogen) (?:\S{1,30} ){0,8}?\w{0,40}[Aa]ntr(?:ag|äge)(?!\w)[^.;]{0,80}(?<!\w)zurück(?!\w)"
    r"|(?<!\w)\w{0,40}[Aa]ntr(?:ag|äge) (?:\S{1,30} ){0,8}?zurück(?:gezogen|genommen) (?:wird|werde|werden|sei|wurde|ist))"
)
DEALT_PRONOUN = re.compile(
    r"(?:Dies(?:es|er|em)?|Dem|Das)(?: (?:\w+)?(?:[Aa]ntrag|[Vv]orschlag))? (?:wird|wurde)(?!\w)"
    # "Der Stadtrat ist damit einverstanden.", "Der Gemeinderat stimmt dem zu."
    rf"|D(?:er|ie|as) (?:\w+ )?{BODY} (?:(?:ist|war|zeigt sich|erklärt sich) (?:damit|hiermit|mit diesem Vorgehen) (?:\w+ )?einverstanden"
    r"|(?:stimmt|stimmte|folgt|folgte) (?:dem|diesem)(?: \w*(?:[Vv]orschlag|[Aa]ntrag|Vorgehen))?(?: zu)?(?=[.,]))"
)
# What was moved is to send the matter elsewhere: "… schlägt vor, den Punkt an den Bauausschuss zu verweisen."
MOVED_AWAY = (
    (
        "referred",
        re.compile(r"(?<!\w)zu (?:ver|über)weisen|(?:zurück)zu(?:ver|über)weisen|(?<!\w)(?:Ver|Über)weis(?:ung)? (?:an|in)(?!\w)"),
    ),
    ("postponed", re.compile(r"(?<!\w)zu vertagen|zurückzustellen|zu verschieben|(?<!\w)Vertagung|Zurückstellung")),
    ("removed", re.compile(r"abzusetzen|von der Tagesordnung zu nehmen|(?<!\w)Absetzung")),
)
# "Wegen offener Fragen Verweis in den Bauausschuss. Einstimmig angenommen."
MOVED_AS_NOUN = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.!?] ))(?:(?:Wegen|Zur|Aufgrund|Nach) [^.;:!?\n]{3,80} )?"
    r"(?:(?:Zurückv|V)erweis(?:ung)?|Überweisung|Vertagung|Zurückstellung|Absetzung)(?!\w)[^.;:!?\n]{0,100}\.\s+\Z"
)
# The last sentence of a resolution says how it was voted: "Der Rat beschließt den Bau. Einstimmig."; in Vienna who was against it
ALONE = re.compile(
    r"\W*(?:Einstimmig|Mehrheitlich|Einmütig)(?: (?:beschlossen|angenommen|zugestimmt|so beschlossen))?\W*"
    r"|\W*(?:Einstimmiger|Mehrheitlicher) Beschluss\W*"  # "Der Gemeinderat stimmt dem zu. Einstimmiger Beschluss." (Tyrol)
    r"|\W*[A-ZÄÖÜ][\w/, -]{1,60}? dagegen, (?:sonst|ansonsten|im Übrigen) (?:angenommen|abgelehnt|zugestimmt|beschlossen)\W*"
)
# A paragraph of its own after a report: "Der Antrag wird abgelehnt.", "Auf Vorschlag … wird die Vorlage zurückgestellt"
DEALT_ALONE = re.compile(
    rf"(?:Auf (?:Vorschlag|Antrag|Wunsch) [^.;]{{3,80}}? wird d|D)(?:er|ie|as|em) (?:\w+ )?[\w-]{{0,30}}?{SETTLED_NOUN.pattern}"
    r"(?![^.]{0,200}(?<!\w)(?:von (?:de[rmn]|ih[mr]|seiner|ihrer)|durch (?:die|den|seine|ihre)|sei|habe|werde|solle)(?!\w))"
)
# "Nach kurzer Beratung erteilt der Gemeinderat …", "Mit 7 zu 4 Stimmen sprach sich das Gremium …"
ACTS_BEHIND = re.compile(
    r"(?<!\w)(?:beschlie(?:ß|ss)t|beschlo(?:ss|ß)|stimmte?|lehnte?|nimmt|nahm|erteilte?|spricht|sprach|genehmigte?|billigte?|empfiehlt|empfahl"
    rf"|vertagte?|verweist|verwies|wählte?|kommt|kam|einigte?|verständigte?) (?:sich |sodann |somit |damit )?d(?:er|ie|as) (?:\w+ )?{BODY}"
)
FRONTED_ACT = re.compile(FRONTED + ACTS_BEHIND.pattern)
PASSIVE = re.compile(
    r"(?<!\w)(?:wird|werden|wurden?|ist|sind|war|gilt|gelten|verf[äa]llt|verfiel|bleibt|blieb|dient|dienen|(?:hat|haben) sich)(?!\w)"
    r"|(?<!\w)(?:f[ai]nde[tn]|fanden|fand|erhielt(?:en)?|erhält|erhalten|erreichte?n?|bekam|bekommt) (?:\w+ ){0,2}(?:keine|nicht die) "
    r"(?:\w+ )?Mehrheit"
)
# "Wird von der Tagesordnung abgesetzt.", "Vor Eintritt in die Tagesordnung abgesetzt."
SUBJECTLESS = re.compile(
    r"^\s*(?:Auf (?:Wunsch|Antrag|Vorschlag|Bitte) (?![^.;]*(?<!\w)nicht(?!\w))[^.;]{3,100} (?:abgesetzt|vertagt|zurückgestellt)\.?\s*$)"
    r"|^\s*(?:Wird|Wurde) |(?:^|(?<=[\w)] ))(?:(?:Vor|Bei|Zu) (?:Eintritt|Beginn) [^.;]{2,40} (?:abgesetzt|vertagt|zurück\w+)\.?\s*$)"
)
# "Der Auftrag wird einstimmig an die Firma … vergeben.", "Frau Muster wird mehrheitlich zur Schriftführerin bestellt."
_HOW = (
    r"(?:Einstimmig|Mehrheitlich|Einmütig|Ohne Gegenstimmen?"
    r"|(?:Mit|Bei|Gegen) [^.;:]{1,60}?(?:[Ss]timmen?|Enthaltung(?:en)?)(?: (?:und|bei) [^.;:]{1,40}?(?:[Ss]timmen?|Enthaltung(?:en)?))?)"
)
_DONE = (
    r"(?<!\w)(?:bestellt|berufen|benannt|ernannt|entsandt"
    r"|festgelegt|festgesetzt|vergeben|aufgehoben|beauftragt|ermächtigt|bereitgestellt|gewährt|erlassen|festgestellt|entlastet|erteilt"
    r"|übertragen|verlängert|aufgestellt|verliehen|gebildet|eingerichtet|zurückgewiesen|erhöht|gesenkt|verkauft|erworben)(?:[.;\s]|$)"
)
DECIDED = re.compile(
    rf"(?<!\w)(?:wird|werden) [^.;]{{0,200}}?(?:einstimmig|mehrheitlich|einmütig|\d (?:zu|gegen) \d{{1,3}} Stimmen)[^.;]{{0,200}}?{_DONE}"
)
# "Mit zwei Gegenstimmen wurde die Gebühr erhöht.": what reports of a meeting put first
HOW_FIRST = re.compile(rf"\W{{0,3}}{_HOW} (?:wird|wurde|werden|wurden) [^.;]{{0,200}}?{_DONE}")
# "Zur Vorsitzenden wird Frau Muster gewählt."
ELECTS = re.compile(
    r"(?:Frau|Herr|RM|Ratsmitglied|Stadtr[aä]t(?:in)?|Gemeinder[aä]t(?:in)?|Zu[mr] |Als |Auf (?:Vorschlag|Antrag) |In den )"
    r"[^;]{2,200}(?:(?<=wird )|(?<=werden )|(?<=ist )|(?<=sind )|(?<!\w)(?:wird|werden) [^;]{2,160})(?:wieder)?gewählt[.\s]*"
)
NAMED_PERSON = re.compile(r"(?<!\w)(?:Frau|Herrn?|RM|Ratsmitglied|Stadtr[aä]t(?:in)?|Gemeinder[aä]t(?:in)?|Dr\.) [A-ZÄÖÜ]")
# "Der Antrag erhielt 14 Ja- und 14 Nein-Stimmen." (Nordhausen): the counts say what became of it
VOTED = re.compile(
    r"bstimmung|ergeht|Beschluss|rgebnis|(?:[Aa]ntr[aä]ge?s?|[Vv]orlage|[Vv]orschlag|Resolution|Motion|Postulat|Satzung)(?!\w)"
    r"[^.;:\n]{0,80}?(?<!\w)(?:erh(?:ielt|ält|ielten|alten)|entf(?:ielen|allen)) (?:\w+ ){0,2}$"
)
SHORT, LONG = 250, 300  # characters: beyond them a sentence without numbers tells more than a result


def is_strong(draft: Draft) -> bool:
    """Whether numbers, or a majority beside a verdict, leave no doubt that this was voted on."""
    sides = {count.option for count in draft.counts if count.option in ("yes", "no", "abstain", "a")}
    verdict = draft.has(*VERDICT_NAMES)
    if len(sides) > 1 and (
        draft.judged or not cleaned(draft.prefix) or draft.prefix.rstrip().endswith((":", ".")) or VOTED.search(draft.prefix)
    ):
        return True
    if len(sides) > 1 and any(count.rule == "voters" for count in draft.counts):
        return True  # "Für die Vorlage stimmten 19 Stadträte, 7 waren dagegen."
    if "a" in sides and (verdict or VOTED.search(draft.prefix) is not None):
        return True
    return verdict and (draft.counted or draft.has("unanimous", "majority"))


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of a sentence says of who does what in it."""

    length: int
    acts: bool
    """A body is its subject."""
    noun: bool
    passive: bool
    taken: bool
    noting: bool
    verb: bool
    decided: bool
    """In the passive, by a majority that it names."""
    elects: bool
    alone: bool
    follows: bool
    """What it resolves stands below it."""
    speaks_out: bool
    """It speaks out for something: "spricht sich dafür aus"."""
    fasst: bool
    """A body passes a resolution, and how is told in between: "fasst bei … den Beschluss"."""


def form_of(sentence: str) -> Form:
    """The form of a sentence."""
    acts, noun, passive, taken = (pattern.search(sentence) is not None for pattern in (BODY_ACTS, SETTLED_NOUN, PASSIVE, TAKEN))
    acts = acts or ACTS_BEHIND.search(sentence) is not None
    if SUBJECTLESS.search(sentence):
        noun = passive = True
    return Form(
        len(sentence),
        acts,
        noun,
        passive,
        taken,
        "zu nehmen" in sentence,
        VERB.search(sentence) is not None,
        DECIDED.search(sentence) is not None or HOW_FIRST.match(sentence) is not None,
        ELECTS.fullmatch(sentence.strip()) is not None and NAMED_PERSON.search(sentence) is not None,
        ALONE.fullmatch(sentence) is not None,
        FOLLOWS.search(sentence) is not None,
        " sich " in sentence and SPEAKS_OUT.search(sentence) is not None,
        acts and "fasst" in sentence and FASST.search(sentence) is not None,
    )


def is_formal(draft: Draft, form: Form, *, strict: bool) -> bool:
    """Whether a sentence settles a question: by counts or a majority beside its verdict, or by its form."""
    cast = draft.counted or draft.has("unanimous", "majority")
    if is_strong(draft) or _acts_by_votes(draft, form, cast=cast) or (form.follows and cast) or (not form.verb and _answers(draft)):
        return True
    dealt_with = form.noun and form.passive
    if form.decided and cast:
        return True
    if draft.has("unanimous") and (form.acts or form.taken or dealt_with or draft.has("rest")):
        return True
    if draft.has("agreed") and (form.noun or draft.has("adopted")):
        return True
    return not strict and form.length < LONG and (form.alone or _says_by_form(draft, form))


def _acts_by_votes(draft: Draft, form: Form, *, cast: bool) -> bool:
    """A body acts, and votes or sides are told: "Mit 7 zu 4 Stimmen sprach sich der Rat für den Standort aus."."""
    if form.acts and (any(count.rule == "word_pair" for count in draft.counts) or (form.speaks_out and cast)):
        return True
    return (form.fasst and draft.has("sides")) or (form.alone and form.noun and cast)


def _says_by_form(draft: Draft, form: Form) -> bool:
    """A sentence without numbers: a body that acts ("Der Rat vertagt …"), or a motion dealt with ("Der Antrag wird vertagt")."""
    dealt_with = form.noun and form.passive
    if draft.has("noted") and (form.noting or not draft.has("adopted")):
        return form.acts or draft.has("consequence") or (form.passive and form.length < SHORT)
    if draft.has("no_vote") or (form.noun and any(word.name == "withdrawn" and word.text[0].islower() for word in draft.words)):
        return True
    if draft.has("rejected", "postponed", "removed", "withdrawn", "settled", "elected"):
        elected = draft.has("elected") and draft.has("consequence") and form.passive  # "Damit ist Frau … gewählt"
        return form.acts or dealt_with or elected or (form.elects and draft.has("elected"))
    if draft.has("recommended"):
        return form.acts
    if draft.has("adopted"):
        return dealt_with or (form.acts and any(_acted(word.text, form) for word in draft.words))
    return draft.has("referred") and (dealt_with or form.acts) and form.length < SHORT


def _answers(draft: Draft) -> bool:
    """Whether a line gives a subject and its result: "Punkt 1: einstimmig", "Abstimmung zu b): mehrheitlich"."""
    subject = LEAD.sub("", draft.prefix.lstrip())
    said = any(
        word.text[0].islower() or word.text.isupper() for word in draft.words if word.name in VERDICT_NAMES
    )  # no title "…: Zustimmung"
    return subject.rstrip().endswith(":") and SUBJECT.match(subject) is not None and (said or draft.has("unanimous", "majority"))


def _acted(word: str, form: Form) -> bool:
    """Whether a word tells by itself that a body agreed: "ist … einverstanden", "stimmt dem Antrag zu", "folgt der Empfehlung"."""
    if "einverstanden" in word.lower():
        return form.passive
    return word.startswith("folg") or word.endswith("Einvernehmen") or (form.noun and word.endswith((" zu", " an")))

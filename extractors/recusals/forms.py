"""How minutes say that somebody is recused, as data: counters, reasons, acts, and the sentences in which nobody is."""

from __future__ import annotations

import re
from typing import Literal

from extractors.text.persons import NAME

Act = Literal["declared", "left", "not_voting", "excluded"]

# "Befangen: 1", "Pers. Beteiligt: 2", "Befangene 1", "Mitwirkungsverbot: 1"; "1 Befangenheit", "2 befangen" in a row of counts
COUNTER = re.compile(
    r"""(?P<lead>(?:[Aa]us(?:geschlossen|schluss)|[Nn]icht[ ]mitgewirkt)[ ]wegen[ ])?
        (?:[Bb]efangen(?:en?|heit(?:en)?)?|(?P<involved>[Pp]ers(?:\.|önlich)[ ]?[Bb]eteiligte?)|(?P<barred>Mitwirkungsverbot)(?=[ ]?:))
        (?:[ ]?:[ \n]{0,2}|[ \n])(?P<after>\d{1,2})(?![\d.,:/]|[ ]Uhr)
      | (?:(?<=[,;:(/][ ])|(?<=[(/])|(?<=\bund[ ])|(?<=\bbei[ ])|(?<=\bdavon[ ]))
        (?P<before>\d{1,2})[ ](?:x[ ])?[Bb]efangen(?:e|heit(?:en)?)?\b""",
    re.VERBOSE,
)
REASON = (
    r"[Bb]efangen|Mitwirkungsverbot|[Ii](?:n(?:[ \n]den)?|m)[ \n]Ausstand|^Ausstand[ ]?:"
    r"|[Pp]ers(?:\.|önlich(?:er|e)?)[ \n][Bb]eteilig(?:t|ung)"
    r"|Interessen(?:kollision|widerstreit|konflikt)|Widerstreits?[ \n]der[ \n]Interessen"
    r"|Sonderinteresse|Ausschlie(?:ß|ss)ungsgr[uü]nd|(?<=, )Art\.[ ]49[ ](?:Abs\.[ ]\d[ ])?(?:Bay)?GO"
    r"|^Aus(?:schluss|geschlossen)[ ](?:von[ ]der|nach|gem)"
)
# Words in whose sentence a recusal may be stated.
TRIGGERS = (
    "befangen", "Befangen", "Mitwirkungsverbot", "Ausstand", "ersönlich", "Interessenkollision", "teilgenommen", "teilnimmt",
    " teil.", " teil,", " teil\n", " teil ", "mitgestimmt", "mitgewirkt", "nicht mit", "ausgeschlossen", "verlässt", "verließ",
    "beteiligt", "nteressen", "Sonderinteresse", ", Art. 49", "Ausschl", "Ausgeschlossen", " Platz", "isch ab", "gehindert",
)  # fmt: skip
COUNTED_WORDS = (
    "befangen",
    "Befangen",
    "ers. Beteiligt",
    "ers. beteiligt",
    "ersönlich Beteiligt",
    "ersönlich beteiligt",
    "Mitwirkungsverbot",
)
REASONED = re.compile(REASON, re.MULTILINE)

# "hat an der Beratung und Abstimmung nicht teilgenommen", "nimmt weder an der Beratung noch an der Abstimmung teil"
MATTER = r"(?:Beratung|Abstimmung|Beschlussfass|Diskussion|Behandlung|Aussprache|Wahl\b|Tagesordnungspunkt|TOP\b|Beratung)"
NOT_VOTING = re.compile(
    rf"""{MATTER}[^;!?]{{0,80}}\bnicht\b[^;!?]{{0,40}}\b(?:teil|mitgewirkt)
       | \b(?:nicht|weder)\b[^;!?]{{0,20}}\ban\b[^;!?]{{0,60}}{MATTER}[^;!?]{{0,80}}\b(?:teil|mitgewirkt|mit\b)
       | \bnicht[ \n](?:mitgestimmt|mitgewirkt|mit[ \n]abgestimmt)
       | \b(?:stimm|wirk)(?:te?|t?en)\b[^;!?]{{0,60}}\bnicht[ \n]mit(?=[.,;])""",
    re.VERBOSE,
)
LEFT = re.compile(
    r"\b(?:verl(?:ässt|assen|ieß(?:en)?)|begibt|begeben|rück(?:t|ten?|en)\b[^.]{0,60}\bab\b|abgerückt|Zuhörer|Zuschauer"
    r"|Ausstand|abwesend|nicht[ \n]anwesend)"
)
DECLARED = re.compile(r"\b(?:erklär(?:t|te|ten|en|ung)\b|(?:an|ge)?melde(?:t|te|n)|zeigt?e?n?\b[^.]{0,60}\ban\b|angezeigt|angemeldet)")
EXCLUDED_FROM = re.compile(
    r"\bvon[ \n](?:(?:der|jeder|aller|einer)[ \n])?(?:Mitwirkung|Mitberatung|Beratung|Abstimmung|Behandlung|Beschlussfassung)\b"
    r"(?:[^.]|(?<=Abs|Art|gem)\.){0,70}\bausgeschlossen\b"
)
# "war gemäß § 25 HGO an Beratung und Beschlussfassung gehindert" (Hesse): the law must be named, else it was the traffic
HINDERED = re.compile(
    r"(?:§|Art\.)[^;!?]{1,50}\ban[ \n](?:der[ \n])?(?:Beratung|Abstimmung|Beschlussfassung|Mitwirkung)\b[^.;!?]{0,40}\b(?:ge|ver)hindert\b"
)
# "(GR Muster war gem. Art. 49 GO ausgeschlossen)": the law of the matter says from what (BY, NW, BW, SN, RP, HE, NI, MV, ST, TH, SL)
EXCLUDED_BY_LAW = re.compile(
    r"\b(?:war|ist|waren|sind)[ \n](?:gem\.|gemäß|nach|aufgrund)[ \n](?:Art\.[ ]?49|§[ ]?(?:18|20|22|24|25|27|31|33|38|41))"
    r"[^.;!?\n]{0,12}?(?:(?:Abs|Nr|S)\.[ ]?\d{1,2}[ ]){0,3}[^.;!?\n]{0,12}?"
    r"\b(?:Bay|Säch?s)?(?:GO|GemO|HGO|NKomVG|KV|KVG|ThürKO|KSVG|BbgKVerf)\b[^.;!?\n]{0,10}?\bausgeschlossen\b"
)
EXCLUDED = re.compile(
    r"\b(?:[Aa]usgeschlossen|Ausschlie(?:ß|ss)ungsgr|Ausschluss|auszuschließen|schließt\b[^.]{0,80}\baus\b|ausschließt)"
    r"|\(ohne[ ]"
)
# The first that a sentence with a reason states; "ist befangen" alone counts as declared.
ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("declared", DECLARED),
    ("left", LEFT),
    ("excluded", EXCLUDED),
    ("not_voting", re.compile(rf"{NOT_VOTING.pattern} | \bnicht[ \n]teil\b", re.VERBOSE)),
)
# Without the word: "verlässt gemäß § 25 HGO den Saal", "von der Beratung ausgeschlossen", "nimmt an der Abstimmung nicht teil".
UNREASONED: tuple[tuple[Act, re.Pattern[str]], ...] = (
    ("left", re.compile(r"\bverl(?:ässt|ieß)\b[^.]{0,40}(?:gemäß|gem\.|nach|aufgrund)[ \n](?:von[ \n]|des[ \n])?(?:§|Art)")),
    # "nahmen im Hinblick auf § 22 GemO auf den für Zuhörer bestimmten Stühlen Platz": Rhineland-Palatinate
    (
        "left",
        re.compile(
            r"\b(?:nimmt|nehmen|nahm(?:en)?)\b[^.]{0,40}\bi(?:m|n[ \n]den)[ \n](?:Zuhörer|Zuschauer)\w*[ \n]Platz\b"
            r"|\b(?:hat|haben)[ \n]i(?:m|n[ \n]den)[ \n](?:Zuhörer|Zuschauer)\w*[ \n]Platz[ \n]genommen\b"
            r"|\b(?:nimmt|nehmen|nahm(?:en)?)\b(?:[^.]|(?<=Abs|gem)\.){0,60}§(?:[^.]|(?<=Abs)\.){0,60}\b(?:Zuhörer|Zuschauer)[^.]{0,40}\bPlatz\b"
            r"|\brück(?:t|te|en|ten)\b[^.]{0,30}[Tt]isch[ \n]ab\b"
        ),
    ),
    ("excluded", EXCLUDED_FROM),
    ("excluded", EXCLUDED_BY_LAW),
    ("excluded", HINDERED),
    ("not_voting", NOT_VOTING),
)

# Nobody is recused in these: a negation, a question, a condition, a duty, a notice, a court.
NO_RECUSAL = re.compile(
    r"""[Uu]nbefangen | \bnicht[ \n](?:für[ \n]|als[ \n]|etwa[ \n])?befangen
      | \b(?:[Nn]iemand|[Bb]esorgnis|[Ff]rage[ \n]der[ \n]Befangenheit)\b
      | \b[Kk]ein(?:e[rsnm]?)?\b[^.]{0,80}(?:[Bb]efangen|Mitwirkungsverbot|[Tt]eil|ausgeschl|mit) | Mitwirkungsverbot[^.]{0,40}\bkein
      | \b(?:[Vv]ersto(?:ß|ss|ßen)|[Vv]erstö(?:ß|ss)e|[Vv]erletzung)\b[^.]{0,40}\bMitwirkungsverbot
      | \b[Hh]inweis(?:e|es)?[ \n](?:auf|zu[rm]?)\b | \bhingewiesen\b | \bweist\b[^.]{0,120}\bhin\b | \bBefangenheitsantr
      | Ausschlie(?:ß|ss)ungsgr[^.]{0,60}\b(?:nicht|keine)\b | \bvon[ \n]der[^.]{0,60}:[ \n][Kk]eine\b
      | \b(?:ob|[Ww]ann|[Ww]elche[rs]?|[Ff]alls|[Ss]ofern|[Ss]oweit|[Ww]enn|[Ww]er)\b[^.]{0,160}(?:[Bb]efangen|Mitwirkungsverbot|[ \n]teil)
      # rules of procedure, and answers that count the cases of years: "(3) Befangene Mitglieder verlassen …", "2021 erklärten sich …"
      | \A(?:\(\d{1,2}[a-z]?\)[ ])?(?:[Ee]in(?:e[mnrs]?)?[ ]|[Dd](?:as|ie)[ ])?
        [Bb]efangene[ns]?[ ]\w*(?:[Mm]itglied(?:er|ern)?|räte|Personen)\b
      | \A\(\d{1,2}[a-z]?\)[ ](?:[Ee]in[ ]|[Dd](?:as|ie|er)[ ])?\w*(?:[Mm]itglied(?:er)?|räte|rat|Personen)\b
      | \bzu[ ]verlassen\b | \b(?:anzuzeigen|mitzuteilen)\b | \b[Mm]itglied(?:er)?,[ \n](?:das|die|der)\b
      | \b(?:[Ii]m[ ]Jahre?|[Ss]eit|[Zz]wischen|[Ii]n[ ]den[ ]Jahren|Antwort:(?:[ ]Im[ ]Jahre?)?)[ ](?:19|20)\d\d\b
      | \b(?:beantragt|stellte?[ \n](?:den|einen)[ \n]Antrag)\b
      | \b(?:hätten?|wären?|könnten?|müssten?|fühlt?e?n?|vielleicht|bin|bist)\b | \bBefangenheit[ \n](?:liegt|lag|ist)[ \n]nicht""",
    re.VERBOSE,
)
SPOKEN = re.compile(r"\b(?:[Ii]ch|[Ww]ir|Sie|uns|mich|Ihnen|würden?|wird|werden)\b|\) ?: ")

LIST = re.compile(
    rf"\b(?:[Bb]efangen(?:[ ](?:sind|waren|ist|war))?(?:[ ]folgende[ ]\w+)?|(?:[Ii]m[ ])?Ausstand)[ ]?:[ \n]{{1,2}}"
    rf"(?P<names>(?:Dr\.|(?:und|sowie|plus|Frau|Herrn?|Kolleg(?:e|in))\b|{NAME}|[ ,\n]){{1,80}})",
    re.VERBOSE,
)
WHOSE = re.compile(r"Befangenheit[ \n](?:des|der|von)[ \n](?P<office>(?:Ober)?[Bb]ürgermeister(?:s|in)|Vorsitzenden)?")
# A member without title or office, at the beginning of a sentence: "Anna Muster ist von Beratung und Abstimmung ausgeschlossen."
FULL_NAME = re.compile(
    r"(?P<person>(?!(?:\w+[ ])?\w*(?:[Mm]itglied|[Vv]ertret|Öffentlichkeit|Presse|Verwaltung)|(?:D(?:er|ie|as)|Eine?)\b)"
    rf"[A-ZÄÖÜ][a-zäöüß]{{2,15}}[ ](?:von[ ])?{NAME})"
    r"[ \n](?:\([^()\n]{1,30}\)[ \n])?(?:ist|war)\b"
)
BEFORE_VERB = re.compile(
    rf"(?P<person>(?!(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|Entscheidung|\w+(?:vertreter|verordnete|mitglieder))\b){NAME}(?:[ ]{NAME})?)[ \n]"
    r"(?:\([^()\n]{1,30}\)[ \n])?(?:erkl|melde|zeig|hat\b|ist\b|war\b|n(?:imm|ah)|verl|tr[ia]tt?\b|beg[ia]b|befindet|rückt|stimmt|wirkt)"
)
OFFICE = re.compile(
    r"\b[Dd](?:er|ie)[ \n](?P<person>(?:Ober|Vize)?[Bb]ürgermeister(?:in)?|(?:Ausschuss)?[Vv]orsitzende|Präsident(?:in)?)\b"
    r"(?=[ \n](?:erklärt|ist|nimmt|verlässt|hat|meldet|übergibt|wegen))"
)
MEMBERS = re.compile(
    r"\b(?P<number>[Ee]ine?|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|\d{1,2})[ \n](?:\w+e[ \n])?"
    r"(?:\w*[Mm]itglied(?:er)?|\w+r(?:at|äte|ätin(?:nen)?)|\w+vertreter(?:innen)?|\w+verordneter?|Personen?)\b"
)
PRONOUN = re.compile(r"(?:Er|Sie|Dieser|Diese)[ \n]")
WORDS = {"ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5}
# "…, die Sitzungsleitung übernimmt Frau Zwei", "… und übergibt den Vorsitz an Frau Zwei": who leads in their place is not recused.
HANDED_OVER = re.compile(
    r"\b(?:und|,[ \n]die[ \n](?:\w+[ \n]){0,2}\w*(?:[Ll]eitung|[Vv]orsitz))[ \n](?:übergibt|übergab|überträgt|übernimmt|übernahm)\b"
)
# "Bürgermeister Eins und die Ratsmitglieder Zwei und Drei sind …": two lists of persons of which one thing is said
AND_ALSO = re.compile(r",?[ \n](?:und|sowie)[ \n](?:auch[ \n])?(?:d(?:ie|er|as)[ \n])?")
# A line of counts before the sentence, which ends without a stop: "Abstimmungsergebnis: 12 : 2".
LINE_OF_COUNTS = re.compile(r"[^\n]{0,80}(?:[A-Za-zäöü.][ ]?:[ ]?\d{1,3}|\d[ ]?[:/][ ]?\d{1,3}|[Ee]instimmig\w*)[)]?[ ]?\n(?=[A-ZÄÖÜ(])")

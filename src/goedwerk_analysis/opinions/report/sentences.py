"""Every sentence of the report, in plain Dutch and plain English."""

from __future__ import annotations

from math import ceil, floor
from string import Template

DUTCH = {
    "kind": "Meningenkaart",
    "counts": "$people mensen, $statements stellingen, $votes stemmen",
    "groups": "Er zijn $k groepen die verschillend stemden. Over $common stellingen zijn alle kanten het eens.",
    "division": "Mensen verschillen geleidelijk van mening. Er zijn geen groepen. "
    "Over $common stellingen zijn alle kanten het eens.",
    "little": "Dit zijn te weinig stemmen om lijnen of groepen te zien. "
    "Wel is een meerderheid het eens over $common stellingen.",
    "few people": "Minder dan 50 mensen stemden vaak genoeg. Dan laten we zien waarover mensen het eens zijn "
    "en waarover niet, zonder lijnen of groepen.",
    "no line beyond chance": "De stemmen hangen niet sterker met elkaar samen dan door toeval kan.",
    "few votes per person": "Minder dan 50 mensen stemden zo vaak dat hun plaats vaststaat.",
    "no gap between groups": "Tussen mensen zit nergens een gat: wie je in tweeën knipt, knipt door "
    "een doorlopende lijn.",
    "the number of groups does not stay the same": "Het leek op $proposed groepen, maar met een paar mensen minder "
    "komt er iets anders uit. Dan noemen we het geen groepen.",
    "a gap that stays": "Tussen de groepen zit een gat, ook bij mensen die niet meededen aan het indelen. "
    "In $same van de $repeats herhalingen met andere mensen kwam hetzelfde aantal uit. "
    "$between mensen staan tussen de groepen in.",
    "missed": "Met minder dan 500 mensen kunnen kleine groepen ongezien blijven.",
    "sure": "Zeker",
    "probable": "Waarschijnlijk",
    "may be chance": "Kan toeval zijn",
    "map": "Waar mensen staan",
    "map-desc": "Hoe donkerder, hoe meer mensen daar staan. Iedereen is uitgesmeerd "
    "over wat we niet van hun plaats weten; "
    "geen enkele stip is een mens. Links en rechts zijn de twee kanten van lijn 1$second.",
    "second": ", onder en boven die van lijn 2",
    "line": "Lijn $number",
    "group": "Groep $number",
    "lines": "De lijnen waarlangs mensen verschillen",
    "lines-note": "Aan beide kanten staan de stellingen waarmee mensen daar vaker instemmen dan aan de andere kant.",
    "line-note": "Deze lijn draagt $share % van het verschil. Zonder een vijfde van de "
    "mensen draait hij $angle graden.",
    "left": "Aan de ene kant",
    "right": "Aan de andere kant",
    "nothing": "Geen stelling springt er duidelijk uit.",
    "common": "Hierover zijn mensen het eens",
    "common-note": "Een meerderheid is het eens (of oneens), aan beide kanten van elke lijn. "
    "Van deze lijst is naar verwachting hooguit één op de twintig ten onrechte genoemd.",
    "common-none": "Over geen enkele stelling weten we zeker dat alle kanten het eens zijn.",
    "divides": "Dit verdeelt het meest",
    "divides-none": "Van geen enkele stelling weten we zeker dat die verdeelt.",
    "agree": "eens",
    "disagree": "oneens",
    "passed": "geen mening",
    "statement": "Stelling",
    "voted": "stemmen",
    "all": "iedereen",
    "lowest": "laagste kant",
    "low": "ene kant",
    "high": "andere kant",
    "interval": "$low tot $high %",
    "table-common": "Stellingen waarover mensen het eens zijn, met marge van 95 %",
    "table-divides": "Stellingen die verdelen, met marge van 95 %",
    "representative": "Wat elke groep kenmerkt",
    "representative-note": "Stellingen waarin een groep het duidelijkst afwijkt van de anderen.",
    "sections": "Delen van lijn $line, om aan tafel te praten",
    "sections-note": "Dit is geknipt op volgorde, in even grote delen. Het zijn geen groepen: "
    "wie net links of rechts van de knip staat, denkt bijna hetzelfde.",
    "section": "Deel $number",
    "size": "mensen",
    "more-agree": "stemt vaker in met",
    "reading": "Hoe je dit leest",
    "reading-text": "De balk is vol tot de onderkant van de marge en licht tot de "
    "bovenkant; het streepje is de schatting. "
    "Wie geen mening gaf, telt mee in het aantal en stemt niet in. "
    "Overlappen marges, dan noemen we het geen verschil. "
    "Geen duidelijk verschil is niet hetzelfde als gelijk.",
    "method": "Recept $recipe, versie $version$seed.",
    "seed": ", startgetal $seed",
    "polis-head": "Polis verdeelt deze $people mensen in $k groepen.",
    "polis-note": "Polis tekent altijd groepen, ook als mensen geleidelijk verschillen. "
    "Of deze groepen bestaan, is met dit recept niet getoetst; het recept goedwerk doet dat wel.",
    "polis-consensus": "Wat Polis overeenstemming noemt",
    "polis-map": "De $k groepen van Polis op de kaart: hoe donkerder, hoe meer mensen.",
    "no-text": "(stelling $number)",
}

ENGLISH = {
    "kind": "Opinion map",
    "counts": "$people people, $statements statements, $votes votes",
    "groups": "There are $k groups that voted differently. All sides agree on $common statements.",
    "division": "People differ by degrees. There are no groups. All sides agree on $common statements.",
    "little": "These are too few votes to see lines or groups. A majority does agree on $common statements.",
    "few people": "Fewer than 50 people voted often enough. So we show what people agree on and what they do not, "
    "without lines or groups.",
    "no line beyond chance": "The votes hang together no more than they can by chance.",
    "few votes per person": "Fewer than 50 people voted so often that their place is known.",
    "no gap between groups": "There is no gap between people anywhere: cutting them in two cuts "
    "through a continuous line.",
    "the number of groups does not stay the same": "It looked like $proposed groups, but with a few people fewer the "
    "answer "
    "changes. So we do not call them groups.",
    "a gap that stays": "There is a gap between the groups, also among people who did not help to form them. "
    "In $same of $repeats repeats with other people the number was the same. $between people stand in between.",
    "missed": "With fewer than 500 people small groups may stay unseen.",
    "sure": "Sure",
    "probable": "Probable",
    "may be chance": "May be chance",
    "map": "Where people stand",
    "map-desc": "The darker, the more people stand there. Everybody is spread out over "
    "what we do not know of their place; "
    "no dot is a person. Left and right are the two sides of line 1$second.",
    "second": ", bottom and top those of line 2",
    "line": "Line $number",
    "group": "Group $number",
    "lines": "The lines along which people differ",
    "lines-note": "On both sides are the statements with which people there agree more often than on the other side.",
    "line-note": "This line carries $share % of the difference. Without a fifth of the "
    "people it turns by $angle degrees.",
    "left": "On the one side",
    "right": "On the other side",
    "nothing": "No statement clearly stands out.",
    "common": "What people agree on",
    "common-note": "A majority agrees (or disagrees), on both sides of every line. "
    "At most one in twenty on this list is expected to be named wrongly.",
    "common-none": "There is no statement on which we are sure that all sides agree.",
    "divides": "What divides most",
    "divides-none": "There is no statement of which we are sure that it divides.",
    "agree": "agree",
    "disagree": "disagree",
    "passed": "no opinion",
    "statement": "Statement",
    "voted": "votes",
    "all": "everybody",
    "lowest": "lowest side",
    "low": "one side",
    "high": "other side",
    "interval": "$low to $high %",
    "table-common": "Statements on which people agree, with 95 % margins",
    "table-divides": "Statements that divide, with 95 % margins",
    "representative": "What sets each group apart",
    "representative-note": "Statements in which a group differs most clearly from the others.",
    "sections": "Parts of line $line, to talk at the table",
    "sections-note": "This is cut by order, in parts of equal size. These are not groups: "
    "people just left and right of the cut think nearly the same.",
    "section": "Part $number",
    "size": "people",
    "more-agree": "agrees more often with",
    "reading": "How to read this",
    "reading-text": "The bar is full up to the lower end of the margin and light up to the "
    "upper end; the tick is the estimate. "
    "Whoever had no opinion counts in the number and does not agree. If "
    "margins overlap, we do not call it a difference. "
    "No clear difference is not the same as equal.",
    "method": "Recipe $recipe, version $version$seed.",
    "seed": ", seed $seed",
    "polis-head": "Polis divides these $people people into $k groups.",
    "polis-note": "Polis always draws groups, also when people differ by degrees. "
    "This recipe does not test whether these groups exist; the recipe goedwerk does.",
    "polis-consensus": "What Polis calls consensus",
    "polis-map": "The $k groups of Polis on the map: the darker, the more people.",
    "no-text": "(statement $number)",
}

SENTENCES = {"nl": DUTCH, "en": ENGLISH}


class Words:
    """The sentences in one language, and numbers written as that language writes them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.sentences = SENTENCES[language]

    def __call__(self, key: str, **values: object) -> str:
        return Template(self.sentences[key]).substitute(values)

    def number(self, value: float, digits: int = 0) -> str:
        text = f"{value:,.{digits}f}"
        if self.language == "nl":
            text = text.translate(str.maketrans(",.", ".,"))
        return text.replace("-", "−")

    def percent(self, share: float) -> str:
        return f"{self.number(100 * share)} %"

    def margin(self, low: float, high: float) -> str:
        """Rounded outward: a margin never looks narrower than it is."""
        return self("interval", low=self.number(floor(100 * low)), high=self.number(ceil(100 * high)))

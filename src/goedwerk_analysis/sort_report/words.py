"""The words of the page in Dutch (B1) and English."""

from __future__ import annotations

from goedwerk_analysis.comparison.sentences import Language

WORDS = {
    "title": {"nl": "Wat we delen en waar we verschillen", "en": "What we share and where we differ"},
    "title_compare": {"nl": "Twee keer leggen vergeleken", "en": "Laying twice compared"},
    "title_reason": {"nl": "Hangen overwegingen en voorkeuren samen?", "en": "Do reasons and preferences go together?"},
    "people": {"nl": "{count} mensen", "en": "{count} people"},
    "sorts_and_cards": {"nl": "{sorts} rangordes, {cards} kaarten", "en": "{sorts} sorts, {cards} cards"},
    "core_heading": {"nl": "Wat hebben we gemeen?", "en": "What do we have in common?"},
    "bar_heading": {"nl": "Waar zit het verschil?", "en": "Where does the difference lie?"},
    "viewpoints_heading": {"nl": "Op hoeveel manieren wegen mensen?", "en": "In how many ways do people weigh?"},
    "drift_heading": {"nl": "Wat is er verschoven?", "en": "What has moved?"},
    "about_heading": {"nl": "Over dit verslag", "en": "About this report"},
    "lighter": {"nl": "lichter dan andere kaarten", "en": "lighter than other cards"},
    "heavier": {"nl": "zwaarder dan andere kaarten", "en": "heavier than other cards"},
    "lightest": {"nl": "lichtst", "en": "lightest"},
    "heaviest": {"nl": "zwaarst", "en": "heaviest"},
    "shared": {"nl": "Wat we delen", "en": "What we share"},
    "shared_probably": {"nl": "Wat we waarschijnlijk delen", "en": "What we probably share"},
    "different": {"nl": "Waar groepen verschillen", "en": "Where groups differ"},
    "other_cards": {"nl": "De andere kaarten", "en": "The other cards"},
    "card": {"nl": "Kaart", "en": "Card"},
    "everybody": {"nl": "iedereen", "en": "everybody"},
    "verdict": {"nl": "Kern?", "en": "Core?"},
    "core": {"nl": "ja", "en": "yes"},
    "probably_core": {"nl": "waarschijnlijk", "en": "probably"},
    "not_known": {"nl": "weten we niet", "en": "not known"},
    "probably_not_core": {"nl": "waarschijnlijk niet", "en": "probably not"},
    "not_core": {"nl": "nee", "en": "no"},
    "core_table": {
        "nl": "Gemiddelde plaats van elke kaart (95 %-interval)",
        "en": "Mean place of each card (95 % interval)",
    },
    "core_table_team": {"nl": "Gemiddelde plaats van elke kaart", "en": "Mean place of each card"},
    "core_help": {
        "nl": "De streep bij elk teken is het 95 %-interval. Een kaart is lichter of zwaarder dan de andere kaarten; "
        "onderaan betekent niet onbelangrijk.",
        "en": "The line at each mark is the 95 % interval. A card is lighter or heavier than the other cards; "
        "at the bottom does not mean unimportant.",
    },
    "core_help_team": {
        "nl": "Iedereen van dit team deed mee. Daarom staan er geen intervallen bij.",
        "en": "Everybody of this team took part. That is why there are no intervals.",
    },
    "picture": {"nl": "Beeld: {label}", "en": "Picture: {label}"},
    "part": {"nl": "Waar zit het?", "en": "Where does it lie?"},
    "share": {"nl": "Deel", "en": "Share"},
    "interval": {"nl": "95 %-interval", "en": "95 % interval"},
    "remark": {"nl": "In gewone woorden", "en": "In plain words"},
    "common": {"nl": "gemeen", "en": "common"},
    "overlap": {"nl": "samen", "en": "together"},
    "person": {"nl": "persoon en moment", "en": "person and moment"},
    "bar_table": {"nl": "Verdeling van alles wat in de rangordes zit", "en": "Division of everything in the sorts"},
    "bar_picture": {"nl": "Alles wat in de rangordes zit = 100 %", "en": "Everything in the sorts = 100 %"},
    "bar_help": {
        "nl": "De balk telt op tot 100 %. Onder de balk staat elk deel nog eens, met zijn 95 %-interval. "
        "Het zijn verschillen, geen oorzaken.",
        "en": "The bar adds up to 100 %. Below it each part stands again, with its 95 % interval. "
        "These are differences, not causes.",
    },
    "no_bar": {
        "nl": "Waar het verschil zit, kunnen we niet zeggen: er zijn te veel groepen voor dit aantal mensen.",
        "en": "Where the difference lies cannot be said: there are too many groups for this number of people.",
    },
    "no_core_said": {
        "nl": "Wat de kern is, kunnen we niet zeggen: daarvoor zijn minstens {minimum} rangordes nodig.",
        "en": "What the core is cannot be said: that takes at least {minimum} sorts.",
    },
    "remark_common": {"nl": "voor iedereen gelijk", "en": "the same for everybody"},
    "remark_overlap": {"nl": "hoort bij meer dan één deel", "en": "belongs to more than one part"},
    "remark_person": {
        "nl": "twee mensen uit dezelfde groep, en ook het moment",
        "en": "two people of the same group, and the moment too",
    },
    "remark_many": {"nl": "{count} groepen", "en": "{count} groups"},
    "to": {"nl": "{low} tot {high} %", "en": "{low} to {high} %"},
    "from_to": {"nl": "{low} tot {high}", "en": "{low} to {high}"},
    "no_viewpoints": {
        "nl": "We vonden geen duidelijke zienswijzen. Mensen wegen verschillend, maar niet in herkenbare groepen.",
        "en": "We found no clear viewpoints. People weigh differently, but not in groups that can be recognised.",
    },
    "one_viewpoint": {
        "nl": "We vonden één zienswijze die terugkomt.",
        "en": "We found one viewpoint that comes back.",
    },
    "many_viewpoints": {
        "nl": "We vonden {count} manieren om dezelfde kaarten te wegen.",
        "en": "We found {count} ways to weigh the same cards.",
    },
    "steady": {
        "nl": "In {share} van de 100 herhalingen komt de minst vaste zienswijze terug.",
        "en": "In {share} of 100 repetitions the least steady viewpoint comes back.",
    },
    "argued_number": {
        "nl": "Dit aantal kiezen we niet vooraf. Patronen die sterker zijn dan toeval: {beyond}. Daarvan komen er "
        "{count} terug als andere mensen meedoen.",
        "en": "This number was not chosen beforehand. Patterns stronger than chance: {beyond}. Of these {count} come "
        "back when other people take part.",
    },
    "not_beyond_chance": {
        "nl": "Geen patroon is sterker dan wat je ziet als iedereen de kaarten willekeurig legt.",
        "en": "No pattern is stronger than what random laying of the cards gives.",
    },
    "none_comes_back": {
        "nl": "Patronen die sterker zijn dan toeval: {beyond}. Geen daarvan komt vaak genoeg terug als andere mensen "
        "meedoen.",
        "en": "Patterns stronger than chance: {beyond}. None of them comes back often enough when other people take "
        "part.",
    },
    "not_tried": {
        "nl": "Over het aantal zienswijzen is niets te zeggen.",
        "en": "Nothing can be said about the number of viewpoints.",
    },
    "no_repetitions": {
        "nl": "er zijn geen herhalingen gedaan, dus we weten niet of de zienswijzen terugkomen.",
        "en": "nothing was repeated, so we do not know whether the viewpoints come back.",
    },
    "outside": {
        "nl": "Rangordes die bij geen zienswijze passen: {count} van de {total}.",
        "en": "Sorts that belong to no viewpoint: {count} of {total}.",
    },
    "asked_number": {
        "nl": "Het aantal zienswijzen is gekozen, niet uit de gegevens afgeleid.",
        "en": "The number of viewpoints was chosen, not argued from the data.",
    },
    "viewpoint": {"nl": "Zienswijze {label}", "en": "Viewpoint {label}"},
    "defined_by": {
        "nl": "bepaald door {count} van de {total} rangordes",
        "en": "defined by {count} of {total} sorts",
    },
    "no_portrait": {
        "nl": "Zienswijze {label} tekenen we niet: hij komt te weinig terug als andere mensen meedoen "
        "({share} van de 100 herhalingen; nodig is {required}).",
        "en": "Viewpoint {label} is not drawn: it comes back too seldom when other people take part "
        "({share} of 100 repetitions; {required} are needed).",
    },
    "one_sort_portrait": {
        "nl": "Zienswijze {label} tekenen we niet: maar één rangorde hoort er duidelijk bij. Dat zou de rangorde "
        "van die persoon zijn.",
        "en": "Viewpoint {label} is not drawn: only one sort clearly belongs to it. It would be the sort of that "
        "person.",
    },
    "no_sorts_portrait": {
        "nl": "Zienswijze {label} tekenen we niet: geen enkele rangorde hoort er duidelijk bij.",
        "en": "Viewpoint {label} is not drawn: no sort clearly belongs to it.",
    },
    "grid_help": {
        "nl": "Donkere kaarten liggen duidelijk anders dan in elke andere zienswijze; hun plaats daar staat erbij. "
        "Een zienswijze hoort bij een groep, nooit bij een persoon.",
        "en": "Dark cards lie clearly elsewhere than in every other viewpoint; their place there is added. "
        "A viewpoint belongs to a group, never to a person.",
    },
    "array_table": {"nl": "Plaats van elke kaart per zienswijze", "en": "Place of each card per viewpoint"},
    "difference": {"nl": "Verschil", "en": "Difference"},
    "clear": {"nl": "duidelijk", "en": "clear"},
    "consensus": {"nl": "gedeeld", "en": "shared"},
    "not_clear": {"nl": "niet duidelijk", "en": "not clear"},
    "first": {"nl": "eerst", "en": "first"},
    "second": {"nl": "daarna", "en": "then"},
    "heavier_now": {"nl": "zwaarder", "en": "heavier"},
    "lighter_now": {"nl": "lichter", "en": "lighter"},
    "no_clear_change": {"nl": "geen duidelijk verschil", "en": "no clear difference"},
    "drift_table": {
        "nl": "Gemiddelde plaats, met het verschil (95 %-interval)",
        "en": "Mean place, with the difference (95 % interval)",
    },
    "drift_help": {
        "nl": "Hoe hoger, hoe zwaarder de kaart woog. Dikke lijnen veranderden duidelijk (vol: zwaarder, gestreept: "
        "lichter). Dunne grijze lijnen veranderden niet duidelijk.",
        "en": "The higher, the heavier the card weighed. Thick lines changed clearly (solid: heavier, dashed: "
        "lighter). Thin grey lines did not change clearly.",
    },
    "linked": {
        "nl": "De rangordes zijn van dezelfde mensen.",
        "en": "The sorts are of the same people.",
    },
    "unlinked": {
        "nl": "Er deden deels andere mensen mee. We vergelijken groepen en volgen geen personen.",
        "en": "Partly other people took part. We compare groups and follow nobody.",
    },
    "sure": {"nl": "Zeker", "en": "Sure"},
    "likely": {"nl": "Waarschijnlijk", "en": "Likely"},
    "chance": {"nl": "Kan toeval zijn", "en": "Could be chance"},
    "described": {"nl": "Beschrijving", "en": "Description"},
    "sure_core": {
        "nl": "voor elke kaart die we bij de kern noemen is de kans minstens 95 op 100.",
        "en": "for every card we call core the chance is at least 95 in 100.",
    },
    "likely_core": {
        "nl": "voor elke kaart die we bij de kern noemen is de kans minstens 90 op 100.",
        "en": "for every card we call core the chance is at least 90 in 100.",
    },
    "chance_core": {
        "nl": "er deden te weinig mensen mee om iets zeker te weten.",
        "en": "too few people took part to be sure of anything.",
    },
    "nothing_core": {
        "nl": "we noemen een kaart pas kern als de kans minstens 90 op 100 is. Met meer mensen wordt dat duidelijker.",
        "en": "we call a card core only when the chance is at least 90 in 100. More people may make that clearer.",
    },
    "described_core": {
        "nl": "dit is wat dit team legde, niet meer en niet minder.",
        "en": "this is what this team laid, no more and no less.",
    },
    "sure_bar": {
        "nl": "dat mensen binnen een groep meer van elkaar verschillen dan groepen.",
        "en": "that people within a group differ more than groups do.",
    },
    "likely_bar": {
        "nl": "sommige intervallen overlappen; welk deel het grootst is, staat niet vast.",
        "en": "some intervals overlap; which part is largest is not settled.",
    },
    "reason_help": {
        "nl": "De index zegt of mensen die hetzelfde laten wegen ook hetzelfde willen. Hij zegt niet of iemand beter "
        "nadenkt. De streep is het 95 %-interval.",
        "en": "The index says whether people who weigh alike also want the same. It does not say that anybody reasons "
        "better. The line is the 95 % interval.",
    },
    "reason_table": {"nl": "Samenhang van overwegingen en voorkeuren", "en": "Reasons and preferences together"},
    "group": {"nl": "Groep", "en": "Group"},
    "index": {"nl": "Index", "en": "Index"},
    "chance_p": {"nl": "p (schudden)", "en": "p (shuffling)"},
    "reason_changes": {
        "nl": "Verandering bij dezelfde mensen, van eerste naar tweede moment",
        "en": "Change of the same people, from the first moment to the second",
    },
    "change": {"nl": "Verandering", "en": "Change"},
    "groups_and_moments": {"nl": "{count} keer gemeten", "en": "measured {count} times"},
    "answers_missing": {"nl": "antwoorden ontbreken", "en": "answers are missing"},
    "too_few": {"nl": "te weinig mensen", "en": "too few people"},
    "seed": {"nl": "Startgetal {seed}; {steps} herhalingen.", "en": "Seed {seed}; {steps} repetitions."},
    "made_with": {"nl": "Gemaakt met Goedwerk, methode {method}.", "en": "Made with Goedwerk, method {method}."},
    "notes_elsewhere": {
        "nl": "Technische opmerkingen staan in finding.json.",
        "en": "Technical remarks stand in finding.json.",
    },
    "no_persons": {
        "nl": "Dit verslag gaat over groepen. Het zegt niets over personen.",
        "en": "This report is about groups. It says nothing about persons.",
    },
    "share_missing": {
        "nl": "Er is niets bekend over groepen, dus dit beeld gaat over mensen onderling.",
        "en": "Nothing is known about groups, so this picture is about people only.",
    },
}


def word(key: str, language: Language, **values: object) -> str:
    """One piece of text, filled in."""
    return WORDS[key][language].format(**values)

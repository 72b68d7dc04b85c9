"""The words of findings. Dutch is B1: short main clauses, present tense, nobody is ranked."""

ATTRIBUTES = {
    "role": {"nl": ("rol", "rollen"), "en": ("role", "roles")},
    "rol": {"nl": ("rol", "rollen"), "en": ("role", "roles")},
    "work": {"nl": ("soort werk", "soorten werk"), "en": ("kind of work", "kinds of work")},
    "werk": {"nl": ("soort werk", "soorten werk"), "en": ("kind of work", "kinds of work")},
    "organisation": {"nl": ("organisatie", "organisaties"), "en": ("organisation", "organisations")},
    "organisatie": {"nl": ("organisatie", "organisaties"), "en": ("organisation", "organisations")},
    "org": {"nl": ("organisatie", "organisaties"), "en": ("organisation", "organisations")},
    "type": {
        "nl": ("type organisatie", "typen organisaties"),
        "en": ("type of organisation", "types of organisation"),
    },
    "orgtype": {
        "nl": ("type organisatie", "typen organisaties"),
        "en": ("type of organisation", "types of organisation"),
    },
}

TEMPLATES = {
    "and": {"nl": "en", "en": "and"},
    "range": {"nl": "tussen {low} en {high}", "en": "between {low} and {high}"},
    "common": {
        "nl": "Van alles wat in de rangordes zit, is ongeveer {share} % voor iedereen gelijk"
        " (tussen {low} en {high} %).",
        "en": "Of everything in the sorts, about {share} % is the same for everybody (between {low} and {high} %).",
    },
    "common_described": {
        "nl": "Van alles wat in de rangordes van dit team zit, is {share} % voor iedereen gelijk.",
        "en": "Of everything in the sorts of this team, {share} % is the same for everybody.",
    },
    "common_not_known": {
        "nl": "Jullie zijn met {people} mensen. Dat zijn er te weinig om te zeggen hoeveel jullie delen.",
        "en": "You are {people} people. That is too few to say how much you share.",
    },
    "share": {
        "nl": "Ongeveer {share} % hangt samen met {name} (tussen {low} en {high} %).",
        "en": "About {share} % goes with {name} (between {low} and {high} %).",
    },
    "share_described": {
        "nl": "In dit team hangt ongeveer {share} % samen met {name}.",
        "en": "In this team about {share} % goes with {name}.",
    },
    "share_none": {
        "nl": "We zien geen duidelijk verschil tussen {plural}. Het verschil is hoogstens {high} %.",
        "en": "We see no clear difference between {plural}. The difference is at most {high} %.",
    },
    "share_not_known": {
        "nl": "Of {plural} verschillen, weten we niet. Daarvoor deden te weinig mensen mee.",
        "en": "Whether {plural} differ, we do not know. Too few people took part.",
    },
    "share_not_said": {
        "nl": "Over het verschil tussen {plural} zeggen we niets: {reason}.",
        "en": "About differences between {plural} we say nothing: {reason}.",
    },
    "overlap": {
        "nl": "{share} % hoort bij {names} samen. We kunnen die niet los van elkaar zien.",
        "en": "{share} % belongs to {names} together. We cannot tell those apart.",
    },
    "person": {
        "nl": "De rest, {share} %, verschilt van mens tot mens.",
        "en": "The rest, {share} %, differs from person to person.",
    },
    "person_and_moment": {
        "nl": "De rest, {share} %, verschilt van mens tot mens, of van dag tot dag.",
        "en": "The rest, {share} %, differs from person to person, or from day to day.",
    },
    "core": {
        "nl": "{card} hoort bij de gezamenlijke kern: in elke groep zet een meerderheid deze kaart hoog.",
        "en": "{card} belongs to the common core: in every group a majority places this card high.",
    },
    "core_one_group": {
        "nl": "{card} hoort bij de gezamenlijke kern: een meerderheid zet deze kaart hoog.",
        "en": "{card} belongs to the common core: a majority places this card high.",
    },
    "core_many": {
        "nl": "Bij de gezamenlijke kern horen {cards}: in elke groep zet een meerderheid deze kaarten hoog.",
        "en": "To the common core belong {cards}: in every group a majority places these cards high.",
    },
    "core_many_one_group": {
        "nl": "Bij de gezamenlijke kern horen {cards}: een meerderheid zet deze kaarten hoog.",
        "en": "To the common core belong {cards}: a majority places these cards high.",
    },
    "probably_core_many": {
        "nl": "Waarschijnlijk horen ook bij de kern: {cards}.",
        "en": "Probably these belong to the core too: {cards}.",
    },
    "equally_strong_many": {
        "nl": "Alle groepen vinden dit ongeveer even belangrijk: {cards}.",
        "en": "All groups find these about equally important: {cards}.",
    },
    "probably_core": {
        "nl": "{card} hoort waarschijnlijk bij de kern.",
        "en": "{card} probably belongs to the core.",
    },
    "not_known": {
        "nl": "Of {card} bij de kern hoort, weten we niet.",
        "en": "Whether {card} belongs to the core, we do not know.",
    },
    "probably_not_core": {
        "nl": "{card} hoort waarschijnlijk niet bij de kern.",
        "en": "{card} probably does not belong to the core.",
    },
    "not_core": {
        "nl": "{card} hoort niet bij de kern van alle groepen. Hier zet geen meerderheid de kaart hoog: {groups}.",
        "en": "{card} is not a core of all groups. Here no majority places the card high: {groups}.",
    },
    "not_core_unnamed": {
        "nl": "{card} hoort niet bij de kern van alle groepen.",
        "en": "{card} is not a core of all groups.",
    },
    "not_core_one_group": {
        "nl": "{card} hoort niet bij de kern: geen meerderheid zet deze kaart hoog.",
        "en": "{card} does not belong to the core: no majority places this card high.",
    },
    "equally_strong": {
        "nl": "Alle groepen vinden dit ongeveer even belangrijk.",
        "en": "All groups find this about equally important.",
    },
    "no_core": {
        "nl": "We vonden geen kaarten waarvan we zeker weten dat ze bij de kern horen.",
        "en": "We found no cards of which we are sure that they belong to the core.",
    },
    "left_out": {
        "nl": "Te klein om mee te vergelijken: {groups}.",
        "en": "Too small to compare with: {groups}.",
    },
    "one_group": {
        "nl": "Groepen zijn niet vergeleken: {reason}. Dit gaat over iedereen samen.",
        "en": "Groups were not compared: {reason}. This is about everybody together.",
    },
    "distinctive_higher": {
        "nl": "{group}: {card} ligt gemiddeld {size} kolom hoger dan bij de andere groepen ({range}).",
        "en": "{group}: {card} lies on average {size} column higher than in the other groups ({range}).",
    },
    "distinctive_lower": {
        "nl": "{group}: {card} ligt gemiddeld {size} kolom lager dan bij de andere groepen ({range}).",
        "en": "{group}: {card} lies on average {size} column lower than in the other groups ({range}).",
    },
    "distinctive_none": {
        "nl": "We vonden geen kaarten die een groep duidelijk anders maken. Dat bewijst niet dat er geen verschil is.",
        "en": "We found no cards that make a group clearly different. That does not prove there is no difference.",
    },
    "distinctive_not_claimed": {
        "nl": "We laten de verschillen zien, maar we zeggen niet dat ze echt zijn: {reason}.",
        "en": "We show the differences, but do not say that they are real: {reason}.",
    },
    "fit_gap_higher": {
        "nl": "Mensen zouden {card} hoger willen zetten dan nu lukt: {size} kolom ({range}).",
        "en": "People would want to place {card} higher than now works: {size} column ({range}).",
    },
    "fit_gap_lower": {
        "nl": "Mensen zouden {card} lager willen zetten dan nu: {size} kolom ({range}).",
        "en": "People would want to place {card} lower than now: {size} column ({range}).",
    },
    "fit_gap_none": {
        "nl": "We zien geen kaarten die mensen samen duidelijk anders zouden willen zetten.",
        "en": "We see no cards that people together would clearly want elsewhere.",
    },
    "fit_gap_talk": {
        "nl": "Jullie zijn met {people} mensen. Dit is stof voor gesprek, geen uitkomst.",
        "en": "You are {people} people. This is something to talk about, not an outcome.",
    },
    "own_gap_none": {
        "nl": "Je twee rangordes verschillen niet meer dan bij twee keer leggen te verwachten is.",
        "en": "Your two sorts differ no more than can be expected of laying twice.",
    },
    "own_gap": {
        "nl": "Je twee rangordes verschillen meer dan bij twee keer leggen te verwachten is.",
        "en": "Your two sorts differ more than can be expected of laying twice.",
    },
    "drift_higher": {
        "nl": "{card} staat {size} kolom hoger dan de vorige keer ({range}).",
        "en": "{card} lies {size} column higher than last time ({range}).",
    },
    "drift_lower": {
        "nl": "{card} staat {size} kolom lager dan de vorige keer ({range}).",
        "en": "{card} lies {size} column lower than last time ({range}).",
    },
    "drift_none": {
        "nl": "We zien bij geen kaart een duidelijke verandering.",
        "en": "We see no clear change for any card.",
    },
    "drift_composition": {
        "nl": "We hielden er rekening mee dat er andere mensen meededen.",
        "en": "We took into account that other people took part.",
    },
    "drift_left_out": {
        "nl": "{share} % van de eerste ronde is niet vergeleken: die groepen deden niet aan allebei mee.",
        "en": "{share} % of the first round was not compared: those groups did not take part in both.",
    },
    "drift_not_said": {
        "nl": "We weten niet of er iets is veranderd: {reason}.",
        "en": "We do not know whether anything has changed: {reason}.",
    },
    "workshop": {
        "nl": "Jullie zijn met {people} mensen. Dit is een beeld van dit gesprek, niet van de hele organisatie.",
        "en": "You are {people} people. This is a picture of this conversation, not of the whole organisation.",
    },
    "agrees_less": {
        "nl": "{group}: deze groep is het onderling minder eens dan de andere groepen.",
        "en": "{group}: this group agrees less among itself than the other groups.",
    },
    "few_people": {"nl": "er deden te weinig mensen mee", "en": "too few people took part"},
    "small_level": {
        "nl": "een van de groepen is kleiner dan vijf mensen",
        "en": "one of the groups has fewer than five people",
    },
    "small_groups": {"nl": "de groepen zijn te klein", "en": "the groups are too small"},
    "one_level": {"nl": "iedereen hoort bij dezelfde groep", "en": "everybody is in the same group"},
    "no_attribute": {"nl": "er is niets bekend over groepen", "en": "nothing is known about groups"},
    "few_organisations": {
        "nl": "er deden minder dan acht organisaties mee",
        "en": "fewer than eight organisations took part",
    },
    "few_organisations_per_type": {
        "nl": "er deden te weinig organisaties van elk type mee",
        "en": "too few organisations of each type took part",
    },
    "type_without_organisations": {
        "nl": "we weten niet wie bij dezelfde organisatie hoort",
        "en": "we do not know who belongs to the same organisation",
    },
    "cannot_be_told_apart": {
        "nl": "deze groepen vallen samen met andere groepen",
        "en": "these groups coincide with other groups",
    },
}

"""Agreements of simulated colleagues in a rehearsal."""

EXAMPLES = (
    {
        "what": {
            "nl": "We leggen uitzonderingen vast met de reden erbij.",
            "en": "We record exceptions with their reason.",
        },
        "owner": {"nl": "Kwaliteitsmedewerker", "en": "Quality officer"},
        "when": {"nl": "Vanaf volgende maand", "en": "From next month on"},
        "because": {
            "nl": "Dan kunnen we gelijke gevallen gelijk behandelen.",
            "en": "Then we can treat equal cases equally.",
        },
        "damage": {
            "nl": "Wie eerder is afgewezen, krijgt bericht.",
            "en": "Whoever was refused before gets a message.",
        },
        "explain": {"nl": "In het teamoverleg en op de website.", "en": "In the team meeting and on the website."},
        "review": {"nl": "Over een half jaar", "en": "In half a year"},
    },
    {
        "what": {"nl": "We bespreken de regel met beleid.", "en": "We discuss the rule with policy staff."},
        "owner": {"nl": "Teamleider", "en": "Team leader"},
        "when": {"nl": "Voor het eind van het kwartaal", "en": "Before the end of the quarter"},
        "because": {
            "nl": "De regel doet soms het tegendeel van wat hij wil.",
            "en": "The rule sometimes does the opposite of what it wants.",
        },
        "damage": {
            "nl": "Tot die tijd bellen we bij twijfel met elkaar.",
            "en": "Until then we call each other when in doubt.",
        },
        "explain": {"nl": "We leggen het uit aan de cliëntenraad.", "en": "We explain it to the client council."},
        "review": {"nl": "In het overleg van mei", "en": "In the meeting of May"},
    },
)

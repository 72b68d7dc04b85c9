"""Arguments of simulated colleagues in a rehearsal, by type. Our own texts."""

EXAMPLES = {
    "principle": (
        {"nl": "Gelijke gevallen verdienen een gelijk antwoord.", "en": "Equal cases deserve an equal answer."},
        {"nl": "De inwoner heeft recht op uitleg.", "en": "The resident has a right to an explanation."},
    ),
    "consequence": (
        {
            "nl": "Anders staat het gezin volgende maand op straat.",
            "en": "Otherwise the family is homeless next month.",
        },
        {"nl": "Daarna komt iedereen met dezelfde vraag.", "en": "After that everybody comes with the same question."},
    ),
    "virtue": ({"nl": "Het vraagt moed om dit te zeggen.", "en": "It takes courage to say this."},),
    "care": ({"nl": "Iemand moet naast deze mensen staan.", "en": "Somebody must stand beside these people."},),
    "feasibility": (
        {
            "nl": "Dit kan deze week nog, met de mensen die er zijn.",
            "en": "This can be done this week, with who is there.",
        },
        {"nl": "Er is geen tijd voor bij alle dossiers.", "en": "There is no time for it in every file."},
    ),
}

"""What a simulated group writes in a rehearsal."""

TEXT = {
    "nl": "Geef ons ruimte om in schrijnende gevallen van de termijn af te wijken, en zeg wie dat besluit.",
    "en": "Give us room to depart from the term in distressing cases, and say who decides that.",
}
OWNER = {"nl": "Hoofd Vergunningen", "en": "Head of Permits"}
OBJECTIONS = (
    {"nl": "Zeg erbij waarom: anders lijkt het een klacht.", "en": "Say why: otherwise it sounds like a complaint."},
    {"nl": "“Schrijnend” is te vaag. Noem een grens.", "en": "“Distressing” is too vague. Name a limit."},
    {"nl": "Vraag het aan de directie, niet aan het hoofd.", "en": "Ask the board, not the head."},
)
PROPOSALS = (
    {"nl": "Leg vast wanneer we mogen afwijken van de termijn.", "en": "Lay down when we may depart from the term."},
    {"nl": "Maak tijd voor overleg over moeilijke zaken.", "en": "Make time to talk about hard cases."},
    {"nl": "Laat ons weten wat er met onze vragen gebeurt.", "en": "Let us know what happens with our questions."},
)

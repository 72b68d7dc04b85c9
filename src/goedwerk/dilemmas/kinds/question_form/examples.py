"""Questions of simulated colleagues in a rehearsal."""

EXAMPLES = (
    {
        "question": {
            "nl": "Mag ik deze inwoner meer vertellen dan de regel toelaat?",
            "en": "May I tell this resident more than the rule allows?",
        },
        "option-a": {"nl": "Ik vertel wat ik weet.", "en": "I tell what I know."},
        "price-a": {"nl": "Ik breek een afspraak met collega's.", "en": "I break an agreement with colleagues."},
        "option-b": {"nl": "Ik houd me aan de regel en verwijs door.", "en": "I keep to the rule and refer on."},
        "price-b": {"nl": "De inwoner blijft in onzekerheid.", "en": "The resident is left in uncertainty."},
    },
    {
        "question": {
            "nl": "Moet een teamleider deze fout zelf vertellen?",
            "en": "Must a team leader tell about this mistake?",
        },
        "option-a": {"nl": "De fout zelf melden aan de inwoner.", "en": "Tell the resident about the mistake."},
        "price-a": {"nl": "Het vertrouwen in het team krijgt een deuk.", "en": "Trust in the team is dented."},
        "option-b": {"nl": "De fout stil herstellen.", "en": "Repair the mistake in silence."},
        "price-b": {"nl": "De inwoner weet niet wat er is gebeurd.", "en": "The resident does not know what happened."},
    },
)

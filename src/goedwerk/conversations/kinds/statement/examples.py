"""What simulated colleagues propose."""

EXAMPLES = (
    {
        "nl": "Ik durf van een regel af te wijken als ik goed kan uitleggen waarom.",
        "en": "I dare to deviate from a rule if I can explain well why.",
    },
    {
        "nl": "We moeten één keer per maand samen een lastig geval bespreken.",
        "en": "We should discuss a difficult case together once a month.",
    },
    {
        "nl": "Inwoners krijgen van ons te vaak een brief in plaats van een gesprek.",
        "en": "Residents too often get a letter from us instead of a talk.",
    },
    {
        "nl": "Wie twijfelt over een opdracht, kan dat hier veilig zeggen.",
        "en": "Whoever doubts an assignment can safely say so here.",
    },
    {
        "nl": "Snel antwoord geven is belangrijker dan een volledig antwoord geven.",
        "en": "Answering quickly matters more than answering in full.",
    },
    {
        "nl": "Onze regels passen nog bij de mensen voor wie we werken.",
        "en": "Our rules still fit the people we work for.",
    },
)

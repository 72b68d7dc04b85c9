"""What simulated colleagues write in a rehearsal. Our own texts; nobody wrote them about real work."""

SENTENCES = (
    {"nl": "Vraag vaker aan wie ik dit moet uitleggen.", "en": "Ask more often to whom I must explain this."},
    {"nl": "Een regel is af en toe ook een vraag.", "en": "Now and then a rule is a question too."},
    {"nl": "Eerst luisteren, dan pas toetsen.", "en": "Listen first, and only then test."},
    {"nl": "Ik schrijf op waarom ik afwijk.", "en": "I write down why I deviate."},
    {"nl": "Wie zit hier niet aan tafel?", "en": "Who is not at the table here?"},
    {"nl": "Twijfel hardop uitspreken helpt ook een ander.", "en": "Speaking doubt aloud helps others too."},
    {
        "nl": "Het bleef bij mij schuren, en dat is goed om te weten.",
        "en": "It kept rubbing, and that is good to know.",
    },
    {"nl": "Ik bel vandaag iemand terug.", "en": "I call somebody back today."},
)

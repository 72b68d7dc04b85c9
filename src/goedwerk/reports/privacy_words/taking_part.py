"""Of who takes part."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from goedwerk.reports.privacy_words.shared import KEY, NOBODY, PSEUDONYM, STEP, WITH_ANSWERS, WITH_DIALOGUE, TableWords

TAKING_PART: Mapping[str, TableWords] = {
    "dialogues.Participation": TableWords(
        _("Your place in one dialogue"),
        _("Nobody. The number of places is shown to everybody who takes part."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "dialogue": _("Which dialogue it is a place in. Places in two dialogues cannot be linked."),
            "token_hash": _(
                "A fingerprint of the token that lives on your device only. The token cannot be made of it."
            ),
            "attribute": _("Your role or kind of work, if you said it. It goes with the last answers."),
            "described": _(
                "In an open round of a large group: what you said of your work, if you did. "
                "It goes with the last answers, and is never shown of one person."
            ),
            "left": _("Whether you stopped. Then the fingerprint of your token goes too."),
        },
    ),
    "dialogues.Presence": TableWords(
        _("In which rounds you came in"),
        _("Nobody. The number of phones is shown to everybody who takes part."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "round": _("Which round. A picture of a later round says nothing that could give away who came or went."),
            "participation": PSEUDONYM,
        },
    ),
    "dialogues.Attendance": TableWords(
        _("Who was there in a step"),
        _("Nobody. While a step is open everybody sees in words how far the group is."),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "ready": _("Whether you were ready: answered or skipped, which look the same."),
        },
    ),
    "dilemmas.Choice": TableWords(
        _("Your choice"),
        NOBODY,
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "option": _("What you chose."),
            "confidence": _("How sure you said you were."),
        },
    ),
    "values.ValuesPicked": TableWords(
        _("The values you picked"),
        NOBODY,
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "picked": _("The cards that weighed most."),
            "given_up": _("The cards that had to give way."),
        },
    ),
    "values.Sort": TableWords(
        _("How you laid the value cards"),
        NOBODY,
        WITH_ANSWERS,
        {"id": KEY, "step": STEP, "participation": PSEUDONYM, "placements": _("In which column each card lies.")},
    ),
    "values.Ranking": TableWords(
        _("The order in which you put a list"),
        NOBODY,
        WITH_ANSWERS,
        {"id": KEY, "step": STEP, "participation": PSEUDONYM, "order": _("What comes first, second and so on.")},
    ),
    "dialogues.RatingResponse": TableWords(
        _("The points you gave"),
        NOBODY,
        WITH_ANSWERS,
        {"id": KEY, "step": STEP, "participation": PSEUDONYM, "points": _("The points for each sentence.")},
    ),
    "dialogues.TextResponse": TableWords(
        _("What you wrote"),
        _("The facilitator, without your name and in no order; then the group, if the facilitator lets it go."),
        WITH_ANSWERS,
        {"id": KEY, "step": STEP, "participation": PSEUDONYM, "lines": _("Your text.")},
    ),
    "dilemmas.Question": TableWords(
        _("The question you put in words"),
        _("The facilitator, without your name and in no order; then the group, if the facilitator lets it go."),
        WITH_ANSWERS,
        {"id": KEY, "step": STEP, "participation": PSEUDONYM, "lines": _("Your question, and the ways to act.")},
    ),
    "dialogues.AgreementResponse": TableWords(
        _("What you want to agree on"),
        _("The group: this step is announced as open. Without your name."),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "none_needed": _("Whether you think that no agreement is needed."),
            "lines": _("The agreement you propose."),
        },
    ),
    "dialogues.Case": TableWords(
        _("The case you brought"),
        _("The group: this step is announced as open. Without your name. The report only has it when you say yes."),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "lines": _("What you wrote about it."),
            "may_leave": _("Whether you said that it may stand in the report."),
            "passage": _("Which text of the group it became, so that you can still change or withdraw it."),
        },
    ),
    "conversations.Votes": TableWords(
        _("Your votes on statements"),
        NOBODY,
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "votes": _("For each statement: agree, disagree or pass. In an order that says nothing."),
        },
    ),
    "conversations.Tally": TableWords(
        _("How many votes a statement has so far"),
        _("Nobody. The system chooses by it which statement comes next in a large group."),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "statement": _("Which statement it is about."),
            "agree": _("How many agree."),
            "disagree": _("How many disagree."),
            "passed": _("How many passed."),
        },
    ),
    "conversations.Proposals": TableWords(
        _("Which statements you wrote"),
        _("Nobody. By it you can read what became of your own statement."),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "statements": _("The random keys of your statements. In an order that says nothing."),
        },
    ),
    "conversations.Statement": TableWords(
        _("Statements that people propose"),
        _("Facilitators of the organisation; and everybody who takes part as soon as it is in the pool."),
        _(
            "Statements that did not go into the pool: with the answers. Statements in the pool stay until the dialogue"
            " is deleted, for the pictures are about them."
        ),
        {
            "id": KEY,
            "step": STEP,
            "text": _("The statement, without its writer."),
            "state": _("Whether it waits, is in the pool, or is not."),
            "reason": _("Why it is not in the pool."),
            "remark": _("What the facilitator added to that reason."),
            "same_as": _("Which statement says the same, if that is the reason."),
            "read_by": _("Which facilitator read it first, where two people read."),
        },
    ),
    "dialogues.Passage": TableWords(
        _("Texts on their way to the group"),
        _("The facilitator; and the group as soon as the facilitator lets a text go."),
        _(
            "Texts that were not let go, and what was said of a text to send: with the answers. Other texts that were "
            "let go stay until the dialogue is deleted."
        ),
        {
            "id": KEY,
            "step": STEP,
            "heading": _("Under which heading it stands."),
            "lines": _("The text, without its writer, choice or role."),
            "state": _("Whether it waits, was let go, or was skipped."),
            "retold": _("Whether the facilitator put it in other words."),
            "stays_in_room": _("Whether it stays out of the report until who brought the case says yes."),
        },
    ),
    "signals.Reaction": TableWords(
        _("What you think of a text that the group wants to send"),
        _(
            "Your vote: nobody, the system counts it once. What you write: the facilitator, without your name and "
            "your vote; then the group, if the facilitator lets it go."
        ),
        WITH_ANSWERS,
        {
            "id": KEY,
            "step": STEP,
            "participation": PSEUDONYM,
            "vote": _("Whether you agree with the text."),
            "objection": _("What should be different in it. It goes with the answers, also when it was shown."),
            "proposal": _("The text you proposed. It goes with the answers, also when it was shown."),
        },
    ),
    "signals.Wording": TableWords(
        _("The text that the group wants to send, in every version"),
        _("Everybody who takes part, and facilitators of the organisation. The agreed version: also who answers it."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "thread": STEP,
            "number": _("Which version it is."),
            "text": _("What is asked. It is of the group; who wrote which word is not kept."),
            "owner": _("Which function is asked: never the name of a person."),
            "answer_by": _("By which day an answer is asked."),
            "asked_in": _("In which step everybody was asked about this version."),
        },
    ),
    "signals.Signal": TableWords(
        _("What a group asked of a function"),
        _("Whoever has the code of the dialogue, facilitators of the organisation, and who answers it."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "organisation": _("Which organisation."),
            "dialogue": _("Which dialogue."),
            "thread": STEP,
            "wording": _("Which version the group agreed on; none when it asks nothing."),
            "agreed_on": _("On which day the group agreed."),
            "link": _("How often a new link was made for who answers."),
            "link_until": _("Until which day that link works."),
        },
    ),
    "signals.Answer": TableWords(
        _("The answer to what a group asked"),
        _("Whoever has the code of the dialogue, facilitators of the organisation, and who answers it."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "signal": _("To which request."),
            "number": _("Which answer it is: a later one comes under it, none is changed."),
            "verdict": _("We do this, we do not, or later."),
            "text": _("The explanation."),
            "on": _("With “later”: on which day there is another answer."),
            "given_on": _("The day of the answer. Nothing is kept of who gave it, and from where."),
        },
    ),
    "reports.Finding": TableWords(
        _("The pictures of the group"),
        _("Everybody who took part, and facilitators of the organisation."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "step": STEP,
            "name": _("Which question of the step it is about."),
            "released": _("What may be shown of the group: labels in words, never who answered what."),
            "method": _("By which version of the rule it was made."),
        },
    ),
}

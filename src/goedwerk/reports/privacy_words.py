"""What every table holds, in plain words: the page on privacy is drawn from this and from the tables themselves.

Each model has one entry, and each of its fields one line. A field without words fails a test, so that nobody can store
something new without saying so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class TableWords:
    """What a table is for, who sees what is in it, when it goes, and what each field holds."""

    title: Any
    seen_by: Any
    gone: Any
    fields: Mapping[str, Any]


# Said more than once

KEY = _("A random key. It tells nothing about when or in which order.")
STEP = _("Which step of the dialogue it belongs to.")
PSEUDONYM = _("Which pseudonym it belongs to: never a name or an account.")
PACK = _("Which content pack it comes from.")
VERSION = _("Which version it is.")
CONTENT = _("The text itself.")
NAME_IN_PACK = _("By which short name it is known.")
ORDER = _("At which place it stands in a list.")

NOBODY = _("Nobody. The system counts it, once, when the step closes. Only you can read your own back.")
HOSTS = _("Facilitators of the organisation.")
EVERYBODY = _("Everybody who uses this site.")

WITH_ANSWERS = _("With the answers: so many days after closing as was said before the first answer.")
WITH_DIALOGUE = _("When a facilitator deletes the dialogue.")
WITH_CONTENT = _("When the content is replaced. It is about nobody.")

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

ORGANISING: Mapping[str, TableWords] = {
    "dialogues.Dialogue": TableWords(
        _("A dialogue"),
        _("Facilitators of the organisation. Who takes part sees its title, its approach and its contacts."),
        WITH_DIALOGUE,
        {
            "id": KEY,
            "organisation": _("Which organisation hosts it."),
            "title": _("What the facilitator called it."),
            "code": _("The code with which people join."),
            "recipe": _("A copy of the steps."),
            "pack": PACK,
            "pack_version": VERSION,
            "pack_digest": _("A fingerprint of the content pack."),
            "material": _("A copy of the dilemma and the value cards."),
            "attribute": _("By what answers are compared, if at all."),
            "described_by": _(
                "What is asked beside it in a large group, if anything: for what the differences go with."
            ),
            "attribute_lists": _("A copy of the lists that people choose from."),
            "retention_days": _("For how many days answers are kept after closing."),
            "anonymity": _("What is promised about who answered what. It cannot change once somebody has joined."),
            "is_whole_group": _("Whether everybody was asked whom it is about."),
            "facilitator_leads_group": _("Whether the facilitator manages people in this group."),
            "follow_up_owner": _("Which function follows up what was agreed."),
            "contacts": _("Where somebody can go with a worry or a report."),
            "next_round_on": _("When the group agreed to look again, if it did."),
            "next_steps": _("Which steps come back then."),
            "prepared_at": _("When the facilitator prepared it."),
        },
    ),
    "dialogues.AttributeList": TableWords(
        _("Lists to compare by"),
        HOSTS,
        _("When the organisation is deleted."),
        {
            "id": KEY,
            "organisation": _("Which organisation."),
            "key": _("A short name of the list."),
            "position": ORDER,
            "label": _("What the list is about, such as role or kind of work."),
            "question": _("How people are asked."),
            "classes": _("What people can choose from."),
            "retired": _("Whether it is still offered for new dialogues."),
        },
    ),
    "dialogues.Round": TableWords(
        _("When a dialogue runs"),
        HOSTS,
        WITH_DIALOGUE,
        {
            "id": KEY,
            "dialogue": _("Which dialogue it is a round of."),
            "number": _("Which round it is."),
            "mode": _("Together with a facilitator, or open for some days."),
            "state": _("Prepared, open or closed."),
            "version": _("How often the facilitator acted, so that screens can follow. Answers do not count."),
            "current": _("At which step the group is."),
            "led_by": _("Which facilitator leads it now."),
            "aside": _("Which extra passage is on the screens."),
            "starts_at": _("When the group meets, if that was filled in."),
            "opened_at": _("When the facilitator opened it."),
            "closes_at": _("When it closes by itself."),
            "closed_at": _("When it was closed."),
            "erase_at": _("When the answers are erased."),
            "erased": _("Whether they are erased."),
            "people": _("How many came in. Everybody saw this number on their own phone."),
        },
    ),
    "dialogues.Step": TableWords(
        _("A step of a dialogue"),
        HOSTS,
        WITH_DIALOGUE,
        {
            "id": KEY,
            "round": _("Which round it is a step of."),
            "key": NAME_IN_PACK,
            "position": ORDER,
            "kind": _("Which kind of step it is."),
            "minutes": _("For how many minutes it is planned."),
            "document": _("A copy of its texts."),
            "state": _("Still to come, open, closed or skipped."),
            "is_split": _("Whether its picture is shown per role or kind of work: laid down before it opens."),
            "again": _("Which step it repeats."),
            "ends_at": _("Until when the timer runs."),
            "seconds_left": _("How much was left when the timer was stopped."),
        },
    ),
    "organisations.Organisation": TableWords(
        _("An organisation"),
        HOSTS,
        _("When the operator of this site deletes it."),
        {
            "id": KEY,
            "name": _("Its name."),
            "retention_days": _("For how many days answers are kept, unless a dialogue says otherwise."),
            "contacts": _("Where somebody can go with a worry or a report."),
        },
    ),
    "organisations.Membership": TableWords(
        _("Who organises for an organisation"),
        HOSTS,
        _("When the operator of this site takes somebody out."),
        {
            "id": KEY,
            "organisation": _("Which organisation."),
            "user": _("Whose account."),
            "role": _("Owner, facilitator, or facilitator who may also write approaches."),
        },
    ),
    "organisations.HostAct": TableWords(
        _("The log of organisers"),
        _("Facilitators of the organisation. People who take part never stand in it."),
        _("When the organisation is deleted."),
        {
            "id": _("A number that counts up: organisers act in the open."),
            "organisation": _("Which organisation."),
            "actor": _("The name of the organiser."),
            "act": _("What was done, such as “opened” or “closed step”."),
            "subject": _("The title of the dialogue."),
            "at": _("When it was done."),
        },
    ),
    "accounts.User": TableWords(
        _("The account of an organiser"),
        HOSTS,
        _("When the operator of this site deletes it. When somebody signed in is not kept."),
        {
            "id": KEY,
            "name": _("The name that colleagues who organise see."),
            "password": _("A random mark, no password: with it every sign-in can be ended at once."),
            "is_active": _("Whether the account may be used."),
        },
    ),
    "accounts.SignInLink": TableWords(
        _("A link to sign in"),
        _("Nobody."),
        _("When it is used; otherwise after 30 minutes, as soon as another link is made."),
        {
            "id": KEY,
            "user": _("Whose account."),
            "token_hash": _("A fingerprint of the link. The link cannot be made of it."),
            "expires_at": _("Until when it is valid."),
        },
    ),
}

CONTENT_TABLES: Mapping[str, TableWords] = {
    "approaches.Approach": TableWords(
        _("Approaches"),
        EVERYBODY,
        WITH_CONTENT,
        {
            "id": KEY,
            "key": NAME_IN_PACK,
            "version": VERSION,
            "pack": PACK,
            "pack_version": VERSION,
            "pack_digest": _("A fingerprint of the content pack."),
            "document": CONTENT,
        },
    ),
    "approaches.OwnApproach": TableWords(
        _("Approaches that an organisation writes itself"),
        HOSTS,
        _("When somebody who may write deletes it. It is about nobody."),
        {
            "id": KEY,
            "organisation": _("Which organisation."),
            "draft": CONTENT,
            "minutes_available": _("How many minutes there are for it."),
            "removed": _("The step that was taken out last, to put it back."),
            "made_from": _("The title of the approach that it was copied from."),
            "retired": _("Whether it is no longer offered."),
        },
    ),
    "approaches.ApproachVersion": TableWords(
        _("Versions of those approaches"),
        HOSTS,
        _("When the approach is deleted. It is about nobody."),
        {
            "id": KEY,
            "own": _("Which approach it is a version of."),
            "number": VERSION,
            "digest": _("A fingerprint of the text."),
            "document": CONTENT,
        },
    ),
    "dilemmas.Dilemma": TableWords(
        _("Dilemmas of the library"),
        EVERYBODY,
        WITH_CONTENT,
        {
            "id": KEY,
            "key": NAME_IN_PACK,
            "version": VERSION,
            "pack": PACK,
            "terrain": _("In which part of the work it plays."),
            "level": _("How hard it is."),
            "position": ORDER,
            "document": CONTENT,
        },
    ),
    "dilemmas.Vocabulary": TableWords(
        _("Labels of the library"), EVERYBODY, WITH_CONTENT, {"id": KEY, "pack": PACK, "document": CONTENT}
    ),
    "values.ValueSet": TableWords(
        _("Value cards"),
        EVERYBODY,
        WITH_CONTENT,
        {"id": KEY, "key": NAME_IN_PACK, "version": VERSION, "pack": PACK, "document": CONTENT},
    ),
}

SECTIONS = (
    (_("Of you, when you take part"), TAKING_PART),
    (_("Of those who organise"), ORGANISING),
    (_("Content, which is about nobody"), CONTENT_TABLES),
)

# Cookies, by what they are for; names and lifetimes come from the settings

COOKIES: Mapping[str, Any] = {
    "place": _("The token that opens your place in one dialogue. Only pages of that dialogue get it."),
    "tablet": _("Says that this device goes round, and forgets after each person."),
    "session": _("Keeps an organiser signed in. Who takes part does not get it."),
    "csrf": _("Shows that a form comes from this site. The server keeps nothing of it."),
    "language": _("Your language, once you choose one."),
    "messages": _("A message for the next page, such as “kept”. It goes when that page is shown."),
}

"""Of those who organise."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from goedwerk.reports.privacy_words.shared import (
    HOSTS,
    KEY,
    NAME_IN_PACK,
    ORDER,
    PACK,
    VERSION,
    WITH_DIALOGUE,
    TableWords,
)

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

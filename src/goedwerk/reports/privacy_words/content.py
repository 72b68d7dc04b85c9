"""Of content, which is about nobody."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from goedwerk.reports.privacy_words.shared import (
    CONTENT,
    EVERYBODY,
    HOSTS,
    KEY,
    NAME_IN_PACK,
    ORDER,
    PACK,
    VERSION,
    WITH_CONTENT,
    TableWords,
)

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

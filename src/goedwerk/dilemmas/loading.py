"""Takes the dilemmas of a pack in, with the labels they are described with."""

from django.db import transaction

from goedwerk.content.pack import Item, PackInfo
from goedwerk.dilemmas.models import Dilemma, Vocabulary


@transaction.atomic
def load_dilemmas(pack: PackInfo, items: tuple[Item, ...]) -> int:
    for position, item in enumerate(items):
        Dilemma.objects.update_or_create(
            pack=pack.id,
            key=item.key,
            defaults={
                "version": item.version,
                "terrain": item.document["terrain"],
                "level": item.document["level"],
                "position": position,
                "document": item.document,
            },
        )
    Dilemma.objects.filter(pack=pack.id).exclude(key__in=[item.key for item in items]).delete()
    return len(items)


@transaction.atomic
def load_vocabulary(pack: PackInfo, items: tuple[Item, ...]) -> int:
    for item in items:
        Vocabulary.objects.update_or_create(pack=pack.id, defaults={"document": item.document})
    return len(items)

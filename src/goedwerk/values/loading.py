"""Takes the decks of a pack in."""

from django.db import transaction

from goedwerk.content.pack import Item, PackInfo
from goedwerk.values.models import ValueSet


@transaction.atomic
def load_value_sets(pack: PackInfo, items: tuple[Item, ...]) -> int:
    for item in items:
        ValueSet.objects.update_or_create(
            pack=pack.id, key=item.key, defaults={"version": item.version, "document": item.document}
        )
    ValueSet.objects.filter(pack=pack.id).exclude(key__in=[item.key for item in items]).delete()
    return len(items)

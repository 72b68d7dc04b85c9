"""Takes the approaches of a pack in: what is new or changed, in one go."""

from django.db import transaction

from goedwerk.approaches.models import Approach
from goedwerk.content.pack import Item, PackInfo


@transaction.atomic
def load_approaches(pack: PackInfo, items: tuple[Item, ...]) -> int:
    for item in items:
        Approach.objects.update_or_create(
            pack=pack.id,
            key=item.key,
            defaults={
                "version": item.version,
                "pack_version": pack.version,
                "pack_digest": pack.digest,
                "document": item.document,
            },
        )
    Approach.objects.filter(pack=pack.id).exclude(key__in=[item.key for item in items]).delete()
    return len(items)

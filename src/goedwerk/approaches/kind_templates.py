"""Finds the templates of a step kind in the kind's own folder: `kinds/<key>/step.html`."""

from collections.abc import Iterator

from django.core.exceptions import SuspiciousFileOperation
from django.template import Origin
from django.template.loaders.filesystem import Loader as FilesystemLoader
from django.utils._os import safe_join

from goedwerk.approaches import registry


class Loader(FilesystemLoader):
    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        if not template_name.startswith("kinds/"):
            return
        _, key, file = template_name.split("/", 2)
        folder = registry.folder_of(key)
        if folder is None:
            return
        try:
            yield Origin(name=safe_join(folder, file), template_name=template_name, loader=self)
        except SuspiciousFileOperation:
            return

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate


class DialoguesConfig(AppConfig):
    name = "goedwerk.dialogues"
    label = "dialogues"

    def ready(self) -> None:
        from goedwerk.accounts.models import SignInLink
        from goedwerk.approaches import stage
        from goedwerk.dialogues import erasures, list_panel, traces
        from goedwerk.dialogues.staging import DialoguesStage
        from goedwerk.organisations import panels

        post_migrate.connect(traces.keep_no_samples, sender=self)
        # A link to sign in is gone once it is used, like an answer once it is erased.
        post_delete.connect(forget_link, sender=SignInLink)
        panels.register(list_panel.panel)
        panels.register(erasures.panel)
        stage.register(DialoguesStage())


def forget_link(**_signal) -> None:
    from goedwerk.dialogues import traces

    traces.wipe_soon()

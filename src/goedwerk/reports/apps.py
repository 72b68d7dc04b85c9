from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "goedwerk.reports"
    label = "reports"

    def ready(self) -> None:
        from goedwerk.dialogues import keeper
        from goedwerk.reports.keeping import ReportsKeeper

        keeper.register(ReportsKeeper())

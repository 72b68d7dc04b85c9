from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "goedwerk.conversations"
    label = "conversations"

    def ready(self) -> None:
        from goedwerk.approaches import inputs
        from goedwerk.conversations import offers

        inputs.register(offers.StatementsInput())

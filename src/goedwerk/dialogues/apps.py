from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    name = "goedwerk.dialogues"
    label = "dialogues"

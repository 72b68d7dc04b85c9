from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "goedwerk.content"
    label = "content"

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "goedwerk.signals"
    label = "signals"

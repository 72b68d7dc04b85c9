from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "goedwerk.accounts"
    label = "accounts"

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "goedwerk.organisations"
    label = "organisations"

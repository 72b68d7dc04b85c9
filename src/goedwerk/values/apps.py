from django.apps import AppConfig


class ValuesConfig(AppConfig):
    name = "goedwerk.values"
    label = "values"

    def ready(self) -> None:
        from goedwerk.approaches import inputs
        from goedwerk.content import loaders
        from goedwerk.values import loading, offers

        inputs.register(offers.ValueSetInput())
        loaders.register("value-sets", loading.load_value_sets)

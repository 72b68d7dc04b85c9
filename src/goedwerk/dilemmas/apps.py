from django.apps import AppConfig


class DilemmasConfig(AppConfig):
    name = "goedwerk.dilemmas"
    label = "dilemmas"

    def ready(self) -> None:
        from goedwerk.approaches import inputs
        from goedwerk.content import loaders
        from goedwerk.dilemmas import loading, offers

        inputs.register(offers.DilemmaInput())
        loaders.register("dilemmas", loading.load_dilemmas)
        loaders.register("vocabulary", loading.load_vocabulary)

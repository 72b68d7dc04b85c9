from django.apps import AppConfig


class ApproachesConfig(AppConfig):
    name = "goedwerk.approaches"
    label = "approaches"

    def ready(self) -> None:
        from goedwerk.approaches import inputs, loading, registry
        from goedwerk.content import loaders

        registry.discover()
        inputs.register(inputs.TextInput())
        inputs.register(inputs.CaseInput())
        loaders.register("approaches", loading.load_approaches)

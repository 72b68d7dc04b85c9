"""The smallest house in which the room `ui` can be seen and tested by itself."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

SECRET_KEY = "only for tests of how things look"
DEBUG = False
DEBUG_PAGES = True
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.messages", "django.contrib.staticfiles", "goedwerk.ui"]
MIDDLEWARE = [
    "ui.house.urls.strict_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "ui.house.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "goedwerk.ui.forms.FormRenderer"
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
STATIC_URL = "static/"
LANGUAGE_CODE = "en"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
USE_TZ = True

"""One settings file for every installation: the environment makes the difference."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from goedwerk.config.data_folder import default_data_folder, prepare, secret_in
from goedwerk.config.env import Environment

env = Environment()
PACKAGE = Path(__file__).resolve().parent.parent

# This installation

DATA_FOLDER = Path(env.text("GOEDWERK_DATA", str(default_data_folder())))
PORT = env.integer("GOEDWERK_PORT", default=8000, low=1, high=65535)
BIND = env.interface("GOEDWERK_BIND", default="127.0.0.1")
# Set by `goedwerk serve --room`: the address at which phones reach this computer.
ROOM_ADDRESS = env.host("GOEDWERK_ROOM_ADDRESS")
PUBLIC_URL = env.url("GOEDWERK_PUBLIC_URL")
IS_HTTPS = env.boolean("GOEDWERK_IS_HTTPS", default=PUBLIC_URL.startswith("https://"))
RETENTION_DAYS = env.integer("GOEDWERK_RETENTION_DAYS", default=7, low=0, high=365)
LEAVE_TO = env.way_out("GOEDWERK_LEAVE_TO", default="/leave/")
SECURITY_CONTACT = env.contact("GOEDWERK_SECURITY_CONTACT")
DEBUG = env.boolean("GOEDWERK_DEBUG", default=False)
DEBUG_PAGES = DEBUG
EXTRA_KINDS = env.modules("GOEDWERK_EXTRA_KINDS")

SECRET_KEY = env.secret_key("GOEDWERK_SECRET_KEY") or secret_in(DATA_FOLDER)
# This computer always: `goedwerk serve` and health checks ask there whether it answers.
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", BIND, *env.hosts("GOEDWERK_ALLOWED_HOSTS")]
ALLOWED_HOSTS += [urlsplit(PUBLIC_URL).hostname] if PUBLIC_URL else []
ALLOWED_HOSTS += [ROOM_ADDRESS] if ROOM_ADDRESS else []

# Rooms, highest first

INSTALLED_APPS = [
    "goedwerk.reports",
    "goedwerk.dilemmas",
    "goedwerk.conversations",
    "goedwerk.values",
    "goedwerk.signals",
    "goedwerk.dialogues",
    "goedwerk.approaches",
    "goedwerk.content",
    "goedwerk.organisations",
    "goedwerk.accounts",
    "goedwerk.ui",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "goedwerk.config.cannot_keep.CannotKeep",
]
ROOT_URLCONF = "goedwerk.config.urls"
ASGI_APPLICATION = "goedwerk.config.asgi.application"
WSGI_APPLICATION = "goedwerk.config.wsgi.application"
FORM_RENDERER = "goedwerk.ui.forms.FormRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["goedwerk.approaches.kind_templates.Loader", "django.template.loaders.app_directories.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "goedwerk.config.frame.frame",
            ],
        },
    },
]

# Database: SQLite that loses nothing and remembers nothing, or PostgreSQL

DATABASES = {
    "default": env.postgresql("GOEDWERK_DATABASE_URL")
    or {
        "ENGINE": "goedwerk.config.sqlite",
        "NAME": prepare(DATA_FOLDER) / "goedwerk.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;PRAGMA foreign_keys=ON;"
                "PRAGMA temp_store=MEMORY;PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
                "PRAGMA cache_size=2000;"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

# Who organises signs in; who takes part does not. Nothing about a visit is kept.

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "dialogues:mine"
LOGOUT_REDIRECT_URL = "dialogues:front"
# Sessions live in a signed cookie: a table of sessions would be a table of sign-in times.
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
# Gone with the browser: nothing about a visitor needs a year.
CSRF_COOKIE_AGE = None
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "goedwerk.ui.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

# Security headers

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_HTTPS
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []
SECURE_SSL_REDIRECT = False  # the proxy in front redirects; this process speaks plain HTTP to it alone
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_HSTS_SECONDS = 63072000 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
# Not "no-referrer": browsers then send "Origin: null", and every form would be refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin" if IS_HTTPS else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
PERMISSIONS_POLICY = {
    feature: [] for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
}

# Language: Dutch first, English complete

LANGUAGE_CODE = env.choice("GOEDWERK_LANGUAGE", default="nl", allowed=("nl", "en"))
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
TIME_ZONE = env.time_zone("GOEDWERK_TIME_ZONE", default="Europe/Amsterdam")
USE_TZ = True

# Files: hashed and compressed, served by the process itself

STATIC_URL = "static/"
STATIC_ROOT = DATA_FOLDER / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_FOLDER / "files"},
    },
    "staticfiles": {"BACKEND": "goedwerk.ui.staticfiles.HashedFiles"},
}
WHITENOISE_MAX_AGE = 60

# Log: faults of the system, acts of hosts; never a request, an address or an answer

LOG_LEVEL = env.choice("GOEDWERK_LOG_LEVEL", default="INFO", allowed=("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_request": {"()": "goedwerk.config.logs.WithoutRequest"}},
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["no_request"]},
        "none": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["console"], "level": LOG_LEVEL, "propagate": False},
        # These two write the path and the code of a dialogue for every visitor.
        "django.server": {"handlers": ["none"], "propagate": False},
        "uvicorn.access": {"handlers": ["none"], "propagate": False},
        # Refused posts and hosts: what a visitor sent, and faults that anybody can make at will.
        "django.security": {"handlers": ["none"], "propagate": False},
    },
}

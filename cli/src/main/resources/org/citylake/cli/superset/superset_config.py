"""Settings of a Superset that CityLake starts on loopback. Its secrets stand in files beside it."""
import os
import pathlib

_folder = pathlib.Path(__file__).parent

SECRET_KEY = (_folder / "secret-key").read_text().strip()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{os.environ['SUPERSET_DATABASE']}"
# Two who write at once wait for each other.
SQLALCHEMY_ENGINE_OPTIONS = {"connect_args": {"timeout": 60}}
# Reports can be declared and kept; sending them needs a worker and a mail server of one's own.
FEATURE_FLAGS = {"ALERT_REPORTS": True, "EMBEDDED_SUPERSET": True, "TAGGING_SYSTEM": True}
# Roles by the API, which versions before 5 leave out unless told.
FAB_ADD_SECURITY_API = True
GUEST_TOKEN_JWT_SECRET = SECRET_KEY
# What a guest may call at all; of data he sees the embedded dashboard's alone.
GUEST_ROLE_NAME = "Gamma"
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
# No request leaves the machine.
ENABLE_TELEMETRY = False
SCARF_ANALYTICS = False

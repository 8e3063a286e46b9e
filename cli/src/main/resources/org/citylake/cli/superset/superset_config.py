"""Settings of a Superset that CityLake starts on loopback. Its secrets stand in files beside it."""
import pathlib

_folder = pathlib.Path(__file__).parent

SECRET_KEY = (_folder / "secret-key").read_text().strip()
SQLALCHEMY_DATABASE_URI = f"sqlite:///{_folder / 'superset.db'}"
FEATURE_FLAGS = {"EMBEDDED_SUPERSET": True, "TAGGING_SYSTEM": True}
GUEST_TOKEN_JWT_SECRET = SECRET_KEY
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
# No request leaves the machine.
ENABLE_TELEMETRY = False
SCARF_ANALYTICS = False

"""Makes the administrator of a Superset that CityLake starts; the password never stands in argv."""
import pathlib

from superset.app import create_app

password = (pathlib.Path(__file__).parent / "admin-password").read_text().strip()
app = create_app()
with app.app_context():
    security = app.appbuilder.sm
    user = security.find_user("admin")
    if user is None:
        role = security.find_role("Admin")
        user = security.add_user("admin", "City", "Lake", "admin@localhost", role, password=password)
        if not user:
            raise SystemExit("Superset did not take the administrator")
    else:
        security.reset_password(user.id, password)

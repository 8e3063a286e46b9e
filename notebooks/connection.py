"""SQL and the command of the home that ./citylake serves, for notebooks.

What is in force comes from the environment, as ./citylake notebooks sets it, else from the home:

    CITYLAKE_HOME            the home (var beside the folder of notebooks)
    CITYLAKE_SQL_USER        who reads (notebooks, an analyst)
    CITYLAKE_SQL_TOKEN_FILE  file with his token (HOME/notebooks/sql-token)
    CITYLAKE_ROOT            the folder with the command (the one above the folder of notebooks)
"""

import json
import os
import subprocess
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd
import requests
import trino

ROOT = Path(os.environ.get("CITYLAKE_ROOT", Path(__file__).resolve().parent.parent))
HOME = Path(os.environ.get("CITYLAKE_HOME", ROOT / "var"))
USER = os.environ.get("CITYLAKE_SQL_USER", "notebooks")
TOKEN_FILE = Path(os.environ.get("CITYLAKE_SQL_TOKEN_FILE", HOME / "notebooks" / "sql-token"))

pd.set_option("display.max_columns", 20, "display.max_rows", 20, "display.width", 160)
# Tables carry their values beside their picture, for whoever reads an executed notebook by program.
pd.set_option("display.html.table_schema", True)


def connect(catalog: str = "published") -> trino.dbapi.Connection:
    """A connection to SQL: published is the newest release, release has every one.

    Raises RuntimeError that says what to start when nothing is served.
    """
    services = HOME / "run" / "services.json"
    jdbc = json.loads(services.read_text())["jdbc"] if services.exists() else ""
    if not jdbc or not TOKEN_FILE.exists():
        raise RuntimeError(f"Nothing serves SQL on {HOME}: start ./citylake serve, then ./citylake notebooks up")
    address = urlsplit(jdbc.removeprefix("jdbc:"))
    session = requests.Session()
    session.trust_env = False  # REQUESTS_CA_BUNDLE would overrule the home's own certificate.
    session.verify = str(HOME / "trino" / "tls" / "certificate.pem")
    return trino.dbapi.connect(
        host=address.hostname,
        port=address.port,
        catalog=catalog,
        user=USER,
        auth=trino.auth.BasicAuthentication(USER, TOKEN_FILE.read_text().strip()),
        http_scheme="https",
        http_session=session,
    )


def ask(statement: str, parameters: list | None = None, *, exact: bool = False, catalog: str = "published") -> pd.DataFrame:
    """The rows of a statement; parameters take the place of each ?.

    Decimals become floats, which plots and means take; with exact they stay decimal.Decimal.
    """
    connection = connect(catalog)
    try:
        cursor = connection.cursor()
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
        frame = pd.DataFrame(rows, columns=[column.name for column in cursor.description])
    finally:
        connection.close()
    if not exact:
        for name in frame.columns:
            if any(isinstance(value, Decimal) for value in frame[name]):
                frame[name] = frame[name].astype(float)
    return frame


def citylake(*arguments: str) -> dict:
    """Runs ./citylake on the home and gives back its JSON object, decimals as decimal.Decimal.

    Raises RuntimeError with what the command said when it does not end with 0.
    """
    run = subprocess.run(
        [str(ROOT / "citylake"), *map(str, arguments), "--home", str(HOME), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise RuntimeError(f"citylake {' '.join(map(str, arguments))} ended with {run.returncode}:\n{run.stderr}")
    return json.loads(run.stdout.strip().splitlines()[-1], parse_float=Decimal)

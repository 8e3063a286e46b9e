"""JupyterLab for one person on this machine; the token is read from the home."""

import os
from pathlib import Path

c = get_config()  # noqa: F821
c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port_retries = 0
c.ServerApp.open_browser = False
c.ServerApp.allow_root = True
c.IdentityProvider.token = Path(os.environ["CITYLAKE_HOME"], "notebooks", "jupyter-token").read_text().strip()
c.ServerApp.print_url = False

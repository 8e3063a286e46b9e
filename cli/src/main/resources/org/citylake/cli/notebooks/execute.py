"""Runs notebooks top to bottom and keeps them with their outputs.

Arguments: the folder for what comes out, then the notebooks. Tells one JSON object a line on
standard output: notebook, seconds, figures; of one that failed also cell (counted from 1) and error.
"""

import base64
import json
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

SECONDS_A_CELL = 600


def main(out: Path, files: list[Path]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for file in files:
        print(json.dumps(run(file, out), ensure_ascii=False), flush=True)


def run(file: Path, out: Path) -> dict:
    notebook = nbformat.read(file, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(file.parent)}},
    )
    told = {"notebook": file.stem}
    started = time.monotonic()
    try:
        client.execute()
    except CellExecutionError as failure:
        told |= {"cell": failed_cell(notebook), "error": f"{failure.ename}: {failure.evalue}"}
    except (CellTimeoutError, DeadKernelError) as failure:
        told |= {"cell": failed_cell(notebook), "error": str(failure)}
    for earlier in out.glob(f"{file.stem}-*.png"):
        earlier.unlink()
    told |= {
        "seconds": round(time.monotonic() - started, 1),
        "figures": figures(notebook, out, file.stem),
    }
    nbformat.write(notebook, out / file.name)
    return told


def failed_cell(notebook) -> int:
    """Number of the cell with an error, else of the last one that was begun."""
    code = [(n, c) for n, c in enumerate(notebook.cells, 1) if c.cell_type == "code"]
    for number, cell in code:
        if any(output.output_type == "error" for output in cell.outputs):
            return number
    return max((n for n, c in code if "execution" in c.metadata), default=1)


def figures(notebook, out: Path, stem: str) -> list[str]:
    """Writes every figure as STEM-NUMBER.png."""
    written = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            picture = output.get("data", {}).get("image/png")
            if picture:
                path = out / f"{stem}-{len(written) + 1}.png"
                path.write_bytes(base64.b64decode(picture))
                written.append(str(path))
    return written


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])

"""Score whole reports against the annotated pairs: links, discrepancies, by kind.

    python benchmarks/score.py [kennebunkport|dev] [--list]

Compares every annotated pair of a part (both, if none is named), writes the
JSON reports to a temporary folder and runs the scorer that lies beside the
annotated pairs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from gold import GOLD

from compare.pipeline import compare_accounts, read_account
from compare.reporting.json_report import to_json


def main() -> None:
    parser = argparse.ArgumentParser(description="Score whole reports against the annotated pairs.")
    parser.add_argument("part", nargs="*", default=["kennebunkport", "dev"])
    parser.add_argument("--list", action="store_true", help="print what was missed and what was wrong")
    args = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit("No annotated pairs here: this benchmark needs them and has nothing to measure.")
    for part in args.part:
        with tempfile.TemporaryDirectory() as folder:
            for path in sorted((GOLD / part).glob("*.gold.json")):
                name = path.name[: -len(".gold.json")]
                sides = [read_account(str(path.with_name(f"{name}.{side}.txt"))) for side in "ab"]
                Path(folder, f"{name}.json").write_text(to_json(compare_accounts(sides)), encoding="utf-8")
            print(part, flush=True)
            options = ["--list"] if args.list else []
            subprocess.run([sys.executable, GOLD / "score.py", GOLD / part, folder, *options], check=True)


if __name__ == "__main__":
    main()

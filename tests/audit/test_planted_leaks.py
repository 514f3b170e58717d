"""Small sites with one leak each, and small sites without: every leak is caught, and nothing else."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from cyclebook.audit import audit_site

HERE = Path(__file__).parent
LEAKS = sorted(path.stem for path in (HERE / "leaks").glob("*.yml"))
CLEAN = sorted(path.stem for path in (HERE / "clean").glob("*.yml"))


def planted(case: dict[str, Any], site: Path) -> Path:
    """The site that a case describes: its files, a page on the policy and a page of the cohort."""
    policy, own = case.get("policy", "banded"), case.get("cohort")
    files = {"cohorts/spring/index.html": "<h1>Spring</h1>", **case["files"]}
    if policy != "none":
        told = f" The cohort Spring has the policy “{own}”." if own else ""
        files["about/index.html"] = f"<p>The policy of this site is “{policy}”.{told}</p>"
    for name, text in files.items():
        archive, _, inner = name.rpartition("!/")
        path = site / (archive or name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if archive:
            with zipfile.ZipFile(path, "w") as packed:
                packed.writestr(inner, text)
        else:
            path.write_text(text, "utf-8")
    return site


@pytest.mark.parametrize("name", LEAKS)
def test_each_planted_leak_is_caught_with_its_place_and_value(name: str, tmp_path: Path) -> None:
    """The finding has the code, the place and the value of the case."""
    case = yaml.safe_load((HERE / "leaks" / f"{name}.yml").read_text("utf-8"))
    found = audit_site(planted(case, tmp_path)).findings
    fitting = [
        one
        for one in found
        if one.code == case["finds"] and case["at"] in one.place and case["what"] in one.what
    ]
    assert fitting, "\n".join(map(str, found)) or "nothing was found"


@pytest.mark.parametrize("name", CLEAN)
def test_sites_without_a_leak_have_no_finding(name: str, tmp_path: Path) -> None:
    """A clean site passes, and its withheld cells were read."""
    case = yaml.safe_load((HERE / "clean" / f"{name}.yml").read_text("utf-8"))
    found = audit_site(planted(case, tmp_path))
    assert [str(one) for one in found.findings] == []
    assert found.hidden == case["hidden"]

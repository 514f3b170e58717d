"""The files that a hub copies: a check that needs nothing, a deployment that may write nothing but pages."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from cyclebook.hosts.command_line import main


def _workflow(repository: Path, name: str) -> dict[Any, Any]:
    path = repository / "docs/deploying/github/.github/workflows" / name
    return yaml.safe_load(path.read_text("utf-8"))


def _runs(workflow: dict[Any, Any]) -> list[str]:
    return [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("name", ["check.yml", "publish.yml"])
def test_workflows_may_read_only(repository: Path, name: str) -> None:
    """No job may write but two: pages, and before them the ledger. The one secret is the build's roster."""
    workflow = _workflow(repository, name)
    text = (repository / "docs/deploying/github/.github/workflows" / name).read_text("utf-8")
    assert workflow["permissions"] == {"contents": "read"}
    assert re.findall(r"secrets\.\w+", text) == (["secrets.ROSTER"] if name == "publish.yml" else [])
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", one) for one in used)
    allowed = {job: told.get("permissions") for job, told in workflow["jobs"].items()}
    writing = {job: told for job, told in allowed.items() if told}
    assert writing == {} or writing == {
        "remember": {"contents": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }


def test_the_ledger_is_kept_before_the_pages_go_out(repository: Path) -> None:
    """Pages wait for the job that commits the ledger; that job runs no command of ours."""
    jobs = _workflow(repository, "publish.yml")["jobs"]
    assert jobs["publish"]["needs"] == "remember"
    assert jobs["remember"]["needs"] == "build"
    assert "releases/ledger.jsonl" in str(jobs["build"]["steps"])
    assert "git add releases/ledger.jsonl" in str(jobs["remember"]["steps"])
    assert "cyclebook" not in str(jobs["remember"]["steps"])


def test_pull_requests_are_checked_and_not_published(repository: Path) -> None:
    """The check runs at pull requests, with `contents: read`, and only checks."""
    workflow = _workflow(repository, "check.yml")
    assert workflow[True] == "pull_request"  # YAML reads "on" as true
    assert _runs(workflow)[-1] == "cyclebook check --format github"
    assert "pages" not in str(workflow)


def test_main_is_published_by_our_command(repository: Path) -> None:
    """Publishing runs for the newest main alone, through the gates, each day, and never two at once."""
    workflow = _workflow(repository, "publish.yml")
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert len(workflow[True]["schedule"]) == 1
    assert workflow["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
    used = [step for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert {step["with"]["ref"] for step in used if "checkout" in step["uses"]} == {"main"}
    assert _runs(workflow)[2:4] == ["cyclebook build $FLAGS", "cyclebook verify"]
    assert workflow["concurrency"]["cancel-in-progress"] is False


def test_boxes_to_tick_are_options_of_the_build(repository: Path) -> None:
    """What can be ticked by hand reaches the command as a flag that it knows, and as nothing else."""
    workflow = _workflow(repository, "publish.yml")
    [flags] = [step["env"]["FLAGS"] for step in workflow["jobs"]["build"]["steps"] if "FLAGS" in str(step)]
    offered = workflow[True]["workflow_dispatch"]["inputs"]
    assert re.findall(r"inputs\.(\w+)", flags) == list(offered)
    assert {one["type"] for one in offered.values()} == {"boolean"}
    options = [f"--{name.replace('_', '-')}" for name in offered]
    assert re.findall(r"'(--[a-z-]+)'", flags) == options
    assert CliRunner().invoke(main, ["build", *options, "--help"]).exit_code == 0


def test_commands_of_the_workflows_exist(repository: Path) -> None:
    """Each command that a workflow runs is one of ours, with options that it knows."""
    for name in ("check.yml", "publish.yml"):
        for line in _runs(_workflow(repository, name)):
            if line.startswith("cyclebook "):
                told = CliRunner().invoke(main, [*line.removesuffix("$FLAGS").split()[1:], "--help"])
                assert told.exit_code == 0, line


def test_no_page_links_to_its_source(repository: Path) -> None:
    """`mkdocs.yml` names no repository, so that no page leads to raw counts."""
    text = (repository / "mkdocs.yml").read_text("utf-8")
    assert not re.search(r"^\s*(?:repo_url|repo_name|edit_uri)", text, re.MULTILINE)
    assert "content.action" not in text

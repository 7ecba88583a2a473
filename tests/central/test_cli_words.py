"""The commands as the help names them, and sentences for everything they may be refused for."""

import re
import string

import pytest

from app import places
from app.central import cli
from app.central.commands import backups, proof, shell

HELP = places.resources() / "help"
PAGES = [path for path in HELP.rglob("*.md") if "zuoxi-admin" in path.read_text("utf-8")]
TYPED = re.compile(r"zuoxi-admin +([a-z][a-z-]+)([^\n`|]*)")
CODES = re.compile(r'(?:AdminRefused|PersonRefused|CentralUnfit)\(\s*"([a-z_]+)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(HELP)))
def test_what_the_help_says_to_type_exists(page):
    typed = TYPED.findall(page.read_text("utf-8"))
    assert typed
    for name, rest in typed:
        command = cli.main.commands[name]
        options = {option for param in command.params for option in param.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options, f"{name}{rest}"


def test_the_page_of_the_central_database_names_every_command():
    for lang in (".", "zh_TW", "en"):
        text = (HELP / lang / "central.md").read_text("utf-8")
        assert set(cli.main.commands) == {
            name for name, _ in TYPED.findall(text) if name in cli.main.commands
        } | {name for name in cli.main.commands if f"`{name}`" in text}


def test_every_refusal_has_its_sentence():
    raised = set()
    for path in (places.ROOT / "app" / "central").rglob("*.py"):
        raised |= set(CODES.findall(path.read_text("utf-8")))
    assert raised | {"behind", "too_new"} == set(shell._SENTENCES)


def test_every_break_of_a_chain_has_its_words():
    assert set(proof._WRONG) <= set(backups._PROBLEMS)
    for words in backups._PROBLEMS.values():
        assert len(list(string.Formatter().parse(words))) <= 2  # one detail each

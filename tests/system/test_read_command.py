"""`mailaide read` prints one line of JSON a message, without an account."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from mailaide.cli import main

KEYS = [
    "id",
    "language",
    "new_text",
    "auto_reply",
    "complaint",
    "questions",
    "changes",
    "approval",
    "praise",
    "price_dispute",
    "promises",
    "holding_reply",
    "answers",
    "fees_named",
    "overpromise",
    "blame",
    "silence_as_consent",
    "disclaimers",
    "better",
]


def run(*arguments: str, text: str = "") -> tuple[int, list[dict[str, Any]], str]:
    result = CliRunner().invoke(main, ["read", *arguments], input=text)
    lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    return result.exit_code, lines, result.output


def test_a_clients_mail_is_one_line_of_what_it_says() -> None:
    record = {"id": "a1", "subject": "Re: hek", "body": "Akkoord!\n\n> Mag het hek zo?", "language": "nl"}

    status, (line,), _ = run("--jsonl", "-", text=json.dumps(record) + "\n\n")

    assert status == 0
    assert list(line) == KEYS
    assert (line["id"], line["new_text"], line["approval"], line["language"]) == ("a1", "Akkoord!", "explicit", "nl")


def test_a_line_of_ours_has_promises_seen_from_its_own_day() -> None:
    body = "Ja, dat kan. Morgen stuur ik de proef, dat is € 95."
    record = {"id": 7, "body": body, "language": "nl", "own": True, "date": "2026-01-08T23:30:00-05:00"}

    _, (line,), _ = run("--jsonl", "-", text=json.dumps(record))

    assert line["promises"] == [{"text": "Morgen stuur ik de proef, dat is € 95.", "due": "2026-01-09"}]
    assert (line["answers"], line["fees_named"], line["questions"]) == (True, ["€ 95"], [])


def test_our_wording_is_told_with_a_better_one() -> None:
    body = "If we don't hear from you by Friday, we will assume you agree. I guarantee you'll be number one in Google."
    record = {"id": 8, "body": body, "language": "en", "own": True}

    _, (line,), _ = run("--jsonl", "-", text=json.dumps(record))

    (silence,), (overpromise,) = line["silence_as_consent"], line["overpromise"]
    assert silence == "If we don't hear from you by Friday, we will assume you agree."
    assert [one["text"] for one in line["better"]] == [silence, overpromise]
    assert all(one["better"] for one in line["better"])
    assert line["disclaimers"] == []


def test_each_file_of_mail_is_a_line(tmp_path: Path) -> None:
    file = tmp_path / "one.eml"
    file.write_bytes(
        b"From: a@example.com\r\nSubject: Out of office: gate\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nI am on leave until 9 March.\r\n"
    )

    _, (line,), _ = run(str(file))

    assert (line["id"], line["auto_reply"], line["questions"]) == ("one.eml", True, [])


def test_a_broken_line_is_named() -> None:
    status, lines, output = run("--jsonl", "-", text='{"id": 1, "body": "Hi"}\n[]\n')

    assert status != 0
    assert len(lines) == 1
    assert "line 2 is not an object" in output

"""The yardstick runs: a small mailbox, without the other tools."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from system.dovecot import Dovecot

from bench import mailbox

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.dovecot
def test_the_bench_prints_its_tables(dovecot: Dovecot):
    options = ("--messages", "300", "--runs", "1", "--alone", "--only", "headers", "--only", "polls")

    done = subprocess.run(
        [sys.executable, "-m", "bench.sync", *options], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "300 messages in INBOX" in done.stdout
    assert "mailaide, headers → store" in done.stdout
    assert "nothing new, for each folder" in done.stdout


@pytest.mark.dovecot
def test_the_bench_of_push_prints_its_tables(dovecot: Dovecot):
    options = ("--deliveries", "2", "--accounts", "10", "--seconds", "1")

    done = subprocess.run(
        [sys.executable, "-m", "bench.push", *options], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "2 deliveries, poll every hour" in done.stdout
    assert done.stdout.splitlines()[-2].split("│")[1:3] == ["       10 ", "       1 "]


def test_the_bench_of_decide_prints_its_tables():
    options = ("--projects", "12", "--messages", "20", "--seconds", "0.2")

    done = subprocess.run(
        [sys.executable, "-m", "bench.decide", *options], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "12 projects with 20 messages each" in done.stdout
    assert [line.split("│")[1].strip() for line in done.stdout.splitlines()[-3:-1]] == ["of 10", "of 12"]


def test_the_mailbox_is_always_the_same_and_as_large_as_asked():
    first, again = list(mailbox.mailbox(300)), list(mailbox.mailbox(300))

    assert first == again
    assert counted(first)["INBOX"] == 300
    clients = {one.domain for one in mailbox.clients()}
    from_clients = sum(any(domain.encode() in one.raw for domain in clients) for one in first if one.folder == "INBOX")
    assert 0.35 < from_clients / 300 < 0.5


def counted(found: list[mailbox.Delivery]) -> Mapping[str, int]:
    return {name: sum(one.folder == name for one in found) for name in ("INBOX", "Sent")}

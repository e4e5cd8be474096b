"""Whole conversations, message by message on a real mail server, with a cycle after each and at every wake instant.

What the facts are worth is scored on the twins, where they must be the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from imapclient import IMAPClient
from replay import Replay, replayed, replayed_in_memory
from system.conversations import Conversation, load
from system.dovecot import Dovecot

from mailaide.adapters.imap.mailbox import ImapMailbox
from mailaide.core.mail import Role

pytestmark = pytest.mark.dovecot

CONVERSATIONS = {conversation.id: conversation for conversation in load()}
FOLDERS = {Role.INBOX: "INBOX", Role.SENT: "Verzonden items", Role.DRAFTS: "Drafts"}
AT_THE_SAME_TIME = 2
BEFOREHAND = re.compile(r"#(?:half|ready)[^#]*$")


def replayed_on(server: Dovecot, conversation: Conversation) -> Replay:
    account = server.account(conversation.id, name="work", port=server.port, tls="none")
    mailbox = ImapMailbox(account, lambda: "secret")
    with closing(mailbox), server.client(conversation.id) as client:
        return replayed(
            conversation,
            mailbox,
            lambda mail: client.append(FOLDERS[mail.role], mail.raw, (), mail.at),
            lambda: _lying(client),
        )


def _lying(client: IMAPClient) -> list[tuple[str, str]]:
    client.select_folder(FOLDERS[Role.DRAFTS], readonly=True)
    rows = client.fetch(client.search(), ["BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO)]"])
    found = []
    for row in rows.values():
        header = next(value for key, value in row.items() if key.startswith(b"BODY[")).decode()
        fields = {name.lower(): value for name, value in re.findall(r"(?m)^([\w-]+):\s*(\S+)", header)}
        found.append((fields["message-id"], fields.get("in-reply-to", "")))
    return found


@pytest.fixture(scope="module")
def replays(dovecot: Dovecot) -> Mapping[str, Replay]:
    with ThreadPoolExecutor(AT_THE_SAME_TIME) as pool:
        found = list(pool.map(lambda one: replayed_on(dovecot, one), CONVERSATIONS.values()))
    return {replay.conversation.id: replay for replay in found}


@pytest.fixture(params=CONVERSATIONS)
def replay(request: pytest.FixtureRequest, replays: Mapping[str, Replay]) -> Replay:
    return replays[request.param]


def test_every_conversation_is_filed_and_some_bring_drafts_and_alerts(replays: Mapping[str, Replay]) -> None:
    assert all(replay.filed for replay in replays.values())
    assert any(replay.lying and replay.drafts for replay in replays.values())
    assert any(replay.alerts for replay in replays.values())


def test_every_cycle_goes_through(replay: Replay) -> None:
    assert replay.faults == []


def test_no_message_is_filed_in_another_project(replay: Replay) -> None:
    homes = replay.conversation.homes
    astray = {one: project for one, project in replay.filed.items() if project not in homes[one]}

    assert astray == {}


def test_nearly_all_messages_are_filed(replays: Mapping[str, Replay], scores: dict[str, list[str]]) -> None:
    filed = sum(len(replay.filed) for replay in replays.values())
    unfiled = {one: why for replay in replays.values() for one, why in replay.unfiled.items()}
    scores[f"projects of {filed + len(unfiled)} messages"] = [
        f"in the right project {filed}, in a wrong one 0, in none {len(unfiled)}",
        *(f"{one}: {why}" for one, why in unfiled.items()),
    ]

    assert filed >= 0.97 * (filed + len(unfiled)), unfiled


def test_no_draft_answers_a_machine(replay: Replay) -> None:
    assert {draft.answers for draft in replay.drafts}.isdisjoint(replay.conversation.machines)


def test_no_draft_lies_there_twice(replay: Replay) -> None:
    for lying in replay.lying:
        assert _twice(identifier for identifier, _ in lying) == []
        assert _twice(answers for _, answers in lying if answers) == []


def test_no_alert_comes_before_its_time(replay: Replay) -> None:
    """But for those that say beforehand that it is coming."""
    told = [alert for alert in replay.alerts if alert.duty != "question"]
    early = [alert.key for alert in told if alert.planned_at < alert.due and not BEFOREHAND.search(alert.key)]

    assert early == []


def test_a_real_server_tells_the_same_facts_as_its_twin(replay: Replay) -> None:
    assert replay.facts == replayed_in_memory(replay.conversation).facts


def _twice(items: Iterable[str]) -> list[str]:
    return [item for item, count in Counter(items).items() if count > 1]

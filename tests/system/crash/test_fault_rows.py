"""The fault catalogue's rows about placing drafts and about storage, each by its number, against a real server.

Here are those that need a line that fails, a killed process or a disk of our own.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from imapclient import IMAPClient
from system.crash import tracer
from system.crash.proxy import Kind, Trouble, Way, commands
from system.crash.rig import Case, LineFault, Release, Result, Rig
from system.crash.scenes import CLIENTS, COMPLAINT, DUE, MINUTE, MONDAY_9H, US, Place, Scene, Verdict, judge, mail
from system.dovecot import Dovecot

import mailaide

pytestmark = pytest.mark.dovecot

PUT, TAKEN = b"Message-ID: <", b"APPENDUID"
"""What the pieces hold that carry a message to the server, and those that tell of it."""

BOTH_AT = Scene.BOTH.acts_at


def not_exact(rig: Rig, scene: Scene, trouble: Kind, way: Way, word: bytes, **how: Release) -> list[Result]:
    """Of one case for each piece that holds the word, those that did not end well."""
    faults = [
        LineFault(trouble=Trouble(kind=trouble, way=way, at=number, word=word), tls=False, **how)
        for number in range(1, rig.times(scene, way, word) + 1)
    ]
    assert faults
    results = [rig.run(Case(scene=scene, faults=(fault,))) for fault in faults]
    assert all(result.struck for result in results)
    return [result for result in results if not result.exact]


def after(rig: Rig, place: Place, scene: Scene) -> Verdict:
    """The verdict, when everything after was well."""
    rig.well(place, *(at for at in scene.later if at > scene.acts_at + MINUTE))
    return judge(rig.seen(place, scene), rig.expected[scene])


# The line


def test_fault_01_the_answer_to_an_append_is_lost(rig: Rig):
    assert not_exact(rig, Scene.BOTH, Kind.RESET, Way.DOWN, TAKEN) == []


def test_fault_02_an_append_commits_after_we_came_back_and_looked(rig: Rig):
    assert not_exact(rig, Scene.BOTH, Kind.HOLD, Way.UP, PUT) == []


def test_fault_02_a_draft_commits_after_it_was_put_again(rig: Rig):
    """Past the settle time it lies there twice, until the twin is taken away."""
    assert not_exact(rig, Scene.DRAFTS, Kind.HOLD, Way.UP, PUT, release=Release.TRIED_AGAIN) == []


def test_fault_02_an_alert_commits_after_it_was_put_again(rig: Rig):
    assert not_exact(rig, Scene.ALERTS, Kind.HOLD, Way.UP, PUT, release=Release.TRIED_AGAIN) == []


def test_fault_02_the_server_stands_still_during_an_append(rig: Rig):
    assert not_exact(rig, Scene.DRAFTS, Kind.STOP, Way.UP, PUT) == []


def test_fault_03_each_append_follows_a_look_at_its_folder_opened_anew_in_a_session_that_is_fresh(rig: Rig):
    said = commands(rig.transcript(Scene.BOTH))
    first_looks = [
        (connection, words) for connection, words in said if re.search(r"APPEND|EXAMINE|AUTHENTICATE", words)
    ]
    appends = [number for number, (_, words) in enumerate(first_looks) if "APPEND" in words]

    assert len(appends) == 4
    for number in appends:
        connection, words = first_looks[number]
        folder = words.split()[1].strip('"')
        before = [word for where, word in first_looks[:number] if where == connection]
        assert "AUTHENTICATE" in before[0]
        assert f"EXAMINE {folder}" in [word.replace('"', "") for word in before]
    assert {connection for connection, words in said if "APPEND" in words} == {2}  # the first one read the news


def test_fault_04_search_is_never_asked(rig: Rig):
    assert [words for scene in Scene for _, words in commands(rig.transcript(scene)) if "SEARCH" in words] == []


@pytest.mark.parametrize(
    "lie",
    [
        lambda piece: piece.replace(b" UIDPLUS", b""),
        lambda piece: re.sub(rb"\[APPENDUID (\d+) (\d+)\] ", b"", piece),
        lambda piece: re.sub(rb"APPENDUID (\d+) (\d+)", rb"APPENDUID \2 \1", piece),
        lambda piece: re.sub(rb"APPENDUID (\d+) (\d+)", rb"APPENDUID \1 1", piece),
    ],
    ids=["no UIDPLUS", "no APPENDUID", "reversed", "another message's"],
)
def test_fault_05_uidplus_is_missing_or_false(lie: Callable[[bytes], bytes], rig: Rig):
    scene, line = Scene.BOTH, rig.lines[False]
    place = rig.place(scene)
    place.connect(line.port, tls=False)
    line.rewrite = lie
    try:
        rig.well(place, scene.acts_at, *scene.later)
    finally:
        line.rewrite = lambda piece: piece

    assert judge(rig.seen(place, scene), rig.expected[scene]) == Verdict()


@pytest.mark.parametrize("killed_at", [None, "Drafts", "INBOX"])
def test_fault_06_a_new_uidvalidity_makes_no_second_draft(killed_at: str | None, rig: Rig):
    """When nothing was open, and when the answer to an APPEND to this folder was lost just before."""
    scene, line = Scene.BOTH, rig.lines[False]
    place = rig.place(scene)
    before = {(folder, one.raw) for (folder, _), one in rig.befores[scene].seen().theirs.items()}
    if killed_at:
        place.connect(line.port, tls=False)
        line.arm(Trouble(kind=Kind.RESET, way=Way.DOWN, at=1 if killed_at == "Drafts" else 3, word=TAKEN))
        rig.forks.once(place.config, scene.acts_at, log=place.log()).wait()
        place.connect()
    else:
        rig.well(place, scene.acts_at)
    for folder in ("", ".Drafts", ".Verzonden items"):
        for index in (place.maildir / "mail" / folder).glob("dovecot*ind*"):
            index.unlink()
        (place.maildir / "mail" / folder / "dovecot-uidlist").unlink()
    rig.well(place, *scene.later)

    found = [(folder, one.raw) for (folder, _), one in place.seen().theirs.items()]
    ours = sorted((folder, identifier(raw)) for folder, raw in found if (folder, raw) not in before)
    assert before <= set(found)
    assert ours == sorted(rig.expected[scene].ours.elements())


@pytest.mark.parametrize(("touch", "left"), [("nothing", 1), ("flag", 2), ("text", 2), ("no draft", 2)])
def test_fault_10_only_a_twin_that_nobody_touched_is_taken_away(touch: str, left: int, rig: Rig):
    place = rig.place(Scene.DRAFTS)
    rig.well(place, Scene.DRAFTS.acts_at)
    with rig.server.client(place.user) as client:
        client.select_folder("Drafts")
        uid = max(client.search(["ALL"]))
        raw = client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
        raw = raw.replace(b"Beste", b"Beste, beste") if touch == "text" else raw
        marks = {"flag": ["\\Draft", "\\Seen", "\\Flagged"], "no draft": ["\\Seen"]}.get(touch, ["\\Draft", "\\Seen"])
        client.append("Drafts", raw, marks)
    rig.well(place, *Scene.DRAFTS.later)

    ours = rig.seen(place, Scene.DRAFTS).ours
    assert ours["Drafts", identifier(raw)] == left
    assert ours.total() == 5 + left  # the other draft, and two alerts a complaint


def test_a_server_that_refuses_an_append_is_told_and_it_is_tried_again(rig: Rig):
    place, line = rig.place(Scene.BOTH), rig.lines[False]
    place.connect(line.port, tls=False)
    line.arm(Trouble(kind=Kind.REFUSE, way=Way.UP, at=0, word=b" APPEND "))
    refused, statuses = [], []
    for wait in (0 * MINUTE, 11 * MINUTE):
        refused.append(rig.forks.once(place.config, BOTH_AT + wait, log=place.log()))
        statuses.append(refused[-1].wait())
    states, put = {state for _, state in place.intents()}, rig.seen(place, Scene.BOTH).ours
    line.arm(None)

    assert (statuses, states, put.total()) == ([1, 1], {"attempted"}, 0)
    assert all("NOPERM" in one.said and "Traceback" not in one.said for one in refused)
    assert after(rig, place, Scene.BOTH) == Verdict()


def test_fault_17_a_mailbox_that_is_full_gets_its_draft_once_there_is_room(rig: Rig, tmp_path: Path):
    quota = "mail_plugins = quota\nprotocol imap {\n  mail_plugins = quota imap_quota\n}\n"
    quota += "plugin {\n  quota = count:User quota\n  quota_rule = *:bytes=60000\n  quota_vsizes = yes\n}\n"
    with Dovecot(more=quota) as server:
        place = Place(tmp_path / "place", server, "full")
        place.connect()
        ballast = mail("X <x@x.example>", US, "Big", "<big@x.example>", "ballast\n" * 6_000)
        rig.well(place, MONDAY_9H - MINUTE)
        complaint = mail(CLIENTS["harbour"], US, "Waar blijft het", "<c@harbour.example>", COMPLAINT)
        place.deliver("INBOX", complaint.as_bytes(), MONDAY_9H)
        place.deliver("Trash", ballast.as_bytes(), MONDAY_9H)
        with contextlib.suppress(IMAPClient.Error):
            while True:
                place.deliver("Trash", mail(US, US, "Some", "<some@x.example>", "more\n").as_bytes(), MONDAY_9H)
        full = rig.forks.once(place.config, MONDAY_9H + MINUTE, log=place.log())
        status, states = full.wait(), {state for _, state in place.intents()}
        for look in (20, 40, 41):  # in the first two an alert is refused
            still = rig.forks.once(place.config, MONDAY_9H + look * MINUTE, log=place.log())
            still_status, said = still.wait(), still.said
        with server.client("full") as client:
            client.select_folder("Trash")
            client.delete_messages(client.search(["ALL"]))
            client.expunge()
        rig.well(place, *(MONDAY_9H + timedelta(hours=hours) for hours in (25, 26)))
        drafts = [uid for folder, uid in place.seen().theirs if folder == "Drafts"]

    assert status == 1
    assert "the mailbox is full" in full.said
    assert "Make room in it" in full.said
    assert states == {"planned"}
    assert (still_status, "tried again once a day" in said) == (1, True)
    assert len(drafts) == 1


def test_fault_18_drafts_are_put_with_crlf_and_without_nul(rig: Rig):
    place = rig.place(Scene.DRAFTS)
    text = COMPLAINT.replace("erg", "erg\0erg").encode()
    head = f"From: {CLIENTS['bridge']}\r\nTo: {US}\r\nSubject: Nul\r\nMessage-ID: <nul@bridge.example>\r\n\r\n"
    rig.server.drop(place.user, head.encode() + text, MONDAY_9H)
    line = rig.lines[False]
    place.connect(line.port, tls=False)
    line.arm(None)
    rig.well(place, Scene.DRAFTS.acts_at)
    literals = [one.raw for one in line.transcript if one.way is Way.UP and PUT in one.raw]

    assert len(literals) >= 2
    assert [raw for raw in literals if b"\0" in raw or re.search(rb"(?<!\r)\n|\r(?!\n)", raw)] == []


@pytest.mark.parametrize("scene", [Scene.ANSWERED, Scene.REWRITTEN])
def test_a_draft_taken_back_is_not_taken_for_one_that_the_person_deleted(scene: Scene, rig: Rig):
    """One that is to be written anew must then still be written."""
    assert not_exact(rig, scene, Kind.RESET, Way.DOWN, b"Expunge completed") == []


# The disk


def test_fault_64_an_append_waits_until_its_intent_is_on_the_disk(rig: Rig, tmp_path: Path):
    place, line, trace = rig.place(Scene.BOTH), rig.lines[False], tmp_path / "trace"
    place.connect(line.port, tls=False)
    child = rig.forks.once(place.config, BOTH_AT, log=place.log(), gate=True)
    options = ("-y", "-s", "200", "-e", "trace=pwrite64,fdatasync,sendto,write")
    assert tracer.run(child, "-o", str(trace), *options) == 0
    calls = trace.read_text(encoding="utf-8").splitlines()
    appends = [number for number, call in enumerate(calls) if "APPEND" in call and "sendto(" in call]
    written = [number for number, call in enumerate(calls) if "mailaide.db" in call]

    assert len(appends) == 4
    for append in appends:
        last = max(number for number in written if number < append)
        assert calls[last].split("(")[0].split()[-1] == "fdatasync", calls[last]


@contextlib.contextmanager
def small_disk(at: Path) -> Iterator[None]:
    at.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=40m", "none", str(at)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a file system of its own needs root, and a container that lets it mount")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def test_fault_66_a_full_disk_is_told_and_nothing_is_put_until_there_is_room(rig: Rig, tmp_path: Path):
    scene = Scene.BOTH
    place = rig.place(scene)
    with small_disk(tmp_path / "disk"):
        shutil.copytree(place.state, tmp_path / "disk" / "state")
        shutil.rmtree(place.state)
        place.state.symlink_to(tmp_path / "disk" / "state")
        filler = tmp_path / "disk" / "filler"
        filler.write_bytes(b"\0" * 20 * 1024**2)
        full = rig.forks.once(place.config, BOTH_AT, log=place.log())
        status, put = full.wait(), rig.seen(place, scene).ours
        filler.unlink()
        verdict = after(rig, place, scene)

    assert (status, put.total()) == (1, 0)
    assert "almost full" in full.said
    assert "32 MB needed. Nothing was done to the mailbox. Free some space" in full.said
    assert "Traceback" not in full.said
    assert verdict == Verdict()


@pytest.mark.parametrize("what", ["mailaide.db", "."])
def test_fault_66_a_store_that_cannot_be_written_is_told_and_nothing_is_put(what: str, rig: Rig):
    scene = Scene.BOTH
    place = rig.place(scene)
    root = os.geteuid() == 0
    if root and not all(folder.stat().st_mode & 0o001 for folder in Path(mailaide.__file__).parents):
        pytest.skip("root may write everything, and nobody else may read where the program lies")
    for one in (place.state, *place.state.iterdir()):
        if root:
            shutil.chown(one, "nobody")
        one.chmod(0o700 if one.is_dir() else 0o600)
    unwritable = place.state / what
    unwritable.chmod(0o500 if what == "." else 0o400)
    if root:
        shutil.chown(unwritable, "root", "nogroup")
        unwritable.chmod(0o755 if what == "." else 0o644)
        for path in (rig.base, place.folder):
            path.chmod(0o755)
    refused = rig.forks.once(place.config, BOTH_AT, log=place.log(), as_nobody=root)
    status, put = refused.wait(), rig.seen(place, scene).ours
    unwritable.chmod(0o700 if what == "." else 0o600)
    verdict = after(rig, place, scene)

    assert (status, put.total()) == (1, 0)
    assert "Nothing was " in refused.said
    assert "Traceback" not in refused.said
    assert verdict == Verdict()


# The state


def test_fault_67_of_two_that_start_at_once_one_acts(rig: Rig):
    scene = Scene.BOTH
    place = rig.place(scene)
    two = [rig.forks.once(place.config, BOTH_AT, log=place.log(), gate=True) for _ in range(2)]
    for one in two:
        one.go()
    ended = sorted((one.wait(), "Another mailaide works with" in one.said) for one in two)

    assert ended in ([(0, False), (1, True)], [(0, False), (0, False)])  # or one after the other
    assert after(rig, place, scene) == Verdict()


def test_fault_67_two_first_starts_at_once_agree_on_one_secret(rig: Rig):
    scene = Scene.FIRST
    place = rig.place(scene)
    two = [rig.forks.once(place.config, scene.acts_at, log=place.log(), gate=True) for _ in range(2)]
    for one in two:
        one.go()
    for one in two:
        one.wait()
    rig.well(place, *scene.later)

    assert rig.seen(place, scene).ours.total() == rig.expected[scene].ours.total()


@pytest.mark.parametrize("scene", [Scene.DRAFTS, Scene.ALERTS])
def test_fault_67_a_database_restored_from_before_the_act_step_adopts_what_lies_there(scene: Scene, rig: Rig):
    place = rig.place(scene)
    shutil.copytree(place.state, place.folder / "yesterday")
    rig.well(place, scene.acts_at, scene.acts_at + 11 * MINUTE)
    shutil.rmtree(place.state)
    shutil.copytree(place.folder / "yesterday", place.state)

    assert after(rig, place, scene) == Verdict()


@pytest.mark.parametrize("scene", [Scene.DRAFTS, Scene.ALERTS, Scene.BOTH])
def test_fault_67_without_its_database_it_adopts_what_lies_there(scene: Scene, rig: Rig):
    place = rig.place(scene)
    rig.well(place, scene.acts_at)
    lay = rig.seen(place, scene).ours
    for file in place.state.glob("mailaide.db*"):
        file.unlink()
    rig.well(place, *scene.later)

    seen, expected = rig.seen(place, scene), rig.expected[scene]
    came = seen.ours - lay
    assert (lay - seen.ours).total() == 0
    assert {folder for folder, _ in came} <= {"INBOX"}
    assert max(seen.ours.values()) == 1
    assert came.total() <= (expected.ours - lay).total()  # what is raised again comes in one summary perhaps
    assert judge(seen, expected).touched == 0


def identifier(raw: bytes) -> str:
    return str(message_from_bytes(raw, policy=default)["Message-ID"])


def test_the_due_time_comes_after_the_settle_time():
    """Otherwise the cycles without faults would prove nothing."""
    assert [at > DUE for at in Scene.DRAFTS.later].count(True) >= 3

"""Row 28: the person lets mailaide in on a page of a scripted authorization server, whose answer comes to loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from authorization_server import ACCESS, CODE, REFRESH, AuthorizationServer, Browser, running

from mailaide.adapters.oauth import AccessTokens, Endpoint
from mailaide.adapters.oauth_consent import NOT_OURS, THANKS, Consent, refresh_token
from mailaide.adapters.secrets import Passwords
from mailaide.errors import ConsentLost, SecretMissing


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with running() as server:
        yield server


def asked(server: AuthorizationServer, show: Callable[[str], None], seconds: float = 30.0) -> str:
    consent = Consent(page=server.page, scope="imap", user="anna@devries.example")
    return refresh_token("studio", endpoint(server), consent, show, seconds=seconds)


def endpoint(server: AuthorizationServer) -> Endpoint:
    return Endpoint(url=server.token_endpoint, client_id="mailaide")


def tokens(server: AuthorizationServer, folder: Path, **files: Path) -> AccessTokens:
    return AccessTokens(Passwords(files), folder, endpoints={"studio": endpoint(server)}, commands={})


def test_fault_28_who_agrees_gives_a_refresh_token(server: AuthorizationServer):
    browser = Browser()

    assert asked(server, browser) == REFRESH
    assert browser.closed() == [(200, THANKS)]


def test_the_page_is_asked_for_a_code_that_only_the_asker_can_use(server: AuthorizationServer):
    questions = []
    for _ in range(2):
        asked(server, Browser())
        questions.append(server.question)

    one, other = questions
    own = {"redirect_uri", "state", "code_challenge"}
    assert {name: value for name, value in one.items() if name not in own} == {
        "kind": "offline",
        "response_type": "code",
        "client_id": "mailaide",
        "scope": "imap",
        "code_challenge_method": "S256",
        "login_hint": "anna@devries.example",
    }
    assert one["redirect_uri"].startswith("http://127.0.0.1:")
    assert all(one[name] != other[name] for name in ("state", "code_challenge"))


@pytest.mark.parametrize("before", ["/?code=stolen&state=another", "/favicon.ico", "/?error=access_denied"])
def test_fault_28_an_answer_to_another_question_is_turned_away(server: AuthorizationServer, before: str):
    browser = Browser(before)

    assert asked(server, browser) == REFRESH
    assert browser.closed() == [(404, NOT_OURS), (200, THANKS)]


def test_fault_28_who_refuses_is_told_that_nothing_was_changed(server: AuthorizationServer):
    server.refuses = "access_denied"
    with pytest.raises(ConsentLost, match=r"refused \(access_denied\). Nothing was changed"):
        asked(server, Browser())


def test_nobody_waits_for_ever_for_a_browser(server: AuthorizationServer):
    with pytest.raises(ConsentLost, match="no answer came from the browser"):
        asked(server, lambda _: None, seconds=0.01)


def test_access_that_would_end_in_an_hour_is_not_taken(server: AuthorizationServer):
    del server.gives["refresh_token"]
    with pytest.raises(ConsentLost, match="gave no refresh token"):
        asked(server, Browser())


def test_fault_28_no_code_and_no_token_is_told(
    server: AuthorizationServer, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
):
    caplog.set_level("DEBUG")
    server.forgets, shown = True, list[str]()
    browser = Browser()

    def show(address: str) -> None:
        shown.append(address)
        browser(address)

    with pytest.raises(ConsentLost) as raised:
        asked(server, show)

    said = "".join((*shown, str(raised.value), caplog.text, *capfd.readouterr()))
    assert not [secret for secret in (CODE, REFRESH, ACCESS, server.forms[0]["code_verifier"]) if secret in said]


@pytest.mark.parametrize("given", ["", "of-an-earlier-consent"], ids=["without one before", "in place of an earlier"])
def test_who_was_let_in_logs_in_from_then_on(server: AuthorizationServer, tmp_path: Path, given: str):
    file = tmp_path / "studio.token"
    file.write_text(given, "utf-8")
    browser = Browser()

    tokens(server, tmp_path, studio=file).connect("studio", lambda _: asked(server, browser))

    assert tokens(server, tmp_path, studio=file).password("studio") == ACCESS
    assert server.forms[-1]["refresh_token"] == REFRESH
    [kept] = tmp_path.glob("oauth-*.json")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_who_was_never_let_in_is_told_how(server: AuthorizationServer, tmp_path: Path):
    with pytest.raises(SecretMissing, match="mailaide connect studio"):
        tokens(server, tmp_path, studio=tmp_path / "gone").password("studio")

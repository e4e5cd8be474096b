"""The reader's section: a language model on this computer, or one elsewhere that is named twice."""

import pytest
from config.config_files import SMALLEST, problems

from mailaide.config import load
from mailaide.config.settings import ReaderSettings


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_a_reader_on_this_computer_needs_no_leave(write, host):
    path = write(f"{SMALLEST}reader: {{url: 'http://{host}:11434/v1', model: small}}\n")

    reader = load(path).reader

    assert reader == ReaderSettings(url=f"http://{host}:11434/v1", model="small", timeout_seconds=20, elsewhere=False)


@pytest.mark.parametrize(
    ("section", "problem"),
    [
        ("url: 'http://gpu.example/v1', model: m", 'sent to "gpu.example", which is not this computer'),
        ("url: 'https://gpu.example/v1', model: m, allow_host: cpu.example", 'write "allow_host: gpu.example"'),
        ("url: 'https://127.0.0.1.example/v1', model: m", "which is not this computer"),
        ("url: 'http://gpu.example/v1', model: m, allow_host: gpu.example", "write https"),
        ("url: 'ftp://127.0.0.1/v1', model: m", "this is not the address of a reader"),
        ("url: 'http://me:secret@127.0.0.1/v1', model: m", "this is not the address of a reader"),
        ("url: 'http://127.0.0.1/v1', model: m, timeout_seconds: 600", "too large"),
    ],
)
def test_a_reader_elsewhere_is_refused_unless_it_is_named(write, section, problem):
    (line,) = problems(write(f"{SMALLEST}reader: {{{section}}}\n"))

    assert problem in line
    assert "secret" not in line


def test_a_reader_elsewhere_is_asked_over_tls(write):
    path = write(f"{SMALLEST}reader: {{url: 'https://GPU.example/v1', model: m, allow_host: gpu.example}}\n")

    reader = load(path).reader

    assert reader is not None
    assert reader.elsewhere

"""A certificate that signs itself, for a server of the tests: `cert.pem` and `key.pem` in a folder."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any


def certify(folder: Path, name: str, **running: Any) -> None:
    """`name` as a certificate has it: "DNS:localhost". `running` says as whom."""
    made_for = ("-subj", f"/CN={name.partition(':')[2]}", "-addext", f"subjectAltName={name}")
    files = ("-keyout", "key.pem", "-out", "cert.pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", *made_for, *files]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, **running)

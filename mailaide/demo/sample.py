from dataclasses import dataclass
from datetime import datetime

from mailaide.core.mail import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMail:
    role: Role
    raw: bytes
    received_at: datetime
    flags: tuple[str, ...] = ()


def sample(now):
    return []

"""A mail server, a mailbox and a configuration that belong together, so that the daemon can be seen at work.

Nothing here leaves this machine: the server listens on loopback and delivers to nobody.
"""

from mailaide.demo.fill import fill
from mailaide.demo.sample import SampleMail, sample
from mailaide.demo.server import DemoServer
from mailaide.demo.settings import settings

__all__ = ["DemoServer", "SampleMail", "fill", "sample", "settings"]

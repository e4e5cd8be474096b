"""`python -m mailaide` is the command `mailaide`."""

from mailaide.cli import main

main(prog_name="mailaide")

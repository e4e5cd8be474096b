"""What a message says. `read` reads it into the values of `signals`; `told` tells all of it for `mailaide read`.

`text` finds what was newly written and its sentences, `days` which day and hour are meant. `client` reads what clients
write, `ours` what we write, `ear` hears complaints and weighs by trained models what the rules leave open.
"""

"""Domains under which strangers have addresses too: none of them can stand for one client.

Free webmail and the providers that give their subscribers an address, for the countries our users mail with.
"""

from __future__ import annotations

SHARED_DOMAINS = frozenset(
    """
    gmail.com googlemail.com
    outlook.com outlook.de outlook.fr outlook.be hotmail.com hotmail.nl hotmail.be hotmail.de hotmail.fr hotmail.co.uk
    live.com live.nl live.be live.de live.fr live.co.uk msn.com
    icloud.com me.com mac.com
    yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.es yahoo.it ymail.com rocketmail.com aol.com
    ziggo.nl home.nl upcmail.nl chello.nl casema.nl quicknet.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl
    tele2.nl telfort.nl online.nl caiway.nl solcon.nl zonnet.nl wxs.nl freedom.nl
    telenet.be skynet.be proximus.be scarlet.be
    gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de mail.de posteo.de posteo.net mailbox.org
    bluewin.ch aon.at
    orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr
    libero.it tiscali.it virgilio.it alice.it wp.pl o2.pl onet.pl interia.pl seznam.cz
    btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com
    proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io tuta.com
    fastmail.com fastmail.fm hey.com zoho.com mail.com email.com inbox.com yandex.com yandex.ru mail.ru
    comcast.net verizon.net att.net sbcglobal.net qq.com 163.com 126.com
    """.split()  # noqa: SIM905  # a list of literals would be five times as long
)

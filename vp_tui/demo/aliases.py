"""Neutral two-word aliases for the cases that the demo makes up itself: every pair of an adjective and a thing.

All nouns are de-words, so that every adjective fits every noun. Callers: ``cases``.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from random import Random

__all__ = ["COUNT", "aliases"]

_ADJECTIVES = """
aardige amberen bedaarde beige berkene blije bolle bonte brede bronzen bruine dappere diepe donzige droge dunne
effen eiken eerlijke fijne flinke frisse fluwelen gebogen gele geruite geurige gewone glanzende goede gouden granieten
grijze grote groene gulle halve heldere hoge houten ivoren jonge kalme kanten kleine kleurige klinkende koele koperen
korte kristallen kromme lage lange late lauwe lederen lege levendige lichte linnen losse luchtige magere malse matte
milde moedige mooie naakte nette nieuwe nobele open oranje oude paarse platte prille pure rechte rijke rijpe ronde
roze ruige ruime rustige satijnen scherpe schone schuine slanke snelle soepele sterke stille stoere strakke taaie
tere trage trotse tinnen vale verre verse vlakke vlotte vochtige volle vroege warme wassen weke wijde wijze wilde
witte wollen zachte zandige zijden zilte zilveren zoete zonnige zuivere zwarte
""".split()  # noqa: SIM905 - words read better than quotation marks
_THINGS = """
acacia akker amandel anjer appel avond baai bal balk bank beek berk beuk bij boei boerderij bol boog boom boot bosrand
bloem brief brug cello ceder citroen dauw dahlia deken dijk distel doos duif duin eekhoorn egel eik eland els emmer
esdoorn fazant fiets fluit fontein forel gans gids gracht grot haan haas halm hamer harp haven hazelaar heuvel hoed
hommel hoorn iep inktvis iris kaars kajuit kapel kastanje kei kiezel klaver klok koffer koers kraanvogel kreek krekel
kruik kust lamp lantaarn lelie lijster linde lucht maan mand meeuw merel molen mot muur narcis nevel noot oever olijf
otter parel peer pen perzik plank plant poort populier raaf reiger rivier roos schaal schelp schuit sleutel
specht spar ster stoel tafel tak tas tulp uil vaart veer vijver vink vlieg vloot vos wal weg wilg wind wolk zee zwaan
""".split()  # noqa: SIM905
COUNT = len(_ADJECTIVES) * len(_THINGS)
"""How many there are."""


def aliases(random: Random, taken: Set[str]) -> Iterator[str]:
    """Every alias once, in an order drawn from ``random``, but for those ``taken``."""
    for number in random.sample(range(COUNT), COUNT):
        first, second = divmod(number, len(_THINGS))
        alias = f"{_ADJECTIVES[first]} {_THINGS[second]}"
        if alias not in taken:
            yield alias

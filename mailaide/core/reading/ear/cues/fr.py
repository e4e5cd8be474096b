"""What dissatisfied, satisfied and apologising people write in French, kind by kind, in small letters."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "dissatisfied": (
        r"\b(?:déçue?s?|décevant\w*|déception|mécontent\w*|insatisf\w*"
        r"|pas (?:du tout |vraiment |très )?(?:content\w*|satisfait\w*|sérieux)|inacceptable\w*|inadmissible\w*"
        r"|honteux|honteuse|scandaleux|frustr\w*|agaç\w*|déplorable\w*|lamentable\w*|nulle?s?|pire|catastroph\w*"
        r"|ridicule|ne peut plus durer|à fuir|incompétent\w*|impoli\w*|à éviter|moque|arnaque)\b"
    ),
    "late": (
        r"\b(?:toujours (?:pas|rien|aucun\w*)|attend(?:s|ons|ais|ions)? (?:toujours|encore|depuis)"
        r"|devai(?:t|ent) être (?:prêt\w*|livr\w*|fini\w*)|(?:vous aviez|vous avez) (?:dit|promis)"
        r"|(?:avions|avons) convenu|délai (?:est )?dépassé"
        r"|(?:semaines?|jours|mois|heures) (?:plus tard|d'attente|après)|en retard|trop tard|trop long\w*"
        r"|autant de temps|retard|report\w+|encore une fois|à nouveau|une fois de plus)\b"
    ),
    "no answer": (
        r"\b(?:(?:pas|aucune|sans) (?:de )?(?:réponse|nouvelles?|retour|suivi)|personne ne (?:répond|rappelle)"
        r"|injoignable\w*|plus de nouvelles|(?:jamais|pas) (?:été )?(?:répondu|rappel\w+|recontact\w+)|ignor\w+"
        r"|relanc\w+|(?:deuxième|troisième|quatrième|\d+e) (?:mail|message|relance|fois))\b"
    ),
    "asked several times": (
        r"\b(?:(?:deuxième|seconde?|troisième|quatrième|énième|\d{1,2}e) (?:fois|mail|message|relance|appel|rappel)"
        r"|(?:deux|trois|quatre|cinq|plusieurs|\d{1,2}) (?:fois|mails|messages|relances|appels)|à chaque fois"
        r"|encore une fois|une fois de plus|à nouveau|de nouveau"
        r"|(?:j'ai|nous avons|j'avais) (?:déjà|pourtant) (?:\w+ ){0,3}(?:demandé|écrit|signalé|appelé|relancé))\b"
    ),
    "faulty work": (
        r"\b(?:pas ce que|ne correspond (?:pas|en rien)|ne (?:fonctionne|marche)\w* (?:pas|plus|toujours)"
        r"|plus rien ne|erreurs?|fautes?|faux|mauvais\w*|bâclé\w*|incomplet\w*|manqu\w+|cassé\w*|endommagé\w*"
        r"|perdu\w*|inutilisable|panne|bug\w*)\b"
    ),
    "money": (
        r"\b(?:jamais (?:accepté|convenu|discuté|validé)|pas (?:annoncé|mentionné|prévu)\w*|frais cachés"
        r"|plus élevée? que|trop cher|rembours\w+|refuse de payer|(?:ne paierai|ne paierons) pas|avoir"
        r"|facturé (?:deux|2) fois|prélev\w+|pour quoi payons|voleurs?)\b"
    ),
    "consequences": (
        r"\b(?:(?<!aucune )(?<!pas une )(?:réclamation|plainte)"
        r"|autre (?:agence|prestataire)|résili\w+|mettre fin|avocat|médiateur"
        r"|perdu confiance|patience|au sérieux|déconseill\w+|dernière (?:chance|fois))\b"
    ),
    "surprise or regret": (
        r"\b(?:franchement|honnêtement|malheureusement|étonn\w+|dommage|je pensais|attendi?ons mieux"
        r"|comment est-ce possible|aurait (?:été|pu))\b"
    ),
    "(praise)": (
        r"\b(?:merci|parfait\w*|excellent\w*|super|bravo|ravi\w*|très (?:bien|content\w*|satisfait\w*)|validé"
        r"|recommande|rapide\w*|aimable\w*|efficace\w*)\b"
    ),
    "(own fault)": (
        r"\b(?:désolée?s?|excuse[sz]?|navrée?|pardon|ma faute|notre faute|mon erreur|notre erreur|j'ai oublié"
        r"|nous avons oublié|je me suis trompée?|la honte|c'est moi qui)\b"
    ),
    "(third party)": (
        r"\b(?:(?:notre|mon|le|la|leur|l') ?(?:ancien|ancienne|précédent|précédente|autre|ex-) ?\w+|concurrent\w*"
        r"|propriétaire|locataires?|fournisseur|transporteur|livreur|mairie|impôts|assurance|assureur|gardien"
        r"|inspecteur|belle-mère|voisins?|voisine|la banque|le train|page de réclamations?"
        r"|formulaire de réclamation|(?:nos|mes|les|vos) (?:clients|visiteurs|lecteurs|invités|membres|parents)"
        r"|pas (?:avec|contre|à cause de) vous|rien à voir avec vous)\b"
    ),
    "(no reproach)": (
        r"\b(?:aucune (?:plainte|réclamation|urgence)|rien à redire|(?:aucun|pas de) (?:problème|souci)"
        r"|ne vous inquiétez|pas d'urgence|rien ne presse|pas mal|quand vous aurez|(?:est|c'est) (?:résolu|réglé)"
        r"|ce n'est pas grave|pour information|prenez votre temps)\b"
    ),
}

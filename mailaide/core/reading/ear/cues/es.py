"""What dissatisfied, satisfied and apologising people write in Spanish, kind by kind, in small letters."""

from __future__ import annotations

from collections.abc import Mapping

CUES: Mapping[str, str] = {
    "dissatisfied": (
        r"\b(?:decepcion\w*|insatisfech\w*|descontent\w*"
        r"|no (?:estoy|estamos) (?:nada |muy )?(?:content\w|satisfech\w|conforme)\w*|inaceptable\w*|vergüenza"
        r"|vergonzos\w|frustra\w*|molest\w*|pésim\w*|fatal|horrible|lamentable|ridícul\w|asco|no podemos seguir"
        r"|nunca más)\b"
    ),
    "late": (
        r"\b(?:todavía no|aún no|seguimos esperando|sigo esperando|sin noticias|esperaba (?:noticias|respuesta)"
        r"|tenía que estar|(?:dijeron|prometieron|dijo|prometió) que|habíamos (?:acordado|quedado)|plazo"
        r"|(?:semanas|días|meses|horas) (?:después|esperando)|tarde|retras\w+|aplaz\w+|otra vez|de nuevo"
        r"|una vez más)\b"
    ),
    "no answer": (
        r"\b(?:(?:sin|ninguna|no (?:he|hemos) recibido) respuesta|nadie (?:contesta|responde|llama)"
        r"|no (?:me |nos )?(?:contestan|responden|llaman|cogen)|no sabemos nada"
        r"|imposible (?:localizar|contactar)\w*|ignor\w+|(?:tercer|segund|cuart)\w* (?:correo|mensaje|vez))\b"
    ),
    "asked several times": (
        r"\b(?:(?:segunda|tercera|cuarta|quinta|enésima) (?:vez|llamada)"
        r"|(?:segundo|tercer|cuarto|quinto|enésimo) (?:correo|mensaje|aviso|intento)"
        r"|(?:dos|tres|cuatro|cinco|varias|\d{1,2}) (?:veces|correos|mensajes|llamadas)|cada vez|otra vez"
        r"|una vez más|de nuevo"
        r"|ya (?:\w+ ){0,3}(?:he|hemos|había) (?:\w+ ){0,2}(?:pedido|preguntado|escrito|avisado|llamado))\b"
    ),
    "faulty work": (
        r"\b(?:no es lo que|no se parece|no (?:funciona|sirve|va)\w*|nada funciona|error(?:es)?|equivocad\w+"
        r"|mal hech\w|incomplet\w+|falta(?:n)?|rot[oa]|dañad\w|perdid\w|inservible|chapuza)\b"
    ),
    "money": (
        r"\b(?:nunca (?:aceptamos|acordamos|hablamos)|no se (?:mencion\w+|habl\w+)|costes ocultos|más alt\w que"
        r"|demasiado caro|devuelvan|reembolso|no (?:pienso|vamos a) pagar|abono"
        r"|cobr(?:ado|aron) (?:dos veces|de más)|qué estamos pagando)\b"
    ),
    "consequences": (
        r"\b(?:(?<!ninguna )(?<!ni una )(?<!sin )queja"
        r"|reclamación|otra (?:agencia|empresa)|cancelar el|rescindir|terminar la|abogad\w"
        r"|perdid\w la confianza|paciencia|en serio|no (?:lo )?recomiendo|última (?:oportunidad|vez))\b"
    ),
    "surprise or regret": (
        r"\b(?:sinceramente|lamentablemente|por desgracia|sorprend\w+|lástima|esperábamos más|cómo es posible"
        r"|habría sido)\b"
    ),
    "(praise)": (
        r"\b(?:gracias|perfecto|excelente|genial|encanta|muy (?:bien|content\w+|satisfech\w+)|buen trabajo"
        r"|aprobado|recomend\w+|rápid\w+|amable\w*)\b"
    ),
    "(own fault)": (
        r"\b(?:perdon\w*|disculp\w*|lo siento|culpa (?:mía|nuestra)|mi culpa|me equivoqué|nos equivocamos"
        r"|se me (?:pasó|olvidó)|me olvidé|qué (?:vergüenza|apuro)|retiro lo dicho)\b"
    ),
    "(third party)": (
        r"\b(?:(?:nuestr\w|mi|el|la|su) (?:anterior|antigu\w|otr\w|ex) ?\w*"
        r"|(?:gestor|proveedor|empresa|agencia|estudio) anterior|competencia|competidor\w*|casero|inquilin\w+"
        r"|proveedor|mensajería|repartidor|ayuntamiento|hacienda|aseguradora|seguro|conserje|inspector|suegra"
        r"|vecin\w+|el banco|el tren|página de quejas|formulario de (?:quejas|reclamaci\w+)"
        r"|(?:nuestros|mis|los|sus) (?:clientes|huéspedes|visitantes|lectores|socios|padres)"
        r"|no (?:es )?(?:contigo|con usted|por ti|cosa tuya)|nada que ver contigo)\b"
    ),
    "(no reproach)": (
        r"\b(?:(?:ninguna|ni una) queja|nada que objetar|ningún problema|sin problema|no (?:se|te) preocupe\w*"
        r"|sin prisa|no es urgente|no pasa nada|nada mal|cuando (?:tenga|tengas|puedas|pueda)"
        r"|(?:está|ya está) (?:resuelto|solucionado|arreglado)|tranquil\w)\b"
    ),
}

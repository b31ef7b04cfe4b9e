"""La traduction : ce que le contrat appelle une action, fait avec le petit LPS. Les deux pilotes s'en servent."""

from lps import Dossier, Refus

TRAITS = {"nomNaissance", "premierPrenom", "sexe", "dateNaissance", "prenomsNaissance", "lieuNaissance",
          "nomUtilise", "prenomUtilise"}


def creer(lps, entree):
    return lps.creer({nom: entree[nom] for nom in TRAITS & entree.keys()}, entree.get("attributs", []))


# action : membres obligatoires de l'entrée, membres facultatifs, ce que fait le LPS
ACTIONS = {
    "reinitialiser": (set(), set(), lambda lps, entree: lps.vider()),
    # Ce LPS n'appelle aucun service : les adresses du banc ne lui servent à rien.
    "configurer": ({"banc"}, {"reglages"}, lambda lps, entree: None),
    # Le pilote ne juge pas ce qui manque à un dossier : le LPS le refuse lui-même.
    "creer-dossier": (set(), TRAITS | {"attributs"}, creer),
    "ouvrir-dossier": ({"dossier"}, set(), lambda lps, entree: lps.ouvrir(entree["dossier"])),
    "modifier-identite": ({"dossier", "traits"}, {"attributs"}, lambda lps, entree: lps.modifier(
        entree["dossier"], entree["traits"], entree.get("attributs"))),
    "controler-piece-identite": ({"dossier", "piece"}, set(), lambda lps, entree: lps.controler_piece(
        entree["dossier"], entree["piece"])),
}

CAPACITES = {"contrat": "1", "lps": {"nom": "Petit LPS", "version": "1.0", "editeur": "Exemple"},
             "actions": list(ACTIONS)}


def defaut_entree(action, entree):
    """Ce qui ne va pas dans l'entrée, ou None."""
    if not isinstance(entree, dict):
        return "L'entrée doit être un objet JSON."
    obligatoires, facultatifs, _ = ACTIONS[action]
    if manquants := obligatoires - entree.keys():
        return f"Il manque {', '.join(sorted(manquants))}."
    if inconnus := entree.keys() - obligatoires - facultatifs:
        return f"{action} ne connaît pas {', '.join(sorted(inconnus))}."
    if inconnus := entree.get("traits", {}).keys() - TRAITS:
        return f"traits ne connaît pas {', '.join(sorted(inconnus))}."
    return None


def jouer(lps, action, entree):
    """Fait l'action et rend le résultat du contrat : un refus du LPS est une réponse, pas une panne."""
    try:
        rendu = ACTIONS[action][2](lps, entree)
    except Refus as refus:
        return {"statut": "refuse", "message": str(refus)}
    montre = vu(rendu) if isinstance(rendu, Dossier) else rendu or {}
    return {"statut": "fait", "vu": montre, "message": "C'est fait."}


def vu(dossier):
    """Le dossier tel que l'utilisateur l'a sous les yeux ; des copies, car le LPS continue de le changer."""
    return {"dossier": dossier.numero, "statutIdentite": dossier.statut, "attributs": list(dossier.attributs),
            "traits": dict(dossier.identite), "verrouille": False, "historique": list(dossier.historique),
            "messages": []}

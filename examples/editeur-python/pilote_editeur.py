"""Pilote « http » du logiciel connecté : celui de ../pilote-python, et quatre actions de plus. --port 0 : un port libre."""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pilote-python"))

import pilote
import traduction

from logiciel import LogicielConnecte


def avec_ins(montrer):
    """Le dossier montré par le petit logiciel, et ce que celui-ci y montre de plus."""
    def vu(dossier):
        ins = getattr(dossier, "ins", None)
        return {**montrer(dossier), "verrouille": bool(ins), **({"ins": ins} if ins else {})}
    return vu


def chercher(lps, entree):
    resultat, dossier = lps.chercher_ins(entree["dossier"], entree.get("accepter", True), entree.get("lieuConnu"))
    return {"resultat": resultat, "dossier": traduction.vu(dossier)}


def connecter(lps, entree):
    profil = lps.connecter()
    activites = [{"structure": activite.get("raisonSocialeSite") or activite.get("identifiantTechniqueDeLaStructure") or "?"}
                 for exercice in profil.get("SubjectRefPro", {}).get("exercices", [])
                 for activite in exercice.get("activities", [])]
    return {"connecte": True, "identifiantNational": profil["SubjectNameID"], "nom": profil["family_name"],
            "prenom": profil["given_name"], "activites": activites, "messages": []}


traduction.vu = avec_ins(traduction.vu)
traduction.ACTIONS.update({
    "configurer": ({"banc"}, {"reglages"}, lambda lps, entree: lps.configurer(entree["banc"])),
    "authentifier-ps": (set(), {"identifiantNational"}, connecter),
    "rechercher-ins-traits": ({"dossier"}, {"accepter", "lieuConnu", "mode"}, chercher),
})
traduction.CAPACITES["lps"]["nom"] = "Petit LPS connecté"
traduction.CAPACITES["actions"] = list(traduction.ACTIONS)
# Ni carte, ni jeton Pro Santé Connect pour INSi : le certificat de la structure seulement.
pilote.sait_faire = lambda action, entree: entree.get("mode", "certificat") == "certificat"
pilote.LPS = LogicielConnecte()

if __name__ == "__main__":
    pilote.servir()

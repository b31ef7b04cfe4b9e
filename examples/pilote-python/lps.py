"""Un petit logiciel de cabinet (LPS), en mémoire : des dossiers patients et le statut de leur identité.

Il est modeste exprès : ni INSi, ni Pro Santé Connect, et aucun champ n'est jamais verrouillé. Il ne connaît pas
Socle non plus : c'est le pilote qui traduit.
"""

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone

# Un livret de famille ou un extrait de naissance ne vaut que pour un mineur accompagné : ce logiciel ne les prend pas.
PIECES_PROBANTES = {"carte-nationale-identite", "passeport", "titre-sejour"}


# Sans eux, aucun dossier ne se crée (INS/va1.21).
TRAITS_OBLIGATOIRES = ("nomNaissance", "premierPrenom", "sexe", "dateNaissance", "lieuNaissance")


class Refus(Exception):
    """Le logiciel refuse ce que l'utilisateur demande ; le texte est celui qu'il affiche."""


@dataclass
class Dossier:
    numero: str
    identite: dict
    attributs: list = field(default_factory=list)
    statut: str = "provisoire"
    historique: list = field(default_factory=list)

    def passer_a(self, statut, motif):
        if statut != self.statut:
            date = datetime.now(timezone.utc).isoformat(timespec="seconds")
            self.historique.append({"de": self.statut, "a": statut, "date": date, "motif": motif})
            self.statut = statut


class Logiciel:
    def __init__(self):
        self.dossiers = {}

    def vider(self):
        self.dossiers.clear()

    def creer(self, identite, attributs=()):
        if manquants := [trait for trait in TRAITS_OBLIGATOIRES if not identite.get(trait)]:
            raise Refus(f"Un dossier ne se crée pas sans {', '.join(manquants)}.")
        dossier = Dossier(str(len(self.dossiers) + 1), dict(identite), list(attributs))
        self.dossiers[dossier.numero] = dossier
        return dossier

    def ouvrir(self, numero):
        if numero not in self.dossiers:
            raise Refus(f"Il n'y a pas de dossier {numero}.")
        return self.dossiers[numero]

    def modifier(self, numero, identite, attributs=None):
        """Les traits absents restent ce qu'ils sont ; les attributs, s'ils sont donnés, remplacent les précédents."""
        dossier = self.ouvrir(numero)
        dossier.identite.update(identite)
        if attributs is not None:
            dossier.attributs = list(attributs)
        if {"douteux", "fictif"} & set(dossier.attributs):
            dossier.passer_a("provisoire", "identité douteuse ou fictive")
        return dossier

    def controler_piece(self, numero, piece):
        dossier = self.ouvrir(numero)
        if piece not in PIECES_PROBANTES:
            raise Refus("Cette pièce ne permet pas de valider l'identité.")
        if {"douteux", "fictif"} & set(dossier.attributs):
            raise Refus("L'identité est douteuse ou fictive : elle ne peut pas être validée.")
        dossier.passer_a("validee", f"contrôle de la pièce : {piece}")
        return dossier

    def enregistrer(self, fichier):
        with open(fichier + ".nouveau", "w", encoding="utf-8") as sortie:
            json.dump([asdict(dossier) for dossier in self.dossiers.values()], sortie, ensure_ascii=False)
        os.replace(fichier + ".nouveau", fichier)

    def relire(self, fichier):
        if os.path.exists(fichier):
            with open(fichier, encoding="utf-8") as entree:
                self.dossiers = {lu["numero"]: Dossier(**lu) for lu in json.load(entree)}

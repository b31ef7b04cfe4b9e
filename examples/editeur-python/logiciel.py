"""Le petit logiciel de ../pilote-python, qui sait en plus se connecter par Pro Santé Connect et appeler INSi."""

from lps import Logiciel, Refus

from insi import Indisponible, Insi
from psc import Echec, ProSanteConnect

STRICTS = {"nomNaissance", "premierPrenom", "prenomsNaissance", "sexe", "dateNaissance", "lieuNaissance"}


class LogicielConnecte(Logiciel):
    def __init__(self):
        super().__init__()
        self.psc = self.insi = self.professionnel = None

    def vider(self):
        super().vider()
        self.professionnel = None

    def configurer(self, banc):
        self.insi = Insi(banc)
        try:
            self.psc = ProSanteConnect(banc)
        except Echec as echec:
            raise Refus(str(echec)) from echec

    def connecter(self):
        try:
            self.professionnel = self.psc.connecter()
        except Echec as echec:
            raise Refus(str(echec)) from echec
        return self.professionnel

    def modifier(self, numero, identite, attributs=None):
        dossier = self.ouvrir(numero)
        if getattr(dossier, "ins", None) and STRICTS & identite.keys():
            raise Refus("Ces traits viennent d'INSi : ils ne se changent pas à la main.")
        dossier = super().modifier(numero, identite, attributs)
        if {"douteux", "fictif"} & set(dossier.attributs):
            dossier.ins = None
        return dossier

    def controler_piece(self, numero, piece):
        dossier = super().controler_piece(numero, piece)
        if getattr(dossier, "ins", None):
            dossier.passer_a("qualifiee", "pièce contrôlée et identité rendue par INSi")
        return dossier

    def chercher_ins(self, numero, accepter=True, lieu_connu=None):
        """Rend le résultat à montrer et le dossier."""
        dossier = self.ouvrir(numero)
        if {"douteux", "fictif"} & set(dossier.attributs):
            raise Refus("L'identité est douteuse ou fictive : INSi n'est pas appelé.")
        try:
            resultat, trouve = self.insi.chercher(dossier.identite, lieu_connu or dossier.identite["lieuNaissance"])
        except Indisponible:
            return "indisponible", dossier
        if trouve and not accepter:
            return "refusee", dossier
        if trouve:
            dossier.ins, traits = trouve
            dossier.identite.update(traits)
            controle = dossier.statut in ("validee", "qualifiee")
            dossier.passer_a("qualifiee" if controle else "recuperee", "identité rendue par INSi")
        return resultat, dossier

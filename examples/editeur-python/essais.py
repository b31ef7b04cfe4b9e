"""Ce que reçoit le logiciel est faux : il le refuse, il ne tombe pas en panne. python3 essais.py, sans banc ni réseau."""

import base64
import json
import os
import sys
import unittest
import xml.etree.ElementTree as ET

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pilote-python"))

import pilote_editeur
import insi
from psc import Echec, ProSanteConnect


def partie(objet):
    return base64.urlsafe_b64encode(json.dumps(objet).encode()).rstrip(b"=").decode()


class SansReseau(ProSanteConnect):
    """Pro Santé Connect rend ce que l'essai a préparé ; le navigateur est déjà revenu."""

    def __init__(self, jetons, profil=None):
        self.client = {"clientId": "c", "clientSecret": "s"}
        self.services = {"issuer": "i", "token_endpoint": "jetons", "userinfo_endpoint": "profil", "jwks_uri": "cles"}
        self.cles = {}
        self.rendus = {"jetons": jetons, "profil": profil, "cles": {"keys": [{"kty": "EC"}]}}

    def lire(self, adresse, corps=None, **entetes):
        return self.rendus[adresse]

    def revenir(self):
        return self.profil_de(self.echanger("code", "retour", "secret"), "n")


JETONS = {
    "vide": "",
    "pas un jeton": "bonjour",
    "une partie de trop": "a.b.c.d",
    "base64 coupé": "a.b.c",
    "pas du JSON": "YQ.YQ.YQ",
    "des listes": f"{partie([])}.{partie([])}.YQ",
    "sans aud": f"{partie({'alg': 'RS256', 'kid': 'k'})}.{partie({'iss': 'i'})}.YQ",
    "aud sans sens": f"{partie({'alg': 'RS256', 'kid': 'k'})}.{partie({'aud': 3, 'iss': 'i'})}.YQ",
    "une clé inconnue": f"{partie({'alg': 'RS256', 'kid': 'k'})}.{partie({'aud': 'c', 'iss': 'i'})}.YQ",
    "un nom de clé qui est une liste": f"{partie({'alg': 'RS256', 'kid': []})}.{partie({'aud': 'c'})}.YQ",
}


class Connexion(unittest.TestCase):
    def test_un_jeton_abime_est_refuse(self):
        for nom, jeton in JETONS.items():
            with self.subTest(nom), self.assertRaises(Echec):
                SansReseau({}).controler(jeton, "n")

    def test_une_reponse_sans_jeton_est_refusee(self):
        for jetons in ({}, {"id_token": 3}, {"id_token": None, "access_token": "a"}):
            with self.subTest(jetons), self.assertRaises(Echec):
                SansReseau(jetons).revenir()

    def test_un_profil_incomplet_est_refuse(self):
        accepte = SansReseau({"id_token": "j", "access_token": "a"}, {"family_name": "Doc"})
        accepte.controler = lambda jeton, nonce: None
        with self.assertRaises(Echec):
            accepte.revenir()

    def test_le_pilote_le_dit_comme_un_refus(self):
        pilote_editeur.pilote.LPS.psc = SansReseau({"id_token": "bonjour"})
        pilote_editeur.pilote.LPS.psc.connecter = pilote_editeur.pilote.LPS.psc.revenir
        rendu = pilote_editeur.traduction.jouer(pilote_editeur.pilote.LPS, "authentifier-ps", {})
        self.assertEqual("refuse", rendu["statut"])
        self.assertIn("jeton d'identité", rendu["message"])


class ReponseInsi(unittest.TestCase):
    def reponse(self, prenoms):
        return ET.fromstring(f"""<RESULTAT xmlns="http://www.cnamts.fr/INSiResultat"><INDIVIDU>
          <INSACTIF><IdIndividu><NumIdentifiant>1</NumIdentifiant><Cle>2</Cle></IdIndividu><OID>3</OID></INSACTIF>
          <TIQ><NomNaissance>N</NomNaissance><ListePrenom>{prenoms}</ListePrenom><Sexe>F</Sexe>
          <DateNaissance>1980-01-01</DateNaissance><LieuNaissance>2A004</LieuNaissance></TIQ></INDIVIDU></RESULTAT>""")

    def test_une_identite_entiere_est_lue(self):
        ins, identite = insi.lire(self.reponse("ANNE MARIE"))
        self.assertEqual(("1", "ANNE"), (ins["matricule"], identite["premierPrenom"]))

    def test_une_identite_sans_prenom_est_une_panne_d_insi(self):
        with self.assertRaises(insi.Indisponible):
            insi.lire(self.reponse(""))


if __name__ == "__main__":
    unittest.main()

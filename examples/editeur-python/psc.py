"""La connexion par Pro Santé Connect : code d'autorisation, PKCE, jeton d'identité contrôlé. Bibliothèque standard seule."""

import base64
import hashlib
import json
import secrets
import ssl
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from http.cookiejar import CookieJar
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, quote, urlencode, urlsplit

# Début imposé d'une empreinte SHA-256 signée en RSA (RFC 8017, 9.2).
SHA256_DER = bytes.fromhex("3031300d060960864801650304020105000420")


INATTENDU = "Pro Santé Connect ne répond pas comme attendu. Recommencez dans un moment."


class Echec(Exception):
    """La connexion n'aboutit pas ; le texte est celui que lit le professionnel."""


def texte(reponse, nom):
    """Un membre que Pro Santé Connect doit rendre."""
    if not isinstance(reponse.get(nom), str):
        raise Echec(INATTENDU)
    return reponse[nom]


def sans_remplissage(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


def avec_remplissage(texte):
    return base64.urlsafe_b64decode(texte + "=" * (-len(texte) % 4))


class ProSanteConnect:
    def __init__(self, banc):
        self.client = next(c for c in banc["clients"] if c.get("clientSecret"))
        self.tls = ssl.create_default_context(cafile=banc["caFile"])
        self.services = self.lire(banc["urls"]["psc.discovery"])
        self.cles = {}

    def lire(self, adresse, corps=None, **entetes):
        demande = urllib.request.Request(adresse, corps, {"Accept": "application/json", **entetes})
        try:
            with urllib.request.urlopen(demande, context=self.tls, timeout=10) as reponse:
                document = json.load(reponse)
        except (OSError, ValueError, HTTPException) as panne:
            raise Echec(INATTENDU) from panne
        if not isinstance(document, dict):
            raise Echec(INATTENDU)
        return document

    def connecter(self):
        """Mène le navigateur à Pro Santé Connect et rend le profil du professionnel."""
        secret, etat, nonce = (sans_remplissage(secrets.token_bytes(32)) for _ in range(3))
        retour, adresse = attendre_le_retour()
        try:
            ouvrir(self.tls, texte(self.services, "authorization_endpoint") + "?" + urlencode({
                "response_type": "code", "client_id": self.client["clientId"], "redirect_uri": adresse,
                "scope": "openid scope_all", "acr_values": "eidas1", "state": etat, "nonce": nonce,
                "code_challenge": sans_remplissage(hashlib.sha256(secret.encode()).digest()),
                "code_challenge_method": "S256"}))
        finally:
            recu = retour()
        if not recu:
            raise Echec("La connexion à Pro Santé Connect n'a pas abouti. Vous pouvez recommencer.")
        if not secrets.compare_digest(recu.get("state", "").encode(), etat.encode()):
            raise Echec("Connexion refusée : la réponse reçue n'est pas celle de votre demande.")
        if "code" not in recu:
            raise Echec("La connexion à Pro Santé Connect n'a pas abouti. Vous pouvez recommencer.")
        return self.profil_de(self.echanger(recu["code"], adresse, secret), nonce)

    def profil_de(self, jetons, nonce):
        """Le professionnel, quand les jetons rendus sont bons."""
        self.controler(texte(jetons, "id_token"), nonce)
        profil = self.lire(texte(self.services, "userinfo_endpoint"),
                           Authorization="Bearer " + texte(jetons, "access_token"))
        for nom in ("SubjectNameID", "family_name", "given_name"):
            texte(profil, nom)
        return profil

    def echanger(self, code, adresse, secret):
        identite = f'{quote(self.client["clientId"], "")}:{quote(self.client["clientSecret"], "")}'
        formulaire = {"grant_type": "authorization_code", "code": code, "redirect_uri": adresse, "code_verifier": secret}
        return self.lire(texte(self.services, "token_endpoint"), urlencode(formulaire).encode(),
                         Authorization="Basic " + base64.b64encode(identite.encode()).decode())

    def controler(self, jeton, nonce):
        """Un jeton coupé, sans un membre ou d'une autre forme n'est pas valable : il se refuse, comme un faux."""
        try:
            juste = self.juste(jeton, nonce)
        except (ValueError, KeyError, TypeError, AttributeError):
            juste = False
        if not juste:
            raise Echec("Connexion refusée : le jeton d'identité reçu n'est pas valable.")

    def juste(self, jeton, nonce):
        """Le jeton d'identité est-il de Pro Santé Connect, pour ce logiciel, pour cette demande, et encore bon ?"""
        entete, dit, _ = (avec_remplissage(partie) for partie in jeton.split("."))
        entete, dit = json.loads(entete), json.loads(dit)
        destinataires = dit["aud"] if isinstance(dit["aud"], list) else [dit["aud"]]
        return (entete.get("alg") == "RS256" and self.signe(jeton, entete.get("kid"))
                and dit["iss"] == self.services["issuer"] and self.client["clientId"] in destinataires
                and dit.get("azp", self.client["clientId"]) == self.client["clientId"]
                and (len(destinataires) == 1 or "azp" in dit)
                and dit["exp"] + 30 > time.time() > dit["iat"] - 30
                and dit.get("nonce") == nonce and dit.get("acr") == "eidas1")

    def signe(self, jeton, nom):
        if nom not in self.cles:  # une clé inconnue fait relire les clés, une fois
            publiees = self.lire(texte(self.services, "jwks_uri"))["keys"]
            self.cles = {cle.get("kid"): cle for cle in publiees if cle.get("kty") == "RSA"}
        if nom not in self.cles:
            return False
        n, e = (int.from_bytes(avec_remplissage(self.cles[nom][m]), "big") for m in "ne")
        dit, _, signature = jeton.rpartition(".")
        taille = (n.bit_length() + 7) // 8
        empreinte = SHA256_DER + hashlib.sha256(dit.encode()).digest()
        attendu = b"\0\1" + b"\xff" * (taille - len(empreinte) - 3) + b"\0" + empreinte
        signature = avec_remplissage(signature)
        return len(signature) == taille and pow(int.from_bytes(signature, "big"), e, n).to_bytes(taille, "big") == attendu


def attendre_le_retour():
    """Écoute le retour du navigateur sur un port libre ; rend de quoi le lire, et l'adresse à déclarer."""
    recu = {}

    class Retour(BaseHTTPRequestHandler):
        def do_GET(self):
            demande = urlsplit(self.path)
            if demande.path == "/retour" and not recu:
                recu.update({nom: valeurs[0] for nom, valeurs in parse_qs(demande.query).items()})
            page = "Vous pouvez fermer cette page.".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *ligne):
            pass

    serveur = HTTPServer(("127.0.0.1", 0), Retour)
    threading.Thread(target=serveur.serve_forever, daemon=True).start()

    def lire():
        serveur.shutdown()
        serveur.server_close()
        return recu

    return lire, f"http://127.0.0.1:{serveur.server_port}/retour"


def ouvrir(tls, adresse):
    """Ce que ferait le navigateur du professionnel : suivre les redirections, avec des cookies à lui."""
    navigateur = urllib.request.build_opener(urllib.request.HTTPSHandler(context=tls),
                                             urllib.request.HTTPCookieProcessor(CookieJar()))
    try:
        navigateur.open(adresse, timeout=10).close()
    except urllib.error.HTTPError:
        pass  # une page d'erreur : le retour n'est pas venu
    except (OSError, ValueError, HTTPException) as panne:
        raise Echec("Pro Santé Connect est injoignable. Recommencez dans un moment.") from panne

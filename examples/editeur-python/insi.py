"""L'appel à INSi par les traits, avec le certificat de la structure. Bibliothèque standard seule."""

import re
import ssl
import urllib.request
import uuid
import xml.etree.ElementTree as ET
from datetime import datetime, timezone
from http.client import HTTPException
from xml.sax.saxutils import escape

ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite"
RESULTAT = "{http://www.cnamts.fr/INSiResultat}"

MESSAGE = """<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing">
 <soap:Header>
  <wsa:Action>{action}</wsa:Action>
  <wsa:MessageID>uuid:{message}</wsa:MessageID>
  <lps:ContexteLPS xmlns:lps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00">
   <lps:Id>{contexte}</lps:Id><lps:Temps>{temps}</lps:Temps><lps:Emetteur>{structure}</lps:Emetteur>
   <lps:LPS><lps:IDAM R="4">{idam}</lps:IDAM><lps:Version>1.0</lps:Version><lps:Instance>{installation}</lps:Instance>
    <lps:Nom>urn:lps:petit-lps:1.0</lps:Nom></lps:LPS>
  </lps:ContexteLPS>
  <bam:ContexteBAM xmlns:bam="urn:siram:bam:ctxbam" Version="01_02">
   <bam:Id>{couverture}</bam:Id><bam:Temps>{temps}</bam:Temps><bam:Emetteur>{structure}</bam:Emetteur><bam:COUVERTURE/>
  </bam:ContexteBAM>
 </soap:Header>
 <soap:Body>
  <rs:RECSANSVITALE xmlns:rs="http://www.cnamts.fr/INSiRecSans">{traits}</rs:RECSANSVITALE>
 </soap:Body>
</soap:Envelope>"""


class Indisponible(Exception):
    """INSi n'a pas donné de réponse exploitable."""


class Insi:
    def __init__(self, banc):
        certificat = next(c for c in banc["keyStores"] if c["name"] == "insi-manu")
        self.adresse = banc["urls"]["insi.certificate"]
        self.idam = banc["lps"]["idam"]
        # INSi reconnaît la structure à l'OU du certificat.
        self.structure = re.search(r"(?:^|,)OU=([^,]+)", certificat["subject"]).group(1)
        self.installation = str(uuid.uuid4())
        self.tls = ssl.create_default_context(cafile=banc["caFile"])
        self.tls.load_cert_chain(certificat["pem"], certificat["key"])

    def chercher(self, identite, lieu_connu=None):
        """Chaque prénom, puis tous ensemble ; le lieu de naissance seulement pour départager. (résultat, identité)"""
        prenoms = identite.get("prenomsNaissance") or [identite["premierPrenom"]]
        for prenom in dict.fromkeys([*prenoms, " ".join(prenoms)]):
            code, trouve = self.appeler(identite, prenom)
            if code == "02" and len(prenoms) > 1 and prenom in prenoms:
                prenom = " ".join(prenoms[prenoms.index(prenom):])
                code, trouve = self.appeler(identite, prenom)
            if code == "02" and lieu_connu:
                code, trouve = self.appeler(identite, prenom, lieu_connu)
            if code != "01":
                return {"00": "trouvee", "02": "plusieurs"}[code], trouve
        return "aucune", None

    def appeler(self, identite, prenom, lieu=None):
        traits = [("NomNaissance", identite["nomNaissance"]), ("Prenom", prenom), ("Sexe", identite["sexe"]),
                  ("DateNaissance", identite["dateNaissance"])] + ([("LieuNaissance", lieu)] if lieu else [])
        message = MESSAGE.format(
            action=ACTION, message=uuid.uuid4(), contexte=uuid.uuid4(), couverture=uuid.uuid4(), idam=escape(self.idam),
            temps=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"), structure=escape(self.structure),
            installation=self.installation, traits="".join(f"<rs:{n}>{escape(v)}</rs:{n}>" for n, v in traits))
        demande = urllib.request.Request(self.adresse, message.encode(), {
            "Content-Type": f'application/soap+xml; charset=utf-8; action="{ACTION}"'})
        try:
            with urllib.request.urlopen(demande, context=self.tls, timeout=10) as reponse:
                resultat = ET.fromstring(reponse.read()).find(f".//{RESULTAT}RESULTAT")
            code = texte(resultat, "CR/CodeCR")
        except (OSError, HTTPException, ET.ParseError, AttributeError) as panne:
            raise Indisponible() from panne
        if code not in ("00", "01", "02"):
            raise Indisponible()
        return code, lire(resultat) if code == "00" else None


def texte(element, chemin):
    return element.findtext("/".join(RESULTAT + nom for nom in chemin.split("/")), "")


def lire(resultat):
    """L'INS et les cinq traits, tels qu'INSi les rend ; une réponse à laquelle il en manque un ne sert à rien."""
    actif, traits = "INDIVIDU/INSACTIF/", "INDIVIDU/TIQ/"
    prenoms = (texte(resultat, traits + "ListePrenom") or texte(resultat, traits + "Prenom")).split()
    ins = {"matricule": texte(resultat, actif + "IdIndividu/NumIdentifiant"),
           "cle": texte(resultat, actif + "IdIndividu/Cle"), "oid": texte(resultat, actif + "OID")}
    identite = {"nomNaissance": texte(resultat, traits + "NomNaissance"), "prenomsNaissance": prenoms,
                "premierPrenom": "".join(prenoms[:1]), "sexe": texte(resultat, traits + "Sexe"),
                "dateNaissance": texte(resultat, traits + "DateNaissance"),
                "lieuNaissance": texte(resultat, traits + "LieuNaissance")}
    if not all([*ins.values(), *identite.values()]):
        raise Indisponible()
    return ins, identite

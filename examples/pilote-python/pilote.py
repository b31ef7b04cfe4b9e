"""Pilote « http » du petit LPS : le contrat de docs/pilote.md. python3 pilote.py --port 8600 (0 : un port libre)."""

import argparse
import json
from concurrent.futures import ThreadPoolExecutor, TimeoutError
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from urllib.parse import parse_qs, urlsplit

from lps import Logiciel
from traduction import ACTIONS, CAPACITES, defaut_entree, jouer

LPS = Logiciel()
FIL = ThreadPoolExecutor(max_workers=1)  # une action à la fois, comme un utilisateur
EN_COURS = {}  # identifiant : action commencée, peut-être finie
NUMEROS = count(1)


def sait_faire(action, entree):
    """Un logiciel peut avoir une action sans en avoir toutes les formes."""
    return True


class Pilote(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # en-têtes et corps en un seul envoi

    def do_GET(self):
        adresse = urlsplit(self.path)
        if adresse.path == "/pilote/capabilities":
            return self.repondre(200, CAPACITES)
        action = EN_COURS.get(adresse.path.removeprefix("/pilote/actions/"))
        if action is None:
            return self.repondre(404, {"message": "Identifiant d'action inconnu."})
        attente = float(parse_qs(adresse.query).get("attente", ["0"])[0])
        try:
            self.repondre(200, action.result(timeout=min(attente, 30)))
        except TimeoutError:
            self.repondre(204)

    def do_POST(self):
        corps = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        action = urlsplit(self.path).path.removeprefix("/pilote/actions/")
        if action not in ACTIONS:
            return self.repondre(501, {"message": f"Ce pilote ne fait pas {action}."})
        try:
            entree = json.loads(corps)
        except ValueError:
            return self.repondre(400, {"message": "L'entrée n'est pas du JSON."})
        if defaut := defaut_entree(action, entree):
            return self.repondre(400, {"message": defaut})
        if not sait_faire(action, entree):
            return self.repondre(501, {"message": f"Ce pilote ne fait pas {action} ainsi."})
        identifiant = str(next(NUMEROS))
        EN_COURS[identifiant] = FIL.submit(jouer, LPS, action, entree)
        self.repondre(202, {"id": identifiant})

    def repondre(self, code, objet=None):
        corps = b"" if objet is None else json.dumps(objet, ensure_ascii=False).encode()
        self.send_response(code)
        if objet is not None:
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(corps)))
        self.end_headers()
        self.wfile.write(corps)

    def log_message(self, *ligne):
        pass  # Socle garde déjà les échanges


def servir():
    arguments = argparse.ArgumentParser(description="Pilote « http » du petit LPS.")
    arguments.add_argument("--port", type=int, default=8600, help="0 : un port libre")
    serveur = ThreadingHTTPServer(("127.0.0.1", arguments.parse_args().port), Pilote)
    print(f"http://127.0.0.1:{serveur.server_port}/pilote", flush=True)
    serveur.serve_forever()


if __name__ == "__main__":
    servir()

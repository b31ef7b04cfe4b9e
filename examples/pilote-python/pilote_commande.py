"""Pilote « commande » du petit LPS : python3 pilote_commande.py FICHIER ACTION, un processus par action.

Rien ne reste en mémoire d'une action à l'autre : les dossiers sont gardés dans FICHIER.
"""

import json
import sys

from lps import Logiciel
from traduction import ACTIONS, CAPACITES, defaut_entree, jouer

fichier, action = sys.argv[1:]
if action == "capabilities":
    resultat = CAPACITES
elif action not in ACTIONS:
    resultat = {"statut": "non-implemente"}
else:
    entree = json.loads(sys.stdin.buffer.read())
    if defaut := defaut_entree(action, entree):
        sys.exit(defaut)  # sur la sortie d'erreur, code de sortie 1
    lps = Logiciel()
    lps.relire(fichier)
    resultat = jouer(lps, action, entree)
    lps.enregistrer(fichier)
sys.stdout.buffer.write(json.dumps(resultat, ensure_ascii=False).encode())

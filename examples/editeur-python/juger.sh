#!/bin/sh
# Lance le petit logiciel et son pilote, le fait juger, l'arrête. SOCLE : la commande de Socle, celle de ce dossier par défaut.
set -eu
ici=$(cd "$(dirname "$0")" && pwd)
if [ -z "${SOCLE:-}" ]; then
  SOCLE=$ici/../../socle
  [ -x "$SOCLE" ] || SOCLE=$ici/../../bin/socle
fi
export SOCLE
exec "$ici/../ci/juger.sh" "$ici/lps.yaml" "python3 '$ici/pilote_editeur.py'" --features "$ici/cabinet.feature" "$@"

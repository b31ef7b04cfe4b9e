#!/bin/sh
# Ce que lance l'intégration continue d'un éditeur : démarre son logiciel et le pilote, attend qu'il réponde,
# le fait juger par Socle, l'arrête. Sort avec le code de « socle run ».
#
#   juger.sh LPS.YAML "COMMANDE QUI LANCE LE PILOTE" [options de socle run]
#
# Une commande vide : le pilote tourne déjà, ou c'est un pilote « commande ».
#
#   SOCLE       bin/socle d'une version décompressée ; sinon
#   SOCLE_ZIP   adresse (https:// ou file://) ou chemin de l'archive socle-<version>.zip, décompressée dans SOCLE_DIR
#   SOCLE_DIR   où la décompresser, et la retrouver la fois suivante ; .socle par défaut
set -eu

dire() { printf 'juger.sh : %s\n' "$1" >&2; }

[ $# -ge 2 ] || { dire 'attend lps.yaml et une commande. Exemple : juger.sh lps.yaml "python3 pilote.py" --out rapport'; exit 2; }
lps=$1
commande=$2
shift 2
[ -f "$lps" ] || { dire "il n'y a pas de fichier $lps."; exit 2; }

if [ -z "${SOCLE:-}" ]; then
  dir=${SOCLE_DIR:-.socle}
  if [ ! -d "$dir" ]; then
    [ -n "${SOCLE_ZIP:-}" ] || { dire 'indiquez SOCLE (bin/socle) ou SOCLE_ZIP (archive).'; exit 2; }
    mkdir -p "$dir"
    case $SOCLE_ZIP in
      *://*) curl -fsSL --retry 3 -o "$dir/socle.zip" "$SOCLE_ZIP" || { rm -rf "$dir"; dire "$SOCLE_ZIP ne se télécharge pas."; exit 3; } ;;
      *) cp "$SOCLE_ZIP" "$dir/socle.zip" ;;
    esac
    (cd "$dir" && unzip -q socle.zip && rm socle.zip)
  fi
  SOCLE=$(echo "$dir"/*/bin/socle)
fi

if [ -n "$commande" ]; then
  journal=$(mktemp)
  sh -c "exec $commande" >"$journal" 2>&1 &
  pilote=$!
  trap 'kill $pilote 2>/dev/null || true; rm -f "$journal"' EXIT
  trap 'exit 130' INT TERM
  adresse=$(sed -n 's/^url: *\([^ #]*\).*/\1/p' "$lps")
  essais=0
  until curl -fs -o /dev/null --max-time 2 "$adresse/capabilities"; do
    essais=$((essais + 1))
    if [ $essais -gt 60 ] || ! kill -0 $pilote 2>/dev/null; then
      dire "le pilote ne répond pas à $adresse/capabilities. Ce qu'il a écrit :"
      cat "$journal" >&2
      exit 3
    fi
    sleep 1
  done
fi

code=0
"$SOCLE" run --lps "$lps" "$@" || code=$?
exit $code

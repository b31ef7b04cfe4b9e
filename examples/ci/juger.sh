#!/bin/sh
# Ce que lance l'intégration continue d'un éditeur : démarre son logiciel et le pilote, attend qu'il réponde,
# le fait juger par Socle, l'arrête. Sort avec le code de « socle run » ; 2 ou 3 quand Socle n'a pas pu juger.
#
#   juger.sh LPS.YAML "COMMANDE QUI LANCE LE PILOTE" [options de socle run]
#
# Une commande vide : le pilote tourne déjà, ou c'est un pilote « commande ».
#
#   SOCLE       bin/socle d'une version décompressée ; sinon
#   SOCLE_ZIP   adresse (https:// ou file://) ou chemin de l'archive socle-<version>.zip, décompressée dans SOCLE_DIR ;
#               une autre adresse, ou un autre fichier à ce chemin, remplace la version décompressée
#   SOCLE_DIR   où la décompresser, et la retrouver la fois suivante ; .socle par défaut
set -eu

dire() { printf 'juger.sh : %s\n' "$1" >&2; }
indetermine() { dire "$1"; exit 3; }
il_faut() { command -v "$1" >/dev/null || indetermine "il manque la commande $1 sur cette machine."; }

[ $# -ge 2 ] || { dire 'attend lps.yaml et une commande. Exemple : juger.sh lps.yaml "python3 pilote.py" --out rapport'; exit 2; }
lps=$1
commande=$2
shift 2
[ -f "$lps" ] || { dire "il n'y a pas de fichier $lps."; exit 2; }

# Dit d'où vient l'archive : son adresse, et pour un fichier son empreinte.
provenance() {
  case $SOCLE_ZIP in
    *://*) echo "$SOCLE_ZIP" ;;
    *) echo "$SOCLE_ZIP $(cksum <"$SOCLE_ZIP")" ;;
  esac
}

# À côté d'abord : rien d'incomplet ne prend la place de l'archive décompressée.
installer() { # dossier, provenance
  neuf=$1.neuf
  rm -rf "$neuf"
  mkdir -p "$neuf" || indetermine "le dossier $neuf ne se crée pas."
  il_faut unzip
  case $SOCLE_ZIP in
    *://*)
      il_faut curl
      curl -fsSL --retry 3 -o "$neuf/socle.zip" "$SOCLE_ZIP" || { rm -rf "$neuf"; indetermine "$SOCLE_ZIP ne se télécharge pas."; }
      ;;
    *) cp "$SOCLE_ZIP" "$neuf/socle.zip" || { rm -rf "$neuf"; indetermine "$SOCLE_ZIP ne se copie pas."; } ;;
  esac
  unzip -q "$neuf/socle.zip" -d "$neuf" || { rm -rf "$neuf"; indetermine "$SOCLE_ZIP n'est pas une archive zip, ou n'est pas entière."; }
  rm "$neuf/socle.zip"
  echo "$2" >"$neuf/provenance"
  rm -rf "$1"
  mv "$neuf" "$1" || indetermine "le dossier $1 ne s'écrit pas."
}

if [ -z "${SOCLE:-}" ]; then
  dir=${SOCLE_DIR:-.socle}/archive
  if [ -n "${SOCLE_ZIP:-}" ]; then
    case $SOCLE_ZIP in
      *://*) ;;
      *) [ -f "$SOCLE_ZIP" ] || indetermine "il n'y a pas d'archive $SOCLE_ZIP (SOCLE_ZIP)." ;;
    esac
    provenance=$(provenance)
    [ "$(cat "$dir/provenance" 2>/dev/null)" = "$provenance" ] || installer "$dir" "$provenance"
  elif [ ! -d "$dir" ]; then
    dire 'indiquez SOCLE (bin/socle) ou SOCLE_ZIP (archive).'
    exit 2
  fi
  SOCLE=$(echo "$dir"/*/bin/socle)
fi
command -v "$SOCLE" >/dev/null || indetermine "$SOCLE n'est pas une commande : est-ce bien l'archive de Socle ?"

# L'adresse du pilote : « url », ou la première de « instances ».
adresse() {
  tr -d '\r' <"$lps" | sed -n -e "s/^url *: *[\"']\{0,1\}\([^\"' #]*\).*/\1/p" \
    -e "/^instances *:/,\$ s/^[^h#]*\(https\{0,1\}:[^]\"' ,#]*\).*/\1/p" | head -n 1
}

if [ -n "$commande" ]; then
  il_faut curl
  adresse=$(adresse)
  [ -n "$adresse" ] || { dire "$lps ne dit pas où est le pilote : il y manque « url: http://... » (ou « instances: »)."; exit 2; }
  essai=${adresse%/}/capabilities
  journal=$(mktemp)
  sh -c "exec $commande" >"$journal" 2>&1 &
  pilote=$!
  trap 'kill $pilote 2>/dev/null || true; rm -f "$journal"' EXIT
  trap 'exit 130' INT TERM
  essais=0
  until curl -fs -o /dev/null --max-time 2 "$essai"; do
    essais=$((essais + 1))
    if [ $essais -gt 60 ] || ! kill -0 $pilote 2>/dev/null; then
      dire "le pilote ne répond pas à $essai. Ce qu'il a écrit :"
      cat "$journal" >&2
      exit 3
    fi
    sleep 1
  done
fi

code=0
"$SOCLE" run --lps "$lps" "$@" || code=$?
exit $code

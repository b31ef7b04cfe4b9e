#!/usr/bin/env bash
# INSi called by curl and openssl alone: every operation, every mode, every refusal. The messages are
# written here as text; signatures are made of texts that are already in canonical form.
#
#   CERTIFICAT, ASSERTION, CLAIR   addresses of insi.certificate, insi.assertion, insi.clear
#   JETON, JETON_PS, JETON_AUTRE   address of insi.assertion in a space that asks Pro Santé Connect about
#                                  tokens; a token it issued to the holder of the card, and to somebody else
#   MUETTE                         the same where nobody answers about tokens
#   STRICTE                        address of insi.clear in a space where INSi is in its other settings
#   FAUTES                         address where faults are armed: .../control/v1/spaces/<id>/faults
#   CA, IDENTITES, IDAM            authority, folder of the client identities, authorisation number
#
# Prints one line a check, "ok" or "KO"; ends with 1 if one is KO.
set -u

SAML=urn:oasis:names:tc:SAML:2.0:assertion
DS=http://www.w3.org/2000/09/xmldsig#
ENVELOPPE=http://www.w3.org/2003/05/soap-envelope
SECEXT=http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd
URN=urn:ServiceIdentiteCertifiee:1.0.0
TRAITS=rechercherInsAvecTraitsIdentite
VITALE=rechercherInsAvecCarteVitale
VERIFIER=verifierInsAvecTraitsIdentite
CARTE=$IDENTITES/cps-authentification
MAINTENANT=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)
travail=$(mktemp -d)
trap 'rm -rf "$travail"' EXIT
echecs=0

attendu() { # what, expected, found
  if [ "$2" = "$3" ]; then
    echo "ok $1 : $3"
  else
    echo "KO $1 : $3 ; attendu : $2"
    echecs=$((echecs + 1))
  fi
}

# What INSi said: the return code, else the code of the fault, else the status or the failure.
dit() { # file, status
  local cr faute
  cr=$(grep -o '<[^>]*CodeCR>[0-9]*<' "$1" | grep -o '[0-9]*' | tail -1)
  faute=$(grep -o ' code="[^"]*"' "$1" | head -1 | cut -d'"' -f2)
  if [ -n "$cr" ]; then echo "$2 $cr"; elif [ -n "$faute" ]; then echo "$2 $faute"; else echo "$2"; fi
}

appel() { # address, operation, message, options of curl
  local adresse=$1 operation=$2 message=$3
  shift 3
  printf '%s' "$message" >"$travail/demande.xml"
  : >"$travail/reponse.xml"
  local statut
  statut=$(curl -sS --max-time 30 --cacert "$CA" -o "$travail/reponse.xml" -w '%{http_code}' \
    -H "Content-Type: application/soap+xml; charset=utf-8; action=\"$URN:$operation\"" \
    --data-binary @"$travail/demande.xml" "$@" "$adresse" 2>/dev/null)
  dit "$travail/reponse.xml" "$statut"
}

organisation() { # identity, operation, message
  appel "$CERTIFICAT" "$2" "$3" --cert "$IDENTITES/$1/chain.pem" --key "$IDENTITES/$1/key.pem"
}

entete() { # operation, sender, cover, what comes after
  cat <<XML
  <wsa:Action>$URN:$1</wsa:Action>
  <wsa:MessageID>uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f</wsa:MessageID>
  <lps:ContexteLPS xmlns:lps="urn:siram:lps:ctxlps" Nature="CTXLPS" Version="01_00">
   <lps:Id>0b6c2d52-5d0a-4f0e-9c5c-2f0b7b8d1a01</lps:Id>
   <lps:Temps>$MAINTENANT</lps:Temps>
   <lps:Emetteur>$2</lps:Emetteur>
   <lps:LPS>
    <lps:IDAM R="4">$IDAM</lps:IDAM>
    <lps:Version>1.0</lps:Version>
    <lps:Instance>7d1f0c7e-1b9e-4a57-8a3e-64b3f4a0c0de</lps:Instance>
    <lps:Nom>urn:lps:curl:1.0</lps:Nom>
   </lps:LPS>
  </lps:ContexteLPS>
  <bam:ContexteBAM xmlns:bam="urn:siram:bam:ctxbam"$([ "$1" = "$VITALE" ] && echo ' Nature="CTXBAM"') Version="01_02">
   <bam:Id>3f6f8f2e-6a51-4c0c-8a86-5f6a1d4b7e02</bam:Id>
   <bam:Temps>$MAINTENANT</bam:Temps>
   <bam:Emetteur>$2</bam:Emetteur>
   $3
  </bam:ContexteBAM>
  $4
XML
}

enveloppe() { # header, body
  cat <<XML
<soap:Envelope xmlns:soap="$ENVELOPPE" xmlns:wsa="http://www.w3.org/2005/08/addressing">
 <soap:Header>
$1
 </soap:Header>
 <soap:Body>
$2
 </soap:Body>
</soap:Envelope>
XML
}

traits() { # name, first name, sex, date, place
  cat <<XML
  <rs:RECSANSVITALE xmlns:rs="http://www.cnamts.fr/INSiRecSans">
   <rs:NomNaissance>$1</rs:NomNaissance>
   <rs:Prenom>$2</rs:Prenom>
   <rs:Sexe>$3</rs:Sexe>
   <rs:DateNaissance>$4</rs:DateNaissance>
   <rs:LieuNaissance>$5</rs:LieuNaissance>
  </rs:RECSANSVITALE>
XML
}

recherche() { # sender, Security, traits...
  local emetteur=$1 securite=$2
  shift 2
  enveloppe "$(entete $TRAITS "$emetteur" '<bam:COUVERTURE/>' "$securite")" "$(traits "$@")"
}

zoe() { recherche "$1" "$2" ADRUN ZOE F 1975-12-31 63220; }

couverture() { # number, date
  echo "<bam:COUVERTURE><bam:ASSURE><bam:Id><bam:Num>$1</bam:Num></bam:Id></bam:ASSURE>" \
    "<bam:BENEFICIAIRE><bam:Nir><bam:Num>$1</bam:Num></bam:Nir><bam:DateNai>$2</bam:DateNai>" \
    "<bam:Rang>1</bam:Rang></bam:BENEFICIAIRE></bam:COUVERTURE>"
}

carte_lue() { # sender, Security, number, key, name, date
  enveloppe "$(entete $VITALE "$1" "$(couverture "$3" "$6")" "$2")" "
  <rv:RECVITALE xmlns:rv=\"http://www.cnamts.fr/INSiRecVit\">
   <rv:MatriculeIndividu><rv:NumIdentifiant>$3</rv:NumIdentifiant><rv:Cle>$4</rv:Cle></rv:MatriculeIndividu>
   <rv:MatriculeOD><rv:NumIdentifiant>$3</rv:NumIdentifiant></rv:MatriculeOD>
   <rv:NomNaissance>$5</rv:NomNaissance>
   <rv:DateNaissance>$6</rv:DateNaissance>
   <rv:RangNaissance>1</rv:RangNaissance>
  </rv:RECVITALE>"
}

verification() { # sender, key, OID, Security
  enveloppe "$(entete $VERIFIER "$1" '<bam:COUVERTURE/>' "${4:-}")" "
  <v:VERIFIERINS xmlns:v=\"http://www.cnamts.fr/INSiLot2/REQUnitaire\">
   <v:IndividuVerifie>
    <v:INSFourni>
     <v:IdIndividu><v:NumIdentifiant>2751263220749</v:NumIdentifiant><v:Cle>$2</v:Cle></v:IdIndividu>
     <v:OID>$3</v:OID>
    </v:INSFourni>
    <v:TraitsIdentiteIndividu>
     <v:NomNaissance>ADRUN</v:NomNaissance>
     <v:ListePrenom>ZOE</v:ListePrenom>
     <v:Sexe>F</v:Sexe>
     <v:DateNaissance>1975-12-31</v:DateNaissance>
     <v:LieuNaissance>63220</v:LieuNaissance>
    </v:TraitsIdentiteIndividu>
   </v:IndividuVerifie>
  </v:VERIFIERINS>"
}

securite() { echo "<wsse:Security xmlns:wsse=\"$SECEXT\">$*</wsse:Security>"; }

empreinte() { printf '%s' "$1" | openssl dgst -sha256 -binary | base64 -w0; }

# An assertion in canonical form: one line, namespace declared on it, attributes in their order.
assertion() { # number, instant, issuer, qualifier, name, statement
  printf '<saml:Assertion xmlns:saml="%s" ID="_9a1b2c3d-0000-4000-8000-%012d" IssueInstant="%s" Version="2.0">%s<saml:Subject><saml:NameID NameQualifier="%s">%s</saml:NameID></saml:Subject>%s</saml:Assertion>' \
    "$SAML" "$1" "$2" "$3" "$4" "$5" "$6"
}

signee() { # assertion, folder of the card
  local id info valeur certificat
  id=$(printf '%s' "$1" | grep -o 'ID="[^"]*"' | head -1 | cut -d'"' -f2)
  info="<ds:SignedInfo xmlns:ds=\"$DS\"><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod><ds:Reference URI=\"#$id\"><ds:Transforms><ds:Transform Algorithm=\"${DS}enveloped-signature\"></ds:Transform><ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod><ds:DigestValue>$(empreinte "$1")</ds:DigestValue></ds:Reference></ds:SignedInfo>"
  valeur=$(printf '%s' "$info" | openssl dgst -sha256 -sign "$2/key.pem" -binary | base64 -w0)
  certificat=$(openssl x509 -in "$2/chain.pem" -outform DER | base64 -w0)
  local signature="<ds:Signature xmlns:ds=\"$DS\">$info<ds:SignatureValue>$valeur</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>$certificat</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"
  printf '%s' "${1/<saml:Subject>/$signature<saml:Subject>}"
}

# The digest of a Vitale card is checked, the value of its signature cannot be.
signee_par_vitale() { # assertion
  local id
  id=$(printf '%s' "$1" | grep -o 'ID="[^"]*"' | head -1 | cut -d'"' -f2)
  local signature="<ds:Signature xmlns:ds=\"$DS\"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/><ds:SignatureMethod Algorithm=\"http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256\"/><ds:Reference URI=\"#$id\"><ds:Transforms><ds:Transform Algorithm=\"${DS}enveloped-signature\"/><ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><ds:DigestValue>$(empreinte "$1")</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue><ds:KeyInfo><v:KeyInfo xmlns:v=\"http://www.sesam-vitale.fr/xmldsig/2011/12/vitale\"><v:Type>V2</v:Type><v:Nature>T</v:Nature><v:NumSerieLogique>0000000001</v:NumSerieLogique><v:CleMere>00</v:CleMere></v:KeyInfo></ds:KeyInfo></ds:Signature>"
  printf '%s' "${1/<saml:Subject>/$signature<saml:Subject>}"
}

sujet() { openssl x509 -in "$1/chain.pem" -noout -subject -nameopt RFC2253,utf8,-esc_msb | sed 's/^subject=//'; }

ATTRIBUTS='<saml:AttributeStatement><saml:Attribute Name="identifiantFacturation"><saml:AttributeValue>000000000</saml:AttributeValue></saml:Attribute><saml:Attribute Name="secteurActivite"><saml:AttributeValue>SA07</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>'
DN=$(sujet "$CARTE")
PS=$(printf '%s' "$DN" | grep -o 'CN=[^,]*' | cut -d= -f2)
EMETTEUR_DN="<saml:Issuer Format=\"urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName\">$DN</saml:Issuer>"
OU=$(sujet "$IDENTITES/insi-auto" | grep -o 'OU=[^,]*' | cut -d= -f2)
professionnel() { assertion 1 "$1" "$EMETTEUR_DN" CPS "$PS" "$ATTRIBUTS"; }
vitale() { assertion 2 "$1" "<saml:Issuer>$PS</saml:Issuer>" VITALE 0000000001 ''; }
psc() { assertion 3 "$1" "<saml:Issuer>$PS</saml:Issuer>" PSC "$PS" "$ATTRIBUTS"; }
il_y_a() { date -u -d "$1 minutes ago" +%Y-%m-%dT%H:%M:%S.000Z; }
PAR_CARTE=$(signee "$(professionnel "$MAINTENANT")" "$CARTE")

echo "# Les opérations et les modes"
attendu "WS_INS2, message de la fiche, certificat" "200 01" \
  "$(organisation insi-auto $TRAITS "$(recherche "$OU" '' MOQUETTE ALIX F 1988-02-29 75056)")"
attendu "WS_INS2, certificat INSI-AUTO" "200 00" "$(organisation insi-auto $TRAITS "$(zoe "$OU" '')")"
attendu "WS_INS2, certificat INSI-MANU" "200 00" "$(organisation insi-manu $TRAITS "$(zoe "$OU" '')")"
attendu "WS_INS2, Security vide" "200 00" "$(organisation insi-manu $TRAITS "$(zoe "$OU" "$(securite)")")"
attendu "WS_INS2, en clair" "200 00" "$(appel "$CLAIR" $TRAITS "$(zoe "$OU" '')")"
attendu "WS_INS2, plusieurs identités" "200 02" "$(organisation insi-auto $TRAITS \
  "$(recherche "$OU" '' 'DE VINCI' LEONARDO M 2014-02-01 '')")"
attendu "WS_INS2, le lieu les départage" "200 00" "$(organisation insi-auto $TRAITS \
  "$(recherche "$OU" '' 'DE VINCI' LEONARDO M 2014-02-01 63220)")"
attendu "WS_INS2, assertion de carte" "200 00" \
  "$(appel "$ASSERTION" $TRAITS "$(zoe "$PS" "$(securite "$PAR_CARTE")")")"
attendu "WS_INS2, assertion Pro Santé Connect" "200 00" \
  "$(appel "$ASSERTION" $TRAITS "$(zoe "$PS" "$(securite "$(psc "$MAINTENANT")")")")"
avec_jeton() { # address, token
  appel "$1" $TRAITS "$(zoe "$PS" "$(securite "$(psc "$MAINTENANT")")")" -H "Authorization: Bearer $2"
}
attendu "WS_INS2, assertion et jeton Pro Santé Connect" "200 00" "$(avec_jeton "$JETON" "$JETON_PS")"
attendu "WS_INS2, en clair, assertion de carte" "200 00" \
  "$(appel "$CLAIR" $TRAITS "$(zoe "$PS" "$(securite "$PAR_CARTE")")")"
attendu "WS_INS2, certificat et assertion superflue" "200 00" \
  "$(organisation insi-auto $TRAITS "$(zoe "$OU" "$(securite "$PAR_CARTE")")")"
zoe_lue() { carte_lue "$1" "$2" 2751263220749 74 ADRUN 1975-12-31; }
attendu "WS_INS1, carte du professionnel" "200 00" "$(appel "$ASSERTION" $VITALE \
  "$(zoe_lue "$PS" "$(securite "$PAR_CARTE" "$(vitale "$MAINTENANT")")")")"
attendu "WS_INS1, Pro Santé Connect" "200 00" "$(appel "$ASSERTION" $VITALE \
  "$(zoe_lue "$PS" "$(securite "$(psc "$MAINTENANT")" "$(vitale "$MAINTENANT")")")")"
attendu "WS_INS1, certificat d'organisation" "200 00" "$(organisation insi-manu $VITALE \
  "$(zoe_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")")")"
attendu "WS_INS1, assertion Vitale signée" "200 00" "$(appel "$ASSERTION" $VITALE \
  "$(zoe_lue "$PS" "$(securite "$PAR_CARTE" "$(signee_par_vitale "$(vitale "$MAINTENANT")")")")")"
attendu "WS_INS1, assertion et jeton Pro Santé Connect" "200 00" "$(appel "$JETON" $VITALE \
  "$(zoe_lue "$PS" "$(securite "$(psc "$MAINTENANT")" "$(vitale "$MAINTENANT")")")" \
  -H "Authorization: Bearer $JETON_PS")"
attendu "WS_INS1, en clair" "200 00" "$(appel "$CLAIR" $VITALE \
  "$(zoe_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")")")"
attendu "WS_INS1, message de la fiche" "200 01" "$(organisation insi-manu $VITALE \
  "$(carte_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")" 2880275056123 37 MOQUETTE 1988-02-29)")"
attendu "WS_INS3 (supposé), INS valable" "200 00" \
  "$(organisation insi-auto $VERIFIER "$(verification "$OU" 74 1.2.250.1.213.1.4.8)")"
attendu "WS_INS3 (supposé), autre OID" "200 01" \
  "$(organisation insi-auto $VERIFIER "$(verification "$OU" 74 1.2.250.1.213.1.4.9)")"

verifie() { verification "$1" 74 1.2.250.1.213.1.4.8 "$2"; }
attendu "WS_INS3 (supposé), message de la fiche" "200 01" "$(organisation insi-manu $VERIFIER \
  "$(verifie "$OU" '' | sed 's|2751263220749|2880275056123|; s|>74<|>37<|; s|ADRUN|MOQUETTE|; s|>ZOE<|>ALIX MARIE-LOU<|
      s|1975-12-31|1988-02-29|; s|63220|75056|')")"
attendu "WS_INS3 (supposé), assertion de carte" "200 00" \
  "$(appel "$ASSERTION" $VERIFIER "$(verifie "$PS" "$(securite "$PAR_CARTE")")")"
attendu "WS_INS3 (supposé), Pro Santé Connect" "200 00" \
  "$(appel "$ASSERTION" $VERIFIER "$(verifie "$PS" "$(securite "$(psc "$MAINTENANT")")")")"
attendu "WS_INS3 (supposé), en clair" "200 00" "$(appel "$CLAIR" $VERIFIER "$(verifie "$OU" '')")"

echo "# La forme des réponses"
organisation insi-auto $TRAITS "$(zoe "$OU" '')" >/dev/null
attendu "une identité, mot pour mot" \
  "<soap:Envelope xmlns:soap=\"$ENVELOPPE\"><soap:Body><RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR><INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF><TIQ><NomNaissance>ADRUN</NomNaissance><ListePrenom>ZOE</ListePrenom><Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance><LieuNaissance>63220</LieuNaissance></TIQ></INDIVIDU></RESULTAT></soap:Body></soap:Envelope>" \
  "$(cat "$travail/reponse.xml")"
contient() { # what, text
  attendu "$1" "$2" "$(grep -o "$2" "$travail/reponse.xml" | head -1)"
}
organisation insi-auto $TRAITS "$(recherche "$OU" '' 'DE VINCI' RUTH F 1976-07-14 '')" >/dev/null
contient "faute du service, préfixe et langue" '<S:Value>S:Receiver</S:Value><S:Subcode><S:Value>S:siram_40</S:Value></S:Subcode></S:Code><S:Reason><S:Text xml:lang="en">'
contient "faute du service, gravité hors du schéma" 'severite="fatal" code="insi_102">'
organisation insi-auto $TRAITS "$(zoe "$OU" '' | sed "s|>$IDAM<|>INCONNU00001<|")" >/dev/null
contient "faute de la passerelle, préfixe et langue" '<soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>soap:siram_100</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="fr">'
contient "faute de la passerelle, MessageID rendu" 'code="desir_550" messageID="uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f">'

echo "# Les refus de la passerelle"
for identite in expire pas-encore-valide revoque autorite-inconnue; do
  attendu "TLS, certificat $identite" "000" "$(organisation $identite $TRAITS "$(zoe "$OU" '')")"
done
attendu "TLS, aucun certificat" "000" "$(appel "$CERTIFICAT" $TRAITS "$(zoe "$OU" '')")"
attendu "CN Insi-Auto" "500 desir_560" "$(organisation cn-incorrect $TRAITS "$(zoe "$OU" '')")"
attendu "ce n'est pas du XML" "500 mock_insi_soap" "$(organisation insi-auto $TRAITS bonjour)"
attendu "une lecture" "405" "$(appel "$CLAIR" $TRAITS '' -X GET)"
attendu "SOAP 1.1" "500" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" '' | sed "s|$ENVELOPPE|http://schemas.xmlsoap.org/soap/envelope/|")")"
attendu "action inconnue" "500 mock_insi_action" "$(organisation insi-auto deposerLot \
  "$(zoe "$OU" '' | sed "s|$TRAITS|deposerLot|; s|INSiRecSans|INSiLot|")")"
attendu "en-tête mustUnderstand inconnu" "500 mock_insi_entete" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" "<x:X xmlns:x=\"urn:x\" soap:mustUnderstand=\"true\"/>")")"
attendu "sans ContexteLPS" "500 mock_insi_ContexteLPS" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" '' | sed 's|lps:ContexteLPS|lps:Contexte|')")"
attendu "sans COUVERTURE" "500 mock_insi_ContexteBAM" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" '' | sed 's|<bam:COUVERTURE/>||')")"
attendu "IDAM inconnu" "500 desir_550" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" '' | sed "s|>$IDAM<|>INCONNU00001<|")")"

echo "# Les refus des autres réglages"
autre_reglage() { # operation, message, whose identifier is made new
  appel "$STRICTE" "$1" "$(printf '%s' "$2" | sed "s|5e0f2c9a|$(od -An -N4 -tx1 /dev/urandom | tr -d ' ')|")"
}
attendu "WS_INS2, personne, comme en qualification" "500 insi_102" "$(autre_reglage $TRAITS \
  "$(recherche "$OU" '' MOQUETTE ALIX F 1988-02-29 75056)")"
attendu "WS_INS1, personne, comme en qualification" "500 insi_101" "$(autre_reglage $VITALE \
  "$(carte_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")" 2880275056123 37 MOQUETTE 1988-02-29)")"
attendu "WS_INS3 retirée" "500 mock_insi_operation_absente" "$(autre_reglage $VERIFIER "$(verifie "$OU" '')")"
attendu "identifiant de message neuf" "200 00" "$(appel "$STRICTE" $TRAITS "$(zoe "$OU" '')")"
attendu "identifiant de message répété" "500 mock_insi_MessageID" "$(appel "$STRICTE" $TRAITS "$(zoe "$OU" '')")"
attendu "SOAP 1.1, par le statut" "415" "$(autre_reglage $TRAITS \
  "$(zoe "$OU" '' | sed "s|$ENVELOPPE|http://schemas.xmlsoap.org/soap/envelope/|")")"

echo "# Les refus des assertions"
porte() { appel "$ASSERTION" $TRAITS "$(zoe "$PS" "$1")"; }
attendu "aucune assertion" "500 mock_insi_Assertion" "$(porte '')"
attendu "carte, assertion non signée" "500 mock_insi_Signature" \
  "$(porte "$(securite "$(professionnel "$MAINTENANT")")")"
attendu "carte, assertion modifiée" "500 mock_insi_Signature" \
  "$(porte "$(securite "${PAR_CARTE/SA07/SA05}")")"
attendu "carte, autorité inconnue" "500 mock_insi_Carte" \
  "$(porte "$(securite "$(signee "$(professionnel "$MAINTENANT")" "$IDENTITES/autorite-inconnue")")")"
attendu "carte, certificat révoqué" "500 mock_insi_Carte" \
  "$(porte "$(securite "$(signee "$(professionnel "$MAINTENANT")" "$IDENTITES/revoque")")")"
attendu "carte, certificat expiré" "500 mock_insi_Carte" \
  "$(porte "$(securite "$(signee "$(professionnel "$MAINTENANT")" "$IDENTITES/expire")")")"
attendu "carte, transformation XPath" "500 mock_insi_Signature" "$(porte "$(securite \
  "${PAR_CARTE/${DS}enveloped-signature/http://www.w3.org/TR/1999/REC-xpath-19991116}")")"
contient "carte, transformation nommée" 'http://www.w3.org/TR/1999/REC-xpath-19991116 »'
attendu "carte, transformation XSLT" "500 mock_insi_Signature" "$(porte "$(securite \
  "${PAR_CARTE/${DS}enveloped-signature/http://www.w3.org/TR/1999/REC-xslt-19991116}")")"
attendu "carte, assertion enveloppée dans une autre" "500 mock_insi_Signature" "$(porte "$(securite \
  "$(professionnel "$MAINTENANT" | sed "s|_9a1b2c3d|_00000000|; s|</saml:Assertion>|$PAR_CARTE</saml:Assertion>|")")")"
attendu "carte, assertion du futur" "500 mock_insi_AssertionPerimee" \
  "$(porte "$(securite "$(signee "$(professionnel "$(il_y_a -60)")" "$CARTE")")")"
attendu "Pro Santé Connect, assertion de 61 minutes" "500 mock_insi_AssertionPerimee" \
  "$(porte "$(securite "$(psc "$(il_y_a 61)")")")"
attendu "carte, assertion de 61 minutes" "500 mock_insi_AssertionPerimee" \
  "$(porte "$(securite "$(signee "$(professionnel "$(il_y_a 61)")" "$CARTE")")")"
attendu "Pro Santé Connect, jeton exigé et absent" "500 mock_insi_jeton" \
  "$(appel "$JETON" $TRAITS "$(zoe "$PS" "$(securite "$(psc "$MAINTENANT")")")")"
attendu "Pro Santé Connect, jeton que personne n'a émis" "500 mock_insi_jeton" "$(avec_jeton "$JETON" jeton)"
attendu "Pro Santé Connect, jeton de quelqu'un d'autre" "500 mock_insi_jeton" "$(avec_jeton "$JETON" "$JETON_AUTRE")"
attendu "Pro Santé Connect, personne ne répond du jeton" "500 mock_insi_introspection" \
  "$(avec_jeton "$MUETTE" "$JETON_PS")"
attendu "WS_INS1, assertion Vitale modifiée" "500 mock_insi_AssertionVitale" "$(appel "$ASSERTION" $VITALE \
  "$(zoe_lue "$PS" "$(securite "$PAR_CARTE" \
    "$(signee_par_vitale "$(vitale "$MAINTENANT")" | sed "s|<saml:Issuer>|<saml:Issuer>1|")")")")"
attendu "WS_INS1, sans la carte Vitale" "500 mock_insi_AssertionVitale" \
  "$(appel "$ASSERTION" $VITALE "$(zoe_lue "$PS" "$(securite "$PAR_CARTE")")")"
attendu "WS_INS1, carte lue il y a 21 minutes" "500 mock_insi_AssertionVitalePerimee" \
  "$(appel "$ASSERTION" $VITALE "$(zoe_lue "$PS" "$(securite "$PAR_CARTE" "$(vitale "$(il_y_a 21)")")")")"

echo "# Les refus des critères"
cherche() { organisation insi-auto $TRAITS "$(recherche "$OU" '' "$@")"; }
attendu "sans nom" "500 insi_19" "$(cherche '' ZOE F 1975-12-31 63220)"
attendu "sans prénom" "500 mock_insi_Prenom" "$(cherche ADRUN '' F 1975-12-31 63220)"
attendu "sexe I" "500 insi_24" "$(cherche ADRUN ZOE I 1975-12-31 63220)"
attendu "date française" "500 mock_insi_DateNaissance" "$(cherche ADRUN ZOE F 31/12/1975 63220)"
attendu "lieu en lettres" "500 mock_insi_LieuNaissance" "$(cherche ADRUN ZOE F 1975-12-31 PARIS)"
attendu "corps hors du schéma" "500 mock_insi_corps" "$(organisation insi-auto $TRAITS \
  "$(zoe "$OU" '' | sed 's|rs:Sexe|rs:Genre|g')")"
lit() { organisation insi-auto $VITALE "$(carte_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")" "$@")"; }
attendu "WS_INS1, matricule court" "500 mock_insi_Matricule" "$(lit 275126322074 74 ADRUN 1975-12-31)"
attendu "WS_INS1, clé fausse" "500 mock_insi_Cle" "$(lit 2751263220749 75 ADRUN 1975-12-31)"
attendu "WS_INS1, date française" "500 mock_insi_DateNaissance" "$(lit 2751263220749 74 ADRUN 31/12/1975)"
attendu "WS_INS1, rang en lettres" "500 mock_insi_RangNaissance" "$(organisation insi-auto $VITALE \
  "$(zoe_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")" | sed 's|RangNaissance>1<|RangNaissance>A<|')")"
attendu "WS_INS1, corps hors du schéma" "500 mock_insi_corps" "$(organisation insi-auto $VITALE \
  "$(zoe_lue "$OU" "$(securite "$(vitale "$MAINTENANT")")" | sed 's|rv:MatriculeOD|rv:Matricule|g')")"
attendu "WS_INS3 (supposé), matricule court" "500 mock_insi_Matricule" "$(organisation insi-auto $VERIFIER \
  "$(verifie "$OU" '' | sed 's|2751263220749|27512|')")"
attendu "WS_INS3 (supposé), sans nom" "500 insi_19" "$(organisation insi-auto $VERIFIER \
  "$(verifie "$OU" '' | sed 's|ADRUN||')")"
attendu "WS_INS3 (supposé), sans OID" "500 mock_insi_OID" \
  "$(organisation insi-auto $VERIFIER "$(verification "$OU" 74 '')")"

echo "# Les pannes du service"
armer() {
  curl -sS -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"service\":\"insi\",\"fault\":\"$1\",\"times\":1}" "$FAUTES"
}
for faute in desir_550 desir_560 desir_1020 insi_19 insi_24 insi_102 insi_111; do
  armer $faute
  attendu "WS_INS2, $faute" "500 $faute" "$(cherche ADRUN ZOE F 1975-12-31 63220)"
done
for faute in desir_1020 insi_111; do
  armer $faute
  attendu "WS_INS3 (supposé), $faute" "500 $faute" "$(organisation insi-auto $VERIFIER "$(verifie "$OU" '')")"
done
armer verification-ko
attendu "WS_INS3 (supposé), verification-ko" "200 01" "$(organisation insi-auto $VERIFIER "$(verifie "$OU" '')")"
for faute in desir_550 desir_560 desir_1020 insi_101 insi_111; do
  armer $faute
  attendu "WS_INS1, $faute" "500 $faute" "$(lit 2751263220749 74 ADRUN 1975-12-31)"
done
attendu "une personne en panne" "500 insi_102" "$(cherche 'DE VINCI' RUTH F 1976-07-14 '')"
armer cr-inconnu
attendu "code retour inconnu" "200 09" "$(cherche ADRUN ZOE F 1975-12-31 63220)"

[ $echecs -eq 0 ]

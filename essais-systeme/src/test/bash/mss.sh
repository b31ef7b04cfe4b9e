#!/usr/bin/env bash
# One mail client nobody here wrote, against the secure mail: mss.sh <client>. Ends as the client does.
#
#   SMTP, IMAP        ports of mss.smtp and mss.imap, on localhost
#   OUVERT            port of mss.imap where LOGIN is offered (mss.login=oui)
#   CA                authority of the bench
#   ADRESSE, JETON    mailbox of a professional, an access token of Pro Santé Connect of his
#   IDENTIFIANT       his national identifier, the password of LOGIN
#   APPLICATION       mailbox of an application
#   CERTIFICAT, CLE   what it opens with
#   LETTRE            a message to send, addressed to ADRESSE
#   TRAVAIL           folder for configurations and for what is read: recu
set -eu
cd "$TRAVAIL"
export HOME="$TRAVAIL"

config() { cat >"$1" && chmod 600 "$1"; }

case "$1" in
curl-smtp)
  curl -sS --ssl-reqd --cacert "$CA" --url "smtp://localhost:$SMTP" --user "$ADRESSE:" --oauth2-bearer "$JETON" \
    --mail-from "$ADRESSE" --mail-rcpt "$ADRESSE" --upload-file "$LETTRE"
  ;;
curl-certificat)
  curl -sS --ssl-reqd --cacert "$CA" --cert "$CERTIFICAT" --key "$CLE" --url "smtp://localhost:$SMTP" \
    --user "$APPLICATION:sans" --login-options AUTH=PLAIN --mail-from "$APPLICATION" --mail-rcpt "$ADRESSE" \
    --upload-file "$LETTRE"
  ;;
curl-imap)
  curl -sS --ssl-reqd --cacert "$CA" --url "imap://localhost:$IMAP/INBOX;UID=1" --user "$ADRESSE:" \
    --oauth2-bearer "$JETON" >recu
  ;;
msmtp-xoauth2 | msmtp-oauthbearer)
  # A line of its configuration is too short for a token.
  printf %s "$JETON" | config jeton
  config msmtprc <<CONF
account a
host localhost
port $SMTP
tls on
tls_starttls on
tls_trust_file $CA
auth ${1#msmtp-}
user $ADRESSE
passwordeval "cat jeton"
from $ADRESSE
CONF
  msmtp -C msmtprc -a a -- "$ADRESSE" <"$LETTRE"
  ;;
msmtp-certificat)
  config msmtprc <<CONF
account a
host localhost
port $SMTP
tls on
tls_starttls on
tls_trust_file $CA
tls_cert_file $CERTIFICAT
tls_key_file $CLE
auth plain
user $APPLICATION
password sans
from $APPLICATION
CONF
  msmtp -C msmtprc -a a -- "$ADRESSE" <"$LETTRE"
  ;;
swaks-certificat)
  swaks --server localhost --port "$SMTP" --tls --tls-verify --tls-ca-path "$CA" --tls-cert "$CERTIFICAT" \
    --tls-key "$CLE" --auth PLAIN --auth-user "$APPLICATION" --auth-password sans --from "$APPLICATION" \
    --to "$ADRESSE" --data "@$LETTRE"
  ;;
swaks-refus)
  # Without authentication: it shows what is refused before.
  swaks --server localhost --port "$SMTP" --tls --tls-verify --tls-ca-path "$CA" --from "$ADRESSE" --to "$ADRESSE" \
    --data "@$LETTRE" | grep '^<.*530 5.7.0'
  ;;
python-imap | python-smtp)
  /usr/bin/python3 - "$1" <<'PYTHON'
import imaplib, os, smtplib, ssl, sys
e = os.environ
context = ssl.create_default_context(cafile=e['CA'])
said = f"user={e['ADRESSE']}\x01auth=Bearer {e['JETON']}\x01\x01"
if sys.argv[1] == 'python-imap':
    with imaplib.IMAP4('localhost', int(e['IMAP'])) as box:
        box.starttls(context)
        box.authenticate('XOAUTH2', lambda challenge: said.encode())
        box.select('INBOX')
        found = box.search(None, 'SUBJECT', '"XDM/1.0/DDM+"')[1][0].split()
        open('recu', 'wb').write(box.fetch(found[0], '(BODY.PEEK[])')[1][0][1])
else:
    with smtplib.SMTP('localhost', int(e['SMTP'])) as out:
        out.starttls(context=context)
        out.ehlo()
        out.auth('XOAUTH2', lambda challenge=None: said, initial_response_ok=True)
        out.sendmail(e['ADRESSE'], [e['ADRESSE']], open(e['LETTRE'], 'rb').read())
PYTHON
  ;;
mbsync)
  mkdir -p courrier
  config mbsyncrc <<CONF
IMAPAccount a
Host localhost
Port $IMAP
User $APPLICATION
Pass sans
SSLType STARTTLS
CertificateFile $CA
ClientCertificate $CERTIFICAT
ClientKey $CLE
AuthMechs PLAIN

IMAPStore loin
Account a

MaildirStore ici
Path $TRAVAIL/courrier/
Inbox $TRAVAIL/courrier/INBOX
SubFolders Verbatim

Channel tout
Far :loin:
Near :ici:
Patterns INBOX
Create Near
CONF
  mbsync -q -c mbsyncrc tout
  cat courrier/INBOX/new/* >recu
  ;;
fetchmail)
  config fetchmailrc <<CONF
set no bouncemail
poll localhost proto imap port $OUVERT auth password user "$ADRESSE" password "$IDENTIFIANT"
  sslproto tls1.2+ sslcertck sslcertfile $CA fetchall keep mda "cat >>$TRAVAIL/recu"
CONF
  fetchmail -f fetchmailrc --nosyslog --pidfile "$TRAVAIL/fetchmail.pid" --idfile "$TRAVAIL/fetchids" >/dev/null
  ;;
neomutt)
  config muttrc <<CONF
set folder="imap://localhost:$IMAP/"
set spoolfile="imap://localhost:$IMAP/INBOX"
set imap_user="$ADRESSE"
set imap_authenticators="xoauth2"
set imap_oauth_refresh_command="printf %s '$JETON'"
set ssl_starttls=yes
set ssl_force_tls=yes
set ssl_ca_certificates_file="$CA"
set certificate_file="$CA"
set confirmappend=no
set confirmcreate=no
set quit=yes
set wait_key=no
set header_cache=""
push "<tag-pattern>~A<enter><tag-prefix><copy-message>$TRAVAIL/recu<enter><quit>"
CONF
  TERM=vt100 timeout 30 script -qec "stty rows 40 cols 100; neomutt -n -F muttrc" /dev/null >ecran 2>&1 </dev/null || true
  ;;
*)
  echo "client inconnu : $1" >&2
  exit 2
  ;;
esac

"""A service that logs professionals in with Pro Santé Connect, as Authlib's own documentation writes one for Flask.

    python3 relying_party.py bench.json

It prints its address first, then logs on the error output. It checks nothing by itself: whatever it refuses, Authlib
refused. The addresses it serves: / (the protected page), /retour (where Pro Santé Connect returns), /rafraichir,
/revoquer, /introspecter, /moi (userinfo again) and /deconnexion.
"""

import json
import secrets
import sys
from urllib.parse import urlencode

import requests
from authlib.integrations.flask_client import OAuth
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, jsonify, redirect, session, url_for
from werkzeug.serving import make_server

with open(sys.argv[1], encoding="utf-8") as descriptor:
    space = json.load(descriptor)
client = next(c for c in space["clients"] if c["clientId"] == "lps-demo")

app = Flask(__name__)
app.secret_key = secrets.token_bytes(32)
logins = {}
psc = OAuth(app).register(
    "psc",
    client_id=client["clientId"],
    client_secret=client["clientSecret"],
    server_metadata_url=space["urls"]["psc.discovery"],
    authorize_params={"acr_values": "eidas1"},
    client_kwargs={"scope": "openid scope_all", "code_challenge_method": "S256"},
)


def metadata():
    return psc.load_server_metadata()


def back_channel(token=None):
    return OAuth2Session(client["clientId"], client["clientSecret"], token=token)


def refused(error):
    """What the person sees, and what the test reads: Authlib's own words."""
    app.logger.exception("refused")
    return f"connexion refusée\n{type(error).__name__}: {error}\n", 403


@app.get("/")
def protected_page():
    login = logins.get(session.get("login"))
    if login is None:
        return psc.authorize_redirect(url_for("back", _external=True))
    return f"dossier ouvert\n{login['userinfo']['SubjectNameID']}\n"


@app.get("/retour")
def back():
    try:
        token = psc.authorize_access_token()
        userinfo = psc.userinfo(token=token)
    except Exception as error:  # whatever it is, it is what Authlib says to an editor
        return refused(error)
    session["login"] = secrets.token_hex()
    logins[session["login"]] = {"token": token, "userinfo": userinfo}
    return redirect(url_for("protected_page"))


@app.get("/moi")
def userinfo_again():
    try:
        return jsonify(psc.userinfo(token=logins[session["login"]]["token"]))
    except Exception as error:
        return refused(error)


@app.get("/rafraichir")
def refresh():
    login = logins[session["login"]]
    try:
        with back_channel(login["token"]) as session_at_psc:
            renewed = session_at_psc.refresh_token(metadata()["token_endpoint"])
    except Exception as error:
        return refused(error)
    changed = renewed["access_token"] != login["token"]["access_token"]
    login["token"] = {**login["token"], **renewed}
    return jsonify(renewed=changed)


@app.get("/revoquer")
def revoke():
    token = logins[session["login"]]["token"]["refresh_token"]
    with back_channel() as session_at_psc:
        answer = session_at_psc.revoke_token(
            metadata()["revocation_endpoint"], token=token, token_type_hint="refresh_token"
        )
    return jsonify(revoked=answer.ok)


@app.get("/introspecter")
def introspect():
    token = logins[session["login"]]["token"]["access_token"]
    with back_channel() as session_at_psc:
        answer = session_at_psc.introspect_token(metadata()["introspection_endpoint"], token=token)
    return jsonify(answer.json())


@app.get("/deconnexion")
def log_out():
    login = logins.pop(session.pop("login"))
    parameters = {
        "id_token_hint": login["token"]["id_token"],
        "post_logout_redirect_uri": url_for("logged_out", _external=True),
        "state": secrets.token_urlsafe(),
    }
    return redirect(metadata()["end_session_endpoint"] + "?" + urlencode(parameters))


@app.get("/au-revoir")
def logged_out():
    return "au revoir\n"


server = make_server("127.0.0.1", 0, app, threaded=True)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()

package fr.socle.psc.protocol;

import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.psc.service.Asked;
import fr.socle.psc.service.Holders;
import fr.socle.psc.service.IssuedToken;
import fr.socle.psc.service.ciba.Ciba;
import java.util.Optional;

/** Tells whom a request concerns from what it carries, before it is served. */
final class Stakes {
  private final Holders holders;
  private final Ciba ciba;
  private final SessionCookie cookie;

  Stakes(Holders holders, Ciba ciba, SessionCookie cookie) {
    this.holders = holders;
    this.ciba = ciba;
    this.cookie = cookie;
  }

  /** An authorization request: who is logged in already, or will be. */
  Concerned authorize(IncomingRequest request) {
    Asked asked = Reading.queryOrForm(request);
    return concerned(ofBrowser(request).or(holders::announced), asked.first("client_id"));
  }

  /** The form of the login page. */
  Concerned login(IncomingRequest request) {
    Asked form = Reading.form(request);
    return concerned(
        form.first("identifiant").or(() -> form.first("personne")).map(String::trim),
        form.first("ticket").flatMap(holders::clientOfPage));
  }

  /** A token request, by what is exchanged. */
  Concerned token(IncomingRequest request) {
    Asked form = Reading.form(request);
    return concerned(
        form.first("code")
            .flatMap(holders::personOfCode)
            .or(() -> form.first("refresh_token").flatMap(this::ofToken))
            .or(() -> form.first("auth_req_id").flatMap(ciba::personOf)),
        client(request, form));
  }

  /** A login asked without browser. */
  Concerned ciba(IncomingRequest request) {
    Asked form = Reading.form(request);
    return concerned(form.first("login_hint"), client(request, form));
  }

  /** Introspection and revocation: the client is the one who asks. */
  Concerned introspection(IncomingRequest request) {
    Asked form = Reading.form(request);
    return concerned(form.first("token").flatMap(this::ofToken), client(request, form));
  }

  /** Userinfo: both are those of the token. */
  Concerned userinfo(IncomingRequest request) {
    Optional<IssuedToken> token =
        Reading.authorization(request, "Bearer")
            .or(() -> Reading.form(request).first("access_token"))
            .flatMap(holders::token);
    return concerned(token.map(IssuedToken::nationalId), token.map(IssuedToken::clientId));
  }

  /** A logout: those of the hint, else of the browser. */
  Concerned logout(IncomingRequest request) {
    Asked asked = Reading.queryOrForm(request);
    Optional<IssuedToken> hint = asked.first("id_token_hint").flatMap(holders::token);
    return concerned(
        hint.map(IssuedToken::nationalId).or(() -> ofBrowser(request)),
        hint.map(IssuedToken::clientId).or(() -> asked.first("client_id")));
  }

  private Optional<String> ofBrowser(IncomingRequest request) {
    return Optional.ofNullable(cookie.read(request)).flatMap(holders::personOfCookie);
  }

  private Optional<String> ofToken(String value) {
    return holders.token(value).map(IssuedToken::nationalId);
  }

  private static Optional<String> client(IncomingRequest request, Asked form) {
    return Optional.ofNullable(Reading.proof(request, form).clientId());
  }

  private static Concerned concerned(Optional<String> nationalId, Optional<String> clientId) {
    return new Concerned(nationalId.orElse(null), clientId.orElse(null));
  }
}

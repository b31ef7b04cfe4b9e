package fr.socle.psc.service;

import java.util.Optional;

/** Whose the codes, tokens, cookies and pages of a space are. Changes nothing. Thread-safe. */
public final class Holders {
  private final Sessions sessions;
  private final Codes codes;
  private final TokenLedger ledger;
  private final LoginScript script;
  private final AuthorizationDesk authorization;

  Holders(
      Sessions sessions,
      Codes codes,
      TokenLedger ledger,
      LoginScript script,
      AuthorizationDesk authorization) {
    this.sessions = sessions;
    this.codes = codes;
    this.ledger = ledger;
    this.script = script;
    this.authorization = authorization;
  }

  /** Person of a code. */
  public Optional<String> personOfCode(String code) {
    return codes
        .find(code)
        .flatMap(given -> sessions.find(given.sessionId()))
        .map(Session::nationalId);
  }

  /** A token that was handed out, whatever became of it. */
  public Optional<IssuedToken> token(String value) {
    return Optional.ofNullable(ledger.present(value).token());
  }

  /** Person of the living session of a browser. */
  public Optional<String> personOfCookie(String cookie) {
    return sessions.ofCookie(cookie).map(Session::nationalId);
  }

  /** Person who was announced for the logins to come. */
  public Optional<String> announced() {
    return script
        .next()
        .flatMap(step -> Optional.ofNullable(step.who()))
        .map(who -> who.nationalId().value());
  }

  /** Relying party of an open login page. */
  public Optional<String> clientOfPage(String ticket) {
    return authorization.clientOfPage(ticket);
  }
}

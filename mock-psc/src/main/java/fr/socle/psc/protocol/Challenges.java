package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.psc.service.OidcError;

/** {@code WWW-Authenticate} of the answers 401. */
final class Challenges {
  private static final String REALM = "realm=\"esante-wallet\"";

  private Challenges() {}

  /** RFC 6749 5.2; owed by every answer 401, RFC 9110 15.5.2. */
  static Answer basic(Answer answer) {
    return answer.status() == 401 ? answer.with("WWW-Authenticate", "Basic " + REALM) : answer;
  }

  /** RFC 6750 3, psc.md 1.6 (K). */
  static Answer bearer(Answer answer, OidcError error) {
    return answer.with(
        "WWW-Authenticate",
        "Bearer "
            + REALM
            + ", error=\""
            + error.error()
            + "\", error_description=\""
            + error.description()
            + "\"");
  }
}

package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.psc.service.ClientProof;
import fr.socle.psc.service.OidcError;

/** {@code WWW-Authenticate} of the answers 401. */
final class Challenges {
  private static final String REALM = "realm=\"esante-wallet\"";

  private Challenges() {}

  /** RFC 6749 5.2: owed to a client that used the {@code Authorization} header. */
  static Answer basic(Answer answer, ClientProof proof) {
    return answer.status() == 401 && proof.methods().contains(ClientProof.Method.BASIC)
        ? answer.with("WWW-Authenticate", "Basic " + REALM)
        : answer;
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

package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.Certificates;
import fr.socle.insi.Requests;

/** The correct search by traits of an organisation, and ways to bend it. */
final class SearchMessage {
  static final TlsFacts ORGANISATION =
      Requests.with(Certificates.of("C=FR,ST=Paris (75),O=CABINET,OU=10B0000001,CN=INSI-AUTO"));

  static final String ACTION = "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite";

  private SearchMessage() {}

  /** The message broken in one way. */
  static BrokenMessage broken(String rule, String where, String taken, String put) {
    return new BrokenMessage(rule, where, post(bent(taken, put)));
  }

  /** The message with a part replaced, which it has. */
  static String bent(String taken, String put) {
    assertThat(Requests.example()).contains(taken);
    return Requests.example().replace(taken, put);
  }

  static IncomingRequest post(String message) {
    return Requests.post(Requests.CONTENT_TYPE, message.getBytes(UTF_8), ORGANISATION);
  }

  /** Part of the message, both ends included. */
  static String between(String start, String end) {
    String example = Requests.example();
    return example.substring(example.indexOf(start), example.indexOf(end) + end.length());
  }

  /** A header Security in front of ContexteBAM. */
  static String withSecurity(String content) {
    return "<wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
        + "oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
        + content
        + "</wsse:Security><bam:ContexteBAM";
  }
}

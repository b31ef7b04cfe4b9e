package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import fr.socle.insi.protocol.AccessMode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The correct messages of a professional, by a card or Pro Santé Connect, and ways to bend them.
 */
final class AssertionMessage {
  static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
  static final CardAssertion CARD =
      CardAssertion.of(
          Certificates.card("CN=00B0000001,GIVENNAME=ZOE,SURNAME=ADRUN,T=Infirmier,C=FR"));
  static final String SERIAL = "0000000001";
  static final String HOLDER = "00B0000001";

  private AssertionMessage() {}

  /** INSi at the time of the messages, where an assertion is asked for. */
  static JudgedInsi bench() {
    return new JudgedInsi(
        AccessMode.ASSERTION, Clock.fixed(NOW, ZoneOffset.UTC), Map.of(), Persons.ALIX);
  }

  static BrokenMessage broken(String rule, String where, IncomingRequest request) {
    return new BrokenMessage(rule, where, request);
  }

  /** A search by traits whose assertion is bent before it is signed. */
  static BrokenMessage broken(String rule, String where, String taken, String put)
      throws Exception {
    return new BrokenMessage(rule, where, traits(CARD.professional(NOW, bend(taken, put))));
  }

  /** A search by traits with these assertions. */
  static IncomingRequest traits(String... assertions) {
    return request(
        Requests.CONTENT_TYPE, Requests.secured(own(Requests.example()), assertions), "");
  }

  static IncomingRequest psc(String assertion, String token) {
    return request(
        Requests.CONTENT_TYPE, Requests.secured(own(Requests.example()), assertion), token);
  }

  /** A search by card with these assertions. */
  static IncomingRequest card(String... assertions) {
    return request(Requests.VITALE_CONTENT_TYPE, own(Requests.vitale(assertions)), "");
  }

  /** A message whose sender is the professional. */
  static String own(String message) {
    return message.replace("Emetteur>10B0000001", "Emetteur>" + HOLDER);
  }

  static IncomingRequest request(String contentType, String body, String token) {
    Headers headers = Headers.none().with("Content-Type", contentType);
    return new IncomingRequest(
        "insi.assertion",
        "POST",
        "/lps",
        token.isEmpty() ? headers : headers.with("Authorization", "Bearer " + token),
        body.getBytes(UTF_8),
        TlsFacts.clear(),
        NOW);
  }

  static Bend bend(String taken, String put) {
    return text -> {
      String bent = text.replaceFirst("(?s)" + taken, put);
      assertThat(bent).as(taken).isNotEqualTo(text);
      return bent;
    };
  }

  /** A change that changes something. */
  interface Bend extends UnaryOperator<String> {
    default Bend andThenBend(String taken, String put) {
      return text -> bend(taken, put).apply(apply(text));
    }
  }
}

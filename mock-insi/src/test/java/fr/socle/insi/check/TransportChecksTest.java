package fr.socle.insi.check;

import static fr.socle.insi.check.SearchMessage.ACTION;
import static fr.socle.insi.check.SearchMessage.ORGANISATION;
import static fr.socle.insi.check.SearchMessage.bent;
import static fr.socle.insi.check.SearchMessage.between;
import static fr.socle.insi.check.SearchMessage.broken;
import static fr.socle.insi.check.SearchMessage.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** INSI-T01: SOAP 1.2 and one operation, named the same way everywhere. */
class TransportChecksTest {
  private static final String VITALE_ACTION =
      "urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale";

  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  static Stream<BrokenMessage> messages() {
    return Stream.of(
        broken("INSI-T01-7", "Envelope", "</soap:Body>", ""),
        broken("INSI-T01-7", "Envelope", "soap:Envelope", "soap:Enveloppe"),
        broken("INSI-T01-7", "Envelope", "<soap:Envelope ", "<!DOCTYPE x><soap:Envelope "),
        broken("INSI-T01-6", "Body", between("<rs:RECSANSVITALE", "</rs:RECSANSVITALE>"), ""),
        broken(
            "INSI-T01-6",
            "Body",
            "xmlns:rs=\"http://www.cnamts.fr/INSiRecSans\"",
            "xmlns:rs=\"urn:x\""),
        broken("INSI-T01-6", "Body/autre", "</rs:RECSANSVITALE>", "</rs:RECSANSVITALE><autre/>"),
        broken("INSI-T01-5", "Action", "<wsa:Action>" + ACTION + "</wsa:Action>", ""),
        broken("INSI-T01-5", "Action", "<wsa:Action>" + ACTION, "<wsa:Action>urn:autre"),
        broken("INSI-T01-5", "Action", "<wsa:Action>" + ACTION, "<wsa:Action>" + VITALE_ACTION));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  static Stream<BrokenMessage> transports() {
    return Stream.of(
        transport("INSI-T01-2", "text/xml; charset=utf-8; action=\"" + ACTION + "\""),
        transport("INSI-T01-3", "application/soap+xml; charset=utf-8"),
        transport("INSI-T01-3", "application/soap+xml; charset=utf-8; action=\"\""),
        transport("INSI-T01-4", "application/soap+xml; charset=utf-8; action=\"urn:autre\""),
        transport(
            "INSI-T01-8", "application/soap+xml; charset=ISO-8859-1; action=\"" + ACTION + "\""));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void aContentTypeBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  @Test
  void aCharsetThatIsNotAnnouncedIsNoFault() {
    assertThat(
            bench.findings(
                transport("", "application/soap+xml; action=\"" + ACTION + "\"").request()))
        .isEmpty();
  }

  @Test
  void soap11BreaksTheRuleOnTheEnvelopeAlone() {
    String soap11 =
        Requests.example()
            .replace(
                "http://www.w3.org/2003/05/soap-envelope",
                "http://schemas.xmlsoap.org/soap/envelope/");
    IncomingRequest plain =
        Requests.post("text/xml; charset=utf-8", soap11.getBytes(UTF_8), ORGANISATION);
    IncomingRequest request =
        new IncomingRequest(
            plain.listener(),
            plain.method(),
            plain.target(),
            plain.headers().with("SOAPAction", "\"" + ACTION + "\""),
            plain.body(),
            plain.tls(),
            plain.receivedAt());

    assertThat(bench.findings(request)).extracting(Found::rule).containsExactly("INSI-T01-1");
  }

  @Test
  void headersOfTheDraftOfWsAddressingAreNotThoseOfTheContract() {
    String message =
        bent(
            "http://www.w3.org/2005/08/addressing",
            "http://schemas.xmlsoap.org/ws/2004/08/addressing");

    assertThat(bench.findings(post(message)))
        .extracting(Found::rule)
        .containsExactly("INSI-T01-5", "INSI-T02-1");
  }

  @Test
  void ourOwnLimitsJudgeNobody() {
    assertThat(bench.findings(post("<a>".repeat(5_000)))).isEmpty();
  }

  @Test
  void aMessageThatNamesNoOperationIsJudgedWhenItLooksLikeASearch() {
    assertThat(rulesOf("urn:autre", unnamed("RECSANSVITALE")))
        .containsExactly("INSI-T01-4", "INSI-T01-5", "INSI-T01-6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urn:autre", "urn:ServiceIdentiteCertifiee:1.0.0:verifierInsAvecTraitsIdentite2"})
  void anOperationThatNobodyHereKnowsIsNotJudgedByTheContractOfTheSearches(String action) {
    String message = unnamed("INSiRequeteVerification").replace("urn:autre", action);

    assertThat(rulesOf(action, message)).isEmpty();
    assertThat(bench.findings(Requests.post("text/xml", soap11(message), ORGANISATION))).isEmpty();
  }

  private List<String> rulesOf(String action, String message) {
    return bench
        .findings(
            Requests.post(
                "application/soap+xml; action=\"" + action + "\"",
                message.getBytes(UTF_8),
                ORGANISATION))
        .stream()
        .map(Found::rule)
        .toList();
  }

  /** Neither its action nor the namespace of its body is in the WSDL. */
  private static String unnamed(String root) {
    return bent(ACTION, "urn:autre")
        .replace("http://www.cnamts.fr/INSiRecSans", "http://www.cnamts.fr/INSiRequete")
        .replace("RECSANSVITALE", root);
  }

  private static byte[] soap11(String message) {
    return message
        .replace(
            "http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/")
        .getBytes(UTF_8);
  }

  static Set<String> proven() {
    Set<String> proven = BrokenMessage.rules(Stream.concat(messages(), transports()));
    proven.add("INSI-T01-1");
    return proven;
  }

  private static BrokenMessage transport(String rule, String contentType) {
    return new BrokenMessage(
        rule,
        "Content-Type",
        Requests.post(contentType, Requests.example().getBytes(UTF_8), ORGANISATION));
  }
}

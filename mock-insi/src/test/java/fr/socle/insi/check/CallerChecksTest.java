package fr.socle.insi.check;

import static fr.socle.insi.check.SearchMessage.bent;
import static fr.socle.insi.check.SearchMessage.broken;
import static fr.socle.insi.check.SearchMessage.post;
import static fr.socle.insi.check.SearchMessage.withSecurity;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T03: who calls, by certificate and never by password. */
class CallerChecksTest {
  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  static Stream<BrokenMessage> messages() {
    return Stream.of(
        broken(
            "INSI-T03-1",
            "ContexteLPS/Emetteur",
            "<lps:Emetteur>10B0000001",
            "<lps:Emetteur>LPS-DEMO"),
        broken("INSI-T03-1", "ContexteBAM/Emetteur", "<bam:Emetteur>10B0000001</bam:Emetteur>", ""),
        broken(
            "INSI-T02-15",
            "Security",
            "<bam:ContexteBAM",
            withSecurity("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>")),
        broken(
            "INSI-T03-6",
            "Security/UsernameToken",
            "<bam:ContexteBAM",
            withSecurity("<wsse:UsernameToken/>")),
        new BrokenMessage("INSI-T03-6", "Authorization", withAuthorization("Basic eDp5")),
        new BrokenMessage("INSI-T03-2", "CN", presenting("OU=10B0000001,CN=Insi-Auto")),
        new BrokenMessage("INSI-T03-5", "OU", presenting("C=FR,CN=INSI-AUTO")));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  @Test
  void aCertificateOfAnotherAuthorityBreaksTheRuleOnAuthorities() {
    TlsFacts other =
        Requests.with(Certificates.of("C=FR,OU=10B0000001,CN=INSI-MANU", "CN=AC MAISON,C=FR"));

    assertThat(
            bench.findings(
                Requests.post(Requests.CONTENT_TYPE, Requests.example().getBytes(UTF_8), other)))
        .extracting(Found::rule, Found::found)
        .containsExactly(tuple("INSI-T03-4", "AC MAISON"));
  }

  @Test
  void oneOfSeveralUnitsOfTheCertificateIsEnough() {
    TlsFacts twoUnits =
        Requests.with(Certificates.of("C=FR,O=CABINET,OU=SERVICE,OU=10B0000001,CN=INSI-AUTO"));

    assertThat(
            bench.findings(
                Requests.post(Requests.CONTENT_TYPE, Requests.example().getBytes(UTF_8), twoUnits)))
        .isEmpty();
  }

  @Test
  void withoutACertificateNothingIsSaidOfIt() {
    String message = bent("<lps:Emetteur>10B0000001", "<lps:Emetteur>AUTRE");

    assertThat(bench.findings(Requests.clear(message))).isEmpty();
  }

  @Test
  void anotherSchemeThanThePasswordIsNoFault() {
    assertThat(bench.findings(withAuthorization("Bearer jeton"))).isEmpty();
  }

  static Set<String> proven() {
    Set<String> proven = BrokenMessage.rules(messages());
    proven.add("INSI-T03-4");
    return proven;
  }

  private static IncomingRequest presenting(String subject) {
    return Requests.post(
        Requests.CONTENT_TYPE,
        Requests.example().getBytes(UTF_8),
        Requests.with(Certificates.of(subject)));
  }

  private static IncomingRequest withAuthorization(String value) {
    IncomingRequest plain = post(Requests.example());
    return new IncomingRequest(
        plain.listener(),
        plain.method(),
        plain.target(),
        plain.headers().with("Authorization", value),
        plain.body(),
        plain.tls(),
        plain.receivedAt());
  }
}

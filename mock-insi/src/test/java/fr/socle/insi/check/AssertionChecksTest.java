package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import fr.socle.insi.protocol.AccessMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T04 and the searches by card: a message that passes, the same broken in one way. */
class AssertionChecksTest {
  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
  private static final CardAssertion CARD =
      CardAssertion.of(
          Certificates.card("CN=00B0000001,GIVENNAME=ZOE,SURNAME=ADRUN,T=Infirmier,C=FR"));
  private static final String SERIAL = "0000000001";
  private static final String SHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha";
  private final JudgedInsi bench =
      new JudgedInsi(
          AccessMode.ASSERTION, Clock.fixed(NOW, ZoneOffset.UTC), Map.of(), Persons.ALIX);

  @Test
  void correctMessagesBreakNoRule() throws Exception {
    for (IncomingRequest request :
        List.of(
            traits(CARD.professional(NOW)),
            traits(CARD.professional(NOW, bend("CPS", "CPX"))),
            traits(CARD.professional(NOW, bend(" Format=\"[^\"]+\"", ""))),
            traits(CARD.professional(NOW, bend("SN=", "SN2="))),
            traits(CARD.professional(NOW, bend("\"secteur", "\"Secteur"))),
            psc(CardAssertion.psc(NOW, "00B0000001"), "jeton"),
            card(CARD.professional(NOW), CARD.vitale(NOW, SERIAL)),
            card(CARD.professional(NOW), CARD.signedVitale(NOW, SERIAL)),
            card(CardAssertion.psc(NOW, "00B0000001"), CARD.vitale(NOW, SERIAL), "jeton"))) {
      assertThat(bench.findings(request)).as(new String(request.body(), UTF_8)).isEmpty();
    }
  }

  static Stream<Arguments> broken() throws Exception {
    return Stream.of(
        row("INSI-T04-1", "Security", request(Requests.CONTENT_TYPE, own(Requests.example()), "")),
        row("INSI-T04-2", "@Version", "Version=\"2.0\"", "Version=\"1.1\""),
        row("INSI-T04-2", "Issuer", "<saml:Issuer.*</saml:Issuer>", ""),
        row("INSI-T04-3", "@IssueInstant", "2026-01-15T09:30:00Z", "2026-01-15T10:30:00+01:00"),
        row("INSI-T04-4", "@ID", "ID=\"[^\"]+\"", "ID=\"a1\""),
        row("INSI-T04-5", "Assertion", traits(misplaced(CARD.professional(NOW)))),
        row("INSI-T04-6", "Reference", traits(CARD.professional(NOW, 2))),
        row("INSI-T04-7", "Signature", traits(CARD.professional(NOW).replace("SA07", "SA05"))),
        row("INSI-T04-8", "DigestMethod", traits(CARD.professional(NOW, RSA + "256", SHA384))),
        row("INSI-T04-10", "Signature", traits(CARD.unsigned(NOW))),
        row("INSI-T04-11", "SignatureMethod", traits(CARD.professional(NOW, RSA + "512", SHA256))),
        row("INSI-T04-12", "Issuer", ">C=FR[^<]+<", ">CN=AUTRE<"),
        row("INSI-T04-12", "Issuer", ">C=FR[^<]+<", ">CN=\\\\\\\\zz\\\\<"),
        row("INSI-T04-12", "Issuer/@Format", "X509SubjectName", "unspecified"),
        row(
            "INSI-T04-13",
            "NameID",
            request(
                Requests.CONTENT_TYPE,
                Requests.secured(
                    own(Requests.example()).replace("00B0000001", "00B0000002"),
                    CARD.professional(NOW, bend(">00B0000001<", ">00B0000002<"))),
                "")),
        row("INSI-T04-14", "@NameQualifier", "\"CPS\"", "\"CPA\""),
        row("INSI-T04-14", "@NameQualifier", " NameQualifier=\"CPS\"", ""),
        row("INSI-T04-15", "identifiantFacturation", "identifiantFacturation", "autre"),
        row("INSI-T04-15", "identifiantFacturation", ">000000000<", "><"),
        row("INSI-T04-16", "secteurActivite", "secteurActivite", "autre"),
        row(
            "INSI-T04-17",
            "Conditions",
            "<saml:AttributeStatement>",
            "<saml:Conditions/><saml:AttributeStatement>"),
        row(
            "INSI-T04-18",
            "Assertion",
            traits(CARD.professional(NOW.minus(Duration.ofMinutes(61))))),
        row(
            "INSI-T03-3",
            "Emetteur",
            request(
                Requests.CONTENT_TYPE,
                Requests.secured(
                    own(Requests.example())
                        .replace("<bam:Emetteur>00B0000001", "<bam:Emetteur>10B0000001"),
                    CARD.professional(NOW)),
                "")),
        row(
            "INSI-T04-20",
            "Signature",
            psc(
                CARD.professional(
                    NOW, bend("secteurActivite", "codeSpecialiteAMO").andThenBend("CPS", "PSC")),
                "jeton")),
        row("INSI-T04-21", "identifiantFacturation", pscBent("identifiantFacturation", "autre")),
        row("INSI-T04-22", "codeSpecialiteAMO", pscBent("codeSpecialiteAMO", "autre")),
        row("INSI-T04-23", "Authorization", psc(CardAssertion.psc(NOW, "00B0000001"), "")),
        row("INSI-T04-30", "Security", vitaleBent("\"VITALE\"", "\"CARTE\"")),
        row("INSI-T04-31", "Assertion", card(CARD.vitale(NOW, SERIAL), CARD.professional(NOW))),
        row("INSI-T04-32", "Issuer", vitaleBent(">00B0000001<", ">00B0000002<")),
        row(
            "INSI-T04-32",
            "Issuer/@Format",
            vitaleBent("<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">")),
        row("INSI-T04-33", "KeyInfo", signedBent(">V2<", ">V9<")),
        row("INSI-T04-33", "KeyInfo", signedBent(">T<", ">X<")),
        row("INSI-T04-33", "KeyInfo", signedBent("<v:CleMere>00</v:CleMere>", "")),
        row(
            "INSI-T04-33",
            "KeyInfo",
            signedBent("<v:KeyInfo .*</v:KeyInfo>", "<ds:KeyName>carte</ds:KeyName>")),
        row("INSI-T04-33", "SignatureMethod", signedBent("V2-SHA256", "V1SCOT-SHA256/6")),
        row("INSI-T04-34", "NameID", signedBent("(Logique>)0000000001", "$10000000002")),
        row("INSI-T04-34", "NameID", vitaleBent(">0000000001<", "><")),
        row(
            "INSI-T04-35",
            "Assertion",
            card(CARD.professional(NOW), CARD.vitale(NOW.minus(Duration.ofMinutes(21)), SERIAL))),
        row("INSI-T05-10", "RECVITALE", bodyBent("<rv:RECVITALE ", "<rv:RECVITALE Autre=\"1\" ")),
        row("INSI-T05-11", "MatriculeOD", bodyBent("<rv:MatriculeOD>.*</rv:MatriculeOD>", "")),
        row("INSI-T05-11", "RangNaissance", bodyBent("<rv:RangNaissance>1", "<rv:RangNaissance>")),
        row("INSI-T05-11", "DateNaissance", bodyBent("<rv:Date.*</rv:DateNaissance>", "")),
        row(
            "INSI-T05-12",
            "MatriculeIndividu",
            bodyBent("2880275056123(</rv:Num[^>]+><rv:Cle)", "28802750561$1")),
        row("INSI-T05-13", "Cle", bodyBent("<rv:Cle>37", "<rv:Cle>38")),
        row("INSI-T05-14", "ASSURE", bodyBent("<bam:ASSURE>.*</bam:ASSURE>", "")),
        row("INSI-T05-14", "DateNai", bodyBent("<bam:DateNai>1988", "<bam:DateNai>1989")),
        row("INSI-T05-14", "Rang", bodyBent("<bam:Rang>1", "<bam:Rang>2")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("broken")
  void aMessageBrokenInOneWayBreaksOneRule(String rule, String where, IncomingRequest request) {
    List<Found> findings = bench.findings(request);

    assertThat(findings).extracting(Found::rule).containsExactly(rule);
    assertThat(findings.get(0).location()).contains(where);
    assertThat(findings.get(0).mend()).endsWith(".").doesNotContain("null");
    assertThat(findings.get(0).found()).isNotBlank();
  }

  @Test
  void damagedAssertionsNeverMakeACheckFail() throws Exception {
    Random random = new Random(20260115);
    byte[] message =
        own(Requests.vitale(CARD.professional(NOW), CARD.signedVitale(NOW, SERIAL)))
            .getBytes(UTF_8);
    int start = new String(message, UTF_8).indexOf("<wsse:Security");
    int seen = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] damaged = message.clone();
      int from = start + random.nextInt(message.length - start);
      for (int j = from; j < Math.min(message.length, from + 1 + random.nextInt(3)); j++) {
        damaged[j] = (byte) "AZaz09+/=#.: ".charAt(random.nextInt(13));
      }
      seen +=
          bench
                  .findings(request(Requests.VITALE_CONTENT_TYPE, new String(damaged, UTF_8), ""))
                  .isEmpty()
              ? 0
              : 1;
    }

    assertThat(seen).isGreaterThan(900);
  }

  /** Rules that have a broken message here or, for those that need a bench, on the wire. */
  static Set<String> proven() throws Exception {
    Set<String> proven =
        broken().map(arguments -> (String) arguments.get()[0]).collect(Collectors.toSet());
    proven.addAll(Set.of("INSI-T04-19", "INSI-T04-24"));
    return proven;
  }

  private static Arguments row(String rule, String where, IncomingRequest request) {
    return Arguments.of(rule, where, request);
  }

  private static Arguments row(String rule, String where, String taken, String put)
      throws Exception {
    return Arguments.of(rule, where, traits(CARD.professional(NOW, bend(taken, put))));
  }

  private static IncomingRequest traits(String assertion) {
    return request(Requests.CONTENT_TYPE, Requests.secured(own(Requests.example()), assertion), "");
  }

  private static IncomingRequest psc(String assertion, String token) {
    return request(
        Requests.CONTENT_TYPE, Requests.secured(own(Requests.example()), assertion), token);
  }

  private static IncomingRequest pscBent(String taken, String put) {
    return psc(bend(taken, put).apply(CardAssertion.psc(NOW, "00B0000001")), "jeton");
  }

  private static IncomingRequest card(String first, String second) {
    return card(first, second, "");
  }

  private static IncomingRequest card(String first, String second, String token) {
    return request(Requests.VITALE_CONTENT_TYPE, own(Requests.vitale(first, second)), token);
  }

  private static IncomingRequest vitaleBent(String taken, String put) throws Exception {
    return card(CARD.professional(NOW), bend(taken, put).apply(CARD.vitale(NOW, SERIAL)));
  }

  private static IncomingRequest signedBent(String taken, String put) throws Exception {
    return card(CARD.professional(NOW), bend(taken, put).apply(CARD.signedVitale(NOW, SERIAL)));
  }

  private static IncomingRequest bodyBent(String taken, String put) throws Exception {
    String message = own(Requests.vitale(CARD.professional(NOW), CARD.vitale(NOW, SERIAL)));
    return request(Requests.VITALE_CONTENT_TYPE, bend(taken, put).apply(message), "");
  }

  private static String own(String message) {
    return message.replace("Emetteur>10B0000001", "Emetteur>00B0000001");
  }

  private static String misplaced(String assertion) {
    int start = assertion.indexOf("<ds:Signature");
    int end = assertion.indexOf("</ds:Signature>") + "</ds:Signature>".length();
    String signature = assertion.substring(start, end);
    return assertion
        .replace(signature, "")
        .replace("</saml:Subject>", "</saml:Subject>" + signature);
  }

  private static IncomingRequest request(String contentType, String body, String token) {
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

  private static Bend bend(String taken, String put) {
    return text -> {
      String bent = text.replaceFirst("(?s)" + taken, put);
      assertThat(bent).as(taken).isNotEqualTo(text);
      return bent;
    };
  }

  /** A change that changes something. */
  private interface Bend extends UnaryOperator<String> {
    default Bend andThenBend(String taken, String put) {
      return text -> bend(taken, put).apply(apply(text));
    }
  }
}

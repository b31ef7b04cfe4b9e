package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionMessage.CARD;
import static fr.socle.insi.check.AssertionMessage.HOLDER;
import static fr.socle.insi.check.AssertionMessage.NOW;
import static fr.socle.insi.check.AssertionMessage.SERIAL;
import static fr.socle.insi.check.AssertionMessage.bend;
import static fr.socle.insi.check.AssertionMessage.broken;
import static fr.socle.insi.check.AssertionMessage.own;
import static fr.socle.insi.check.AssertionMessage.request;
import static fr.socle.insi.check.AssertionMessage.traits;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T04: the assertion a professional signs with a card. */
class AssertionChecksTest {
  private static final CardAssertion PHYSICIAN =
      CardAssertion.of(
          Certificates.card("CN=00B0000001,GIVENNAME=ZOE,SURNAME=ADRUN,T=Médecin,C=FR"));
  private static final String SHA384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
  private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha";

  private final JudgedInsi bench = AssertionMessage.bench();

  @Test
  void correctMessagesBreakNoRule() throws Exception {
    for (IncomingRequest request :
        List.of(
            traits(CARD.professional(NOW)),
            traits(CARD.professional(NOW, bend("CPS", "CPX"))),
            traits(CARD.professional(NOW, bend(" Format=\"[^\"]+\"", ""))),
            traits(CARD.professional(NOW, bend("SN=", "SN2="))),
            traits(CARD.professional(NOW, bend("\"secteur", "\"Secteur"))),
            traits(PHYSICIAN.professional(NOW)),
            traits(PHYSICIAN.professional(NOW, bend("codeSpecialite", "CodeSpecialite"))),
            traits(PHYSICIAN.professional(NOW, bend("codeSpecialite", "codeSpecialiteAMO"))))) {
      assertThat(bench.findings(request)).as(new String(request.body(), UTF_8)).isEmpty();
    }
  }

  static Stream<BrokenMessage> messages() throws Exception {
    return Stream.of(
        broken(
            "INSI-T04-1", "Security", request(Requests.CONTENT_TYPE, own(Requests.example()), "")),
        broken("INSI-T04-2", "@Version", "Version=\"2.0\"", "Version=\"1.1\""),
        broken("INSI-T04-2", "Issuer", "<saml:Issuer.*</saml:Issuer>", ""),
        broken("INSI-T04-3", "@IssueInstant", "2026-01-15T09:30:00Z", "2026-01-15T10:30:00+01:00"),
        broken("INSI-T04-4", "@ID", "ID=\"[^\"]+\"", "ID=\"a1\""),
        broken("INSI-T04-5", "Assertion", traits(misplaced(CARD.professional(NOW)))),
        broken("INSI-T04-6", "Reference", traits(CARD.professional(NOW, 2))),
        broken("INSI-T04-7", "Signature", traits(CARD.professional(NOW).replace("SA07", "SA05"))),
        broken("INSI-T04-8", "DigestMethod", traits(CARD.professional(NOW, RSA + "256", SHA384))),
        broken("INSI-T04-10", "Signature", traits(CARD.unsigned(NOW))),
        broken(
            "INSI-T04-11", "SignatureMethod", traits(CARD.professional(NOW, RSA + "512", SHA256))),
        broken("INSI-T04-12", "Issuer", ">C=FR[^<]+<", ">CN=AUTRE<"),
        broken("INSI-T04-12", "Issuer", ">C=FR[^<]+<", ">CN=\\\\\\\\zz\\\\<"),
        broken("INSI-T04-12", "Issuer/@Format", "X509SubjectName", "unspecified"),
        broken(
            "INSI-T04-13",
            "NameID",
            request(
                Requests.CONTENT_TYPE,
                Requests.secured(
                    own(Requests.example()).replace(HOLDER, "00B0000002"),
                    CARD.professional(NOW, bend(">00B0000001<", ">00B0000002<"))),
                "")),
        broken("INSI-T04-14", "@NameQualifier", "\"CPS\"", "\"CPA\""),
        broken("INSI-T04-14", "@NameQualifier", " NameQualifier=\"CPS\"", ""),
        broken("INSI-T04-15", "identifiantFacturation", "identifiantFacturation", "autre"),
        broken("INSI-T04-15", "identifiantFacturation", ">000000000<", "><"),
        broken("INSI-T04-16", "secteurActivite", "secteurActivite", "autre"),
        broken(
            "INSI-T04-17",
            "Conditions",
            "<saml:AttributeStatement>",
            "<saml:Conditions/><saml:AttributeStatement>"),
        broken(
            "INSI-T04-18",
            "Assertion",
            traits(CARD.professional(NOW.minus(Duration.ofMinutes(61))))),
        broken(
            "INSI-T03-3",
            "Emetteur",
            request(
                Requests.CONTENT_TYPE,
                Requests.secured(
                    own(Requests.example())
                        .replace("<bam:Emetteur>00B0000001", "<bam:Emetteur>10B0000001"),
                    CARD.professional(NOW)),
                "")),
        broken("INSI-T04-9", "Assertion", traits(CARD.professional(NOW), CARD.professional(NOW))),
        broken(
            "INSI-T04-25",
            "codeSpecialite",
            traits(PHYSICIAN.professional(NOW, bend("codeSpecialite", "autre")))),
        broken(
            "INSI-T04-26",
            "purposeofuse",
            "</saml:AttributeStatement>",
            "<saml:Attribute Name=\"urn:oasis:names:tc:xspa:1.0:subject:purposeofuse\"/>"
                + "</saml:AttributeStatement>"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
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

  /** Those of a card, and those of a certificate that need an authority: on the wire. */
  static Set<String> proven() throws Exception {
    Set<String> proven = BrokenMessage.rules(messages());
    proven.add("INSI-T04-19");
    return proven;
  }

  private static String misplaced(String assertion) {
    int start = assertion.indexOf("<ds:Signature");
    int end = assertion.indexOf("</ds:Signature>") + "</ds:Signature>".length();
    String signature = assertion.substring(start, end);
    return assertion
        .replace(signature, "")
        .replace("</saml:Subject>", "</saml:Subject>" + signature);
  }
}

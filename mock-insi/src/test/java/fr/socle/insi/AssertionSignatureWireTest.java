package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Finding;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of a card: what it proves, and what is refused before it is computed. */
class AssertionSignatureWireTest {
  private static final String VITALE_METHOD =
      "<ds:SignatureMethod Algorithm=\"http://www.sesam-vitale.fr/xmldsig/2011/06/V2-SHA256\"";
  private static final String ANY_VALUE = "<ds:SignatureValue>AAAA</ds:SignatureValue>";
  private static final String SHEET =
      "<xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\">"
          + "<xsl:template match=\"/\"><a/></xsl:template></xsl:stylesheet>";
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void anAssertionChangedAfterItWasSignedIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String changed = card.professional(Instant.now()).replace("SA07", "SA05");

    HttpResponse<String> answer = wire.searchWith(card.name(), changed);

    assertThat(answer.body()).contains("mock_insi_Signature").contains("empreinte");
  }

  @Test
  void anAssertionSignedByAnotherKeyThanItsCertificateIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String own = card.professional(Instant.now());
    String foreign = wire.card("cps-signature").professional(Instant.now());
    String mixed =
        own.replaceAll(
            "(?s)<ds:X509Certificate>.*</ds:X509Certificate>",
            foreign.substring(
                foreign.indexOf("<ds:X509Certificate>"), foreign.indexOf("</ds:X509Data>")));

    assertThat(wire.searchWith(card.name(), mixed).body()).contains("mock_insi_Signature");
  }

  @Test
  void aCardOfNoKnownAuthorityIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card =
        CardAssertion.of(Certificates.card("CN=899990000020,GIVENNAME=A,SURNAME=B,C=FR"));

    assertThat(wire.searchWith(card.name(), card.professional(Instant.now())).body())
        .contains("mock_insi_Carte")
        .contains("inconnue du banc");
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .containsExactly("INSI-T04-19");
  }

  @Test
  void aSignatureThatSaysItIsOfAVitaleCardProvesNoProfessional() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String forged =
        card.professional(Instant.now())
            .replaceAll("<ds:SignatureMethod Algorithm=\"[^\"]*\"", VITALE_METHOD)
            .replaceAll("(?s)<ds:SignatureValue>.*</ds:SignatureValue>", ANY_VALUE)
            .replaceAll("(?s)<ds:KeyInfo>.*</ds:KeyInfo>", "");

    assertThat(wire.searchWith(card.name(), forged).body())
        .contains("mock_insi_Signature", "carte Vitale");
  }

  @Test
  void theCertificateThatSignedIsFoundAmongThoseShown() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    X509Certificate other = Certificates.of("CN=AC INTERMEDIAIRE,C=FR");

    for (List<X509Certificate> shown :
        List.of(List.of(other, card.certificate()), List.of(card.certificate(), other))) {
      String assertion =
          card.professionalSigned(
              Instant.now(), usual -> usual.showing(shown.toArray(X509Certificate[]::new)));
      assertThat(wire.searchWith(card.name(), assertion).statusCode()).isEqualTo(200);
    }
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void aCertificateThatDidNotSignLendsItsAuthorityToNobody() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    CardAssertion stranger =
        CardAssertion.of(Certificates.card("CN=899990000020,GIVENNAME=A,SURNAME=B,C=FR"));
    X509Certificate otherCard = wire.card("cps-signature").certificate();
    String both =
        stranger.professionalSigned(
            Instant.now(), usual -> usual.showing(card.certificate(), stranger.certificate()));
    String none =
        stranger.professionalSigned(
            Instant.now(), usual -> usual.showing(card.certificate(), otherCard));

    assertThat(wire.searchWith(card.name(), both).body()).contains("mock_insi_Carte\"");
    assertThat(wire.searchWith(card.name(), none).body())
        .contains("mock_insi_Signature\"", "aucun des 2 certificats");
  }

  @Test
  void aStatementLeftOutOfTheSignatureByXPathIsRefusedByName() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String loose =
        card.professionalSigned(
            Instant.now(),
            usual -> usual.keeping("not(ancestor-or-self::*[local-name()='AttributeStatement'])"));

    for (String assertion : List.of(loose, loose.replace("SA07", "SA05"))) {
      assertThat(wire.searchWith(card.name(), assertion).body())
          .contains("mock_insi_Signature\"", "http://www.w3.org/TR/1999/REC-xpath-19991116")
          .contains("enveloped-signature et exc-c14n");
    }
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule)
        .containsOnly("INSI-T04-6");
  }

  @Test
  void aStyleSheetIsRefusedByNameAndNotRun() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String styled = card.professionalSigned(Instant.now(), usual -> usual.styledBy(SHEET));

    assertThat(wire.searchWith(card.name(), styled).body())
        .contains("mock_insi_Signature\"", "http://www.w3.org/TR/1999/REC-xslt-19991116");
  }

  @Test
  void anotherFormOfTheSignatureItselfIsRefusedByName() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String other =
        card.professional(Instant.now())
            .replaceFirst(
                "(CanonicalizationMethod Algorithm=)\"[^\"]*\"",
                "$1\"http://www.w3.org/TR/1999/REC-xpath-19991116\"");

    assertThat(wire.searchWith(card.name(), other).body())
        .contains("mock_insi_Signature\"", "forme canonique");
  }

  /** The ways a signed assertion is hidden in a forged one (SAML 2.0 Core, 5.4.2). */
  @ParameterizedTest
  @ValueSource(strings = {"beside", "in Object", "in Advice", "under the same ID", "as a child"})
  void aWrappedAssertionIsNotTakenForTheSignedOne(String place) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    String good = card.professional(Instant.now());
    String signature =
        good.substring(good.indexOf("<ds:Signature"), good.indexOf("</ds:Signature>") + 15);
    String bare = good.replace(signature, "");
    String forged = card.unsigned(Instant.now()).replace("SA07", "SA05");
    String id = good.replaceAll("(?s).*? ID=\"([^\"]+)\".*", "$1");
    String[] sent =
        switch (place) {
          case "beside" -> new String[] {signedBy(signature, forged), good};
          case "in Object" ->
              new String[] {
                signedBy(
                    signature.replace(
                        "</ds:Signature>", "<ds:Object>" + bare + "</ds:Object></ds:Signature>"),
                    forged)
              };
          case "in Advice" ->
              new String[] {
                signedBy(
                    signature,
                    forged.replace(
                        "<saml:AttributeStatement>",
                        "<saml:Advice>" + good + "</saml:Advice><saml:AttributeStatement>"))
              };
          case "under the same ID" ->
              new String[] {
                signedBy(signature, forged.replaceFirst(" ID=\"[^\"]+\"", " ID=\"" + id + "\"")),
                good
              };
          default -> new String[] {forged.replace("</saml:Assertion>", good + "</saml:Assertion>")};
        };

    assertThat(wire.searchWith(card.name(), sent).body()).contains("mock_insi_Signature\"");
  }

  private static String signedBy(String signature, String assertion) {
    return assertion.replaceFirst(
        "<saml:Subject>", Matcher.quoteReplacement(signature + "<saml:Subject>"));
  }
}

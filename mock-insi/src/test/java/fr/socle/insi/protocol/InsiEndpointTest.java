package fr.socle.insi.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.soap.SoapMessage;
import fr.socle.bench.soap.SoapReader;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsiEndpointTest {
  private static final String SUPPOSED = "fauteSupposee";

  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  @Test
  void answersAnIdentityInTheOrderOfTheSchema() {
    Served served = bench.serve(Requests.clear(Requests.example()));

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(served.answer().headers().first("Content-Type"))
        .contains("application/soap+xml; charset=utf-8");
    assertThat(text(served))
        .isEqualTo(
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body>"
                + "<RESULTAT xmlns=\"http://www.cnamts.fr/INSiResultat\">"
                + "<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>"
                + "<INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2880275056123</NumIdentifiant>"
                + "<Cle>37</Cle></IdIndividu><OID>1.2.250.1.213.1.4.10</OID></INSACTIF>"
                + "<TIQ><NomNaissance>MOQUETTE</NomNaissance>"
                + "<ListePrenom>ALIX MARIE-LOU</ListePrenom><Sexe>F</Sexe>"
                + "<DateNaissance>1988-02-29</DateNaissance><LieuNaissance>75056</LieuNaissance>"
                + "</TIQ></INDIVIDU></RESULTAT></soap:Body></soap:Envelope>");
  }

  @Test
  void theJournalSeesTheTransactionAndTheDecodedCall() {
    Served served = bench.serve(Requests.clear(Requests.example()));

    assertThat(served.transaction()).isEqualTo("INSi WS_INS2");
    assertThat(served.refusal()).isNull();
    assertThat(served.decoded())
        .containsEntry("operation", "rechercherInsAvecTraitsIdentite")
        .containsKeys("contexteLps", "recherche", "reponse");
  }

  @Test
  void nobodyFoundIsAnAnswerAndNoFault() {
    Served served = bench.serve(Requests.clear(Requests.example().replace("MOQUETTE", "TAPIS")));

    assertThat(served.answer().status()).isEqualTo(200);
    assertThat(text(served)).contains("<CodeCR>01</CodeCR>").doesNotContain("INDIVIDU");
    assertThat(served.refusal()).isNull();
  }

  @Test
  void aGatewayFaultGivesTheMessageIdentifierBack() throws Exception {
    Served served = bench.serve(Requests.clear(Requests.example().replace("SOCLE0000001", "X")));

    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(reponse(served)).containsEntry("faute", "desir_550").doesNotContainKey(SUPPOSED);
    assertThat(served.refusal()).isNotNull();
    assertThat(served.refusal().code()).isEqualTo("desir_550");
    assertThat(text(served))
        .contains("<env:Body")
        .contains("<soap:Value>soap:Sender</soap:Value>")
        .contains("<soap:Value>soap:siram_100</soap:Value>")
        .contains("<soap:Text xml:lang=\"fr\">")
        .contains("messageID=\"uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f\"");
  }

  @Test
  void aBackEndFaultHasThePrefixesAndTheLanguageOfTheRealOne() {
    Served served =
        bench.serve(
            Requests.clear(Requests.example()),
            name -> name.equals("insi_102") ? Optional.of(Map.of()) : Optional.empty());

    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(text(served))
        .contains("<soap:Envelope")
        .contains("<env:Body")
        .contains("<S:Value>S:Receiver</S:Value>")
        .contains("<S:Value>S:siram_40</S:Value>")
        .contains("<S:Text xml:lang=\"en\">")
        .contains("<siram:Erreur xmlns:siram=\"urn:siram\" severite=\"fatal\" code=\"insi_102\">")
        .doesNotContain("messageID");
    // The service failed: it refused nothing.
    assertThat(served.refusal()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"CN=INSI-AUTO, 200", "CN=INSI-MANU, 200", "CN=INSI-auto, 500", "O=SANS NOM, 500"})
  void onlyTheTwoCertificateNamesAreLetIn(String subject, int status) {
    TlsFacts tls = Requests.with(Certificates.of("C=FR,OU=10B0000001," + subject));
    byte[] body = Requests.example().getBytes(UTF_8);

    Served served = bench.serve(Requests.post(Requests.CONTENT_TYPE, body, tls));

    assertThat(served.answer().status()).isEqualTo(status);
    assertThat(text(served).contains("desir_560")).isEqualTo(status == 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bonjour",
        "{\"a\":1}",
        "<html/>",
        "<Envelope/>",
        "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'/>",
        "<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Body>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>"
      })
  void whatCannotBeReadIsAnsweredAFaultThatSaysWhy(String body) throws Exception {
    Served served = bench.serve(Requests.clear(body));

    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(served.refusal()).isNotNull();
    assertThat(served.refusal().reason()).isNotBlank();
    assertThat(erreur(served).attribute("code")).contains("mock_insi_soap");
    assertThat(erreur(served).text()).isEqualTo(served.refusal().reason());
  }

  @Test
  void soap11IsRefusedInItsOwnVersion() throws Exception {
    Served served = bench.serve(soap11());
    SoapMessage answer = new SoapReader(new SafeXml()).read(served.answer().body(), "utf-8");

    assertThat(served.answer().status()).isEqualTo(500);
    assertThat(served.answer().headers().first("Content-Type")).contains("text/xml; charset=utf-8");
    assertThat(answer.version()).isEqualTo(SoapVersion.SOAP_11);
    assertThat(answer.payload().orElseThrow().text()).contains("VersionMismatch");
    assertThat(served.refusal().reason()).contains("SOAP 1.2");
  }

  @Test
  void soap11MayBeRefusedByStatus415() {
    JudgedInsi other = new JudgedInsi(Map.of("insi.soap11", "415"), Persons.ALIX);

    assertThat(other.serve(soap11()).answer().status()).isEqualTo(415);
  }

  @Test
  void anUnknownMandatoryHeaderIsRefusedAndAKnownOneIsNot() {
    String known =
        Requests.example()
            .replace("<lps:ContexteLPS", "<lps:ContexteLPS soap:mustUnderstand=\"1\"");
    String unknown =
        Requests.example()
            .replace(
                "</soap:Header>",
                "<x:X xmlns:x=\"urn:x\" soap:mustUnderstand=\"1\"/></soap:Header>");

    assertThat(text(bench.serve(Requests.clear(unknown)))).contains("{urn:x}X");
    assertThat(text(bench.serve(Requests.clear(known)))).doesNotContain("mock_insi_entete");
  }

  @Test
  void theActionOfTheTransportMayBeMissing() {
    IncomingRequest request =
        Requests.post("application/soap+xml", Requests.example().getBytes(UTF_8), TlsFacts.clear());

    assertThat(bench.serve(request).answer().status()).isEqualTo(200);
  }

  @Test
  void aSearchByCardIsToldByItsActionAndAnsweredLikeTheOther() {
    CardAssertion card = CardAssertion.of(Certificates.card("CN=00B0000001"));
    String vitale = Requests.vitale(card.vitale(Instant.now(), "0000000001"));
    IncomingRequest request =
        Requests.post("application/soap+xml", vitale.getBytes(UTF_8), TlsFacts.clear());

    Served served = bench.serve(request);

    assertThat(served.transaction()).isEqualTo("INSi WS_INS1");
    assertThat(text(served)).contains("<NumIdentifiant>2880275056123</NumIdentifiant>");
    assertThat(served.decoded()).containsKeys("carteVitale", "assertions");
  }

  @Test
  void theJournalSaysWhichFaultsAreOurOwn() {
    Served served = bench.serve(Requests.clear(Requests.example().replace(">ALIX<", "><")));

    assertThat(reponse(served))
        .containsEntry("faute", "mock_insi_Prenom")
        .containsEntry(SUPPOSED, true);
  }

  @Test
  void attributesOfTheEnvelopeOnABlockAreNoFaultOfTheBody() {
    String signed =
        Requests.example()
            .replace("<rs:RECSANSVITALE ", "<rs:RECSANSVITALE xmlns:u=\"urn:u\" u:Id=\"a\" ");

    assertThat(text(bench.serve(Requests.clear(signed)))).contains("<CodeCR>00</CodeCR>");
  }

  @Test
  void readsTheCharsetOfTheTransport() {
    byte[] latin =
        Requests.example()
            .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
            .replace("MOQUETTE", "MOQUÉTTE")
            .getBytes(StandardCharsets.ISO_8859_1);
    IncomingRequest request =
        Requests.post(
            Requests.CONTENT_TYPE.replace("utf-8", "ISO-8859-1"), latin, TlsFacts.clear());

    bench.serve(request);

    assertThat(bench.service().calls().get(0).birthName()).isEqualTo("MOQUÉTTE");
  }

  @Test
  void publishesAContractThatLeadsNowhereElse() {
    String wsdl = text(bench.serve(get("/lps?wsdl")));

    assertThat(wsdl).contains("<soap12:address location=\"http://localhost:8451/lps\"/>");
    assertThat(Pattern.compile("schemaLocation=\"([^\"]+)\"").matcher(wsdl).results())
        .hasSize(8)
        .allSatisfy(
            match -> {
              String address = match.group(1);
              assertThat(address).startsWith("http://localhost:8451/lps?xsd=");
              Served schema = bench.serve(get(address.substring("http://localhost:8451".length())));
              assertThat(schema.answer().status()).isEqualTo(200);
              assertThat(text(schema))
                  .contains("targetNamespace=")
                  .doesNotContain("schemaLocation");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /lps, 405",
    "GET, /lps?xsd=../../secret, 405",
    "GET, /autre, 404",
    "POST, /autre, 404",
    "PUT, /lps, 405",
    "POST, /lps/, 200"
  })
  void otherPathsAndMethodsAreRefusedPlainly(String method, String target, int status) {
    IncomingRequest request =
        new IncomingRequest(
            "insi.clear",
            method,
            target,
            Headers.none().with("Content-Type", Requests.CONTENT_TYPE),
            Requests.example().getBytes(UTF_8),
            TlsFacts.clear(),
            Instant.EPOCH);

    assertThat(bench.serve(request).answer().status()).isEqualTo(status);
  }

  @Test
  void damagedMessagesNeverMakeItFail() {
    Random random = new Random(20260115);
    byte[] example = Requests.example().getBytes(UTF_8);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = example.clone();
      int from = random.nextInt(damaged.length);
      int length = 1 + random.nextInt(40);
      for (int j = from; j < Math.min(damaged.length, from + length); j++) {
        damaged[j] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : "<>&/\"'=:! ".charAt(random.nextInt(10)));
      }

      Served served = bench.serve(Requests.post(Requests.CONTENT_TYPE, damaged, TlsFacts.clear()));

      assertThat(served.answer().status()).isIn(200, 500);
    }
  }

  private static IncomingRequest soap11() {
    String body =
        Requests.example()
            .replace(
                "http://www.w3.org/2003/05/soap-envelope",
                "http://schemas.xmlsoap.org/soap/envelope/");
    return Requests.post("text/xml; charset=utf-8", body.getBytes(UTF_8), TlsFacts.clear());
  }

  private static IncomingRequest get(String target) {
    return new IncomingRequest(
        "insi.clear", "GET", target, Headers.none(), new byte[0], TlsFacts.clear(), Instant.EPOCH);
  }

  private static XmlElement erreur(Served served) throws Exception {
    return new SoapReader(new SafeXml())
        .read(served.answer().body(), "utf-8")
        .payload()
        .orElseThrow()
        .children()
        .get(2)
        .children()
        .get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> reponse(Served served) {
    return (Map<String, Object>) served.decoded().get("reponse");
  }

  private static String text(Served served) {
    return new String(served.answer().body(), UTF_8);
  }
}

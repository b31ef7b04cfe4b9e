package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.FaultRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden: what captures of faults were said to hold (insi.md 2.7). */
class CapturedFaultsTest {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({"DE VINCI, RUTH, F, 1976-07-14", "VANDERMONDE, ARIANA, F, 1995-06-17"})
  void somePersonsFailAndTheFaultIsThatOfTheBackEnd(
      String name, String firstName, String sex, String date) throws Exception {
    backEnd(
        open(Map.of()).search(name, firstName, sex, date, null),
        "Receiver",
        "siram_40",
        "fatal",
        "insi_102");
  }

  @Test
  void onTheQualificationPlatformNobodyIsTheSameFault() throws Exception {
    BenchOnTheWire wire = open(Map.of("insi.not-found", "fault"));

    backEnd(
        wire.search("TCHITCHI", "OLA", "F", "1936-06-21", null),
        "Receiver",
        "siram_40",
        "fatal",
        "insi_102");
  }

  @ParameterizedTest
  @CsvSource({
    "insi_19, Sender, siram_10, erreur",
    "insi_24, Sender, siram_10, erreur",
    "insi_102, Receiver, siram_40, fatal",
    "insi_111, Receiver, siram_40, fatale"
  })
  void faultsOfTheBackEndHaveTheirFamily(String code, String who, String subcode, String severity)
      throws Exception {
    BenchOnTheWire wire = open(Map.of());
    bench.armFault(wire.space().id(), new FaultRequest("insi", code, null, 1, null));

    backEnd(wire.search("ADRUN", "ZOE", "F", "1975-12-31", null), who, subcode, severity, code);
  }

  @ParameterizedTest
  @CsvSource({
    "desir_550, siram_100, erreur",
    "desir_560, siram_100, erreur",
    "desir_1020, siram_40, fatale"
  })
  void faultsOfTheGatewayHaveTheirsAndGiveTheMessageIdentifierBack(
      String code, String subcode, String severity) throws Exception {
    BenchOnTheWire wire = open(Map.of());
    bench.armFault(wire.space().id(), new FaultRequest("insi", code, null, 1, null));

    HttpResponse<String> answer = wire.search("ADRUN", "ZOE", "F", "1975-12-31", null);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .startsWith(
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body"
                + " xmlns:env=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Fault><soap:Code>"
                + "<soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value>soap:"
                + subcode
                + "</soap:Value></soap:Subcode></soap:Code><soap:Reason>"
                + "<soap:Text xml:lang=\"fr\">")
        .contains(
            "<soap:Detail><siram:Erreur xmlns:siram=\"urn:siram\" severite=\""
                + severity
                + "\" code=\""
                + code
                + "\" messageID=\"uuid:5e0f2c9a-8f0b-4f4e-9d0a-1c2b3a4d5e6f\">");
  }

  @ParameterizedTest
  @CsvSource({"insi_101, fatal", "insi_111, fatale"})
  void ofASearchByCardTheyAreThoseOfTheBackEndToo(String code, String severity) throws Exception {
    BenchOnTheWire wire = open(Map.of());
    bench.armFault(wire.space().id(), new FaultRequest("insi", code, null, 1, null));

    backEnd(byCard(wire, "ADRUN", "2751263220749"), "Receiver", "siram_40", severity, code);
  }

  @Test
  void onTheQualificationPlatformNobodyOnTheCardIsAFaultOfItsOwn() throws Exception {
    backEnd(
        byCard(open(Map.of("insi.not-found", "fault")), "RIEN", "2880275056123"),
        "Receiver",
        "siram_40",
        "fatal",
        "insi_101");
  }

  @Test
  void otherCapturesOfOneFaultAreWordedOtherwiseAndMeanTheSame() throws Exception {
    String plain = open(Map.of()).search("", "ZOE", "F", "1975-12-31", null).body();
    String other =
        open(Map.of("insi.fault-text", "autre")).search("", "ZOE", "F", "1975-12-31", null).body();

    assertThat(other).isNotEqualTo(plain).contains("code=\"insi_19\"");
    assertThat(other.replaceAll("\\s+", " ").replace("'", " "))
        .isEqualTo(plain.replaceAll("\\s+", " ").replace("'", " "));
  }

  private static void backEnd(
      HttpResponse<String> answer, String who, String subcode, String severity, String code) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .startsWith(
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><env:Body")
        .contains(
            "<S:Code><S:Value>S:"
                + who
                + "</S:Value><S:Subcode><S:Value>S:"
                + subcode
                + "</S:Value></S:Subcode></S:Code><S:Reason><S:Text xml:lang=\"en\">")
        .contains(
            "<S:Detail><siram:Erreur xmlns:siram=\"urn:siram\" severite=\""
                + severity
                + "\" code=\""
                + code
                + "\">")
        .doesNotContain("messageID")
        .contains("</S:Fault></env:Body></soap:Envelope>");
  }

  private static HttpResponse<String> byCard(BenchOnTheWire wire, String name, String number)
      throws Exception {
    CardAssertion card = wire.card("cps-authentification");
    String message =
        Requests.vitale(card.vitale(Instant.now(), "0000000001"))
            .replace("<rv:Cle>37</rv:Cle>", "")
            .replace("2880275056123", number)
            .replace("MOQUETTE", name)
            .replace("1988-02-29", "1975-12-31");
    return wire.post("insi.clear", Requests.VITALE_CONTENT_TYPE, message);
  }

  private static BenchOnTheWire open(Map<String, String> settings) {
    return BenchOnTheWire.open(bench, settings);
  }
}

package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.Finding;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door of the assertions: a card, or Pro Santé Connect. */
class AssertionModeWireTest {
  private static final String DOCTOR = "899990000020";
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
  @CsvSource({"cps-authentification", "cps-signature"})
  void aSignedAssertionOfACardIsAnsweredAndBreaksNoRule(String identity) throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card(identity);

    HttpResponse<String> answer = wire.searchWith(card.name(), card.professional(Instant.now()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<CodeCR>00</CodeCR>");
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  @Test
  void withoutAssertionTheDoorStaysShut() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());

    HttpResponse<String> answer = wire.searchWith("899990000020");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("mock_insi_Assertion\"");
  }

  @Test
  void itIsLetInWhenTheControlIsOff() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of("insi.control.assertion", "off"));

    assertThat(wire.searchWith("899990000020").statusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionOlderThanAnHourIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    String old = card.professional(Instant.now().minus(Duration.ofMinutes(61)));

    assertThat(wire.searchWith(card.name(), old).body()).contains("mock_insi_AssertionPerimee");
    BenchOnTheWire patient = BenchOnTheWire.open(bench, Map.of("insi.assertion-life", "7200"));
    assertThat(patient.searchWith(card.name(), old).statusCode()).isEqualTo(200);
  }

  @Test
  void anAssertionDatedInTheFutureIsRefused() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    String early = card.professional(Instant.now().plus(Duration.ofMinutes(2)));
    String future = card.professional(Instant.now().plus(Duration.ofDays(3650)));

    assertThat(wire.searchWith(card.name(), early).statusCode()).isEqualTo(200);
    assertThat(wire.searchWith(card.name(), future).body())
        .contains("mock_insi_AssertionPerimee", "futur");
  }

  @Test
  void ageingIsOfTheAssertionsSeenNotOfANewOneThatKeepsTheirId() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");
    Instant now = Instant.now();
    UnaryOperator<String> sameId = text -> text.replaceFirst("ID=\"[^\"]*\"", "ID=\"_toujours\"");
    String first = card.professional(now.minusSeconds(1), sameId);
    assertThat(wire.searchWith(card.name(), first).statusCode()).isEqualTo(200);

    bench.age(wire.space().id(), new AgeRequest("PT2H"));

    assertThat(wire.searchWith(card.name(), first).body()).contains("mock_insi_AssertionPerimee");
    assertThat(wire.searchWith(card.name(), card.professional(now, sameId)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void anUnsignedAssertionIsGoodForProSanteConnectOnly() throws Exception {
    BenchOnTheWire wire = BenchOnTheWire.open(bench, Map.of());
    CardAssertion card = wire.card("cps-authentification");

    assertThat(wire.searchWith(card.name(), card.unsigned(Instant.now())).body())
        .contains("mock_insi_Signature");
    assertThat(wire.searchWith(DOCTOR, CardAssertion.psc(Instant.now(), DOCTOR)).statusCode())
        .isEqualTo(200);
  }
}

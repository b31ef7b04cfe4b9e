package fr.socle.insi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.NodeClient.Read;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The seven behaviours measured of the TypeScript client of the field (insi.md 11), replayed. The
 * first, an XSD it fetches, is InsiEndpointTest's: the contract served leads nowhere else; the
 * seventh, names it refuses by itself, is TraitChecksTest's.
 */
class NodeClientTest {
  private static final Set<RuleSource> BLOCKING =
      Set.of(RuleSource.TEXTE, RuleSource.NORME, RuleSource.SECONDE_MAIN);

  private static Bench bench;
  private BenchOnTheWire wire;

  @BeforeAll
  static void start(@TempDir Path pki) {
    bench = Bench.start(BenchOptions.builder().services(new InsiMock()).pkiDirectory(pki).build());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @BeforeEach
  void open() {
    wire = BenchOnTheWire.open(bench, Map.of());
  }

  // 2, 3 and 4
  @Test
  void triesTheFirstNamesUnderOneMessageIdentifierAndNewContextsUntilOneIsFound() throws Exception {
    NodeClient client = NodeClient.clear(wire);
    Window window = window();

    Read read = client.search("TCHITCHI", List.of("OLA", "CATARINA"), "F", "1936-06-21");

    assertThat(read.isSuccess()).isTrue();
    assertThat(read.values())
        .contains("2360663220836", "56", "CATARINA BELLA", "1.2.250.1.213.1.4.8");
    assertThat(client.posted()).hasSize(2);
    assertThat(only("MessageID", client)).hasSize(1);
    assertThat(only("bam:Id", client)).hasSize(2);
    assertThat(only("lps:Id", client)).hasSize(2);
    assertThat(rulesOf(window)).containsExactly("INSI-T02-12");
    nothingBlocks();
  }

  // 4
  @Test
  void whenNobodyIsFoundItsLastAttemptHasAllTheFirstNames() throws Exception {
    NodeClient client = NodeClient.clear(wire);
    Window window = window();

    Read read = client.search("HOUILLES", List.of("PIERRE", "PAUL", "JACQUES"), "M", "1993-01-27");

    assertThat(read.code()).isEqualTo("01");
    assertThat(client.posted()).hasSize(4);
    assertThat(client.posted().get(3)).contains("Prenom>PIERRE PAUL JACQUES<");
    assertThat(rulesOf(window)).containsOnly("INSI-T02-12");
    nothingBlocks();
  }

  // 4: adding the place is the job of the software above it
  @Test
  void whenThereAreSeveralItGoesOnAndNeverAddsThePlace() throws Exception {
    NodeClient client = NodeClient.clear(wire);
    Window window = window();

    Read read = client.search("DE VINCI", List.of("LEONARDO", "ANGE"), "M", "2014-02-01");

    assertThat(read.code()).isEqualTo("01");
    assertThat(client.posted()).hasSize(3).noneMatch(message -> message.contains("LieuNaissance"));
    assertThat(rulesOf(window)).contains("INSI-T07-1");
    nothingBlocks();
  }

  // 5
  @ParameterizedTest
  @ValueSource(strings = {"insi-auto", "insi-manu"})
  void overMutualTlsItPresentsTheCertificateOfItsOrganisation(String identity) throws Exception {
    NodeClient client = NodeClient.presenting(wire, identity);

    assertThat(client.search("TCHITCHI", List.of("CATARINA"), "F", "1936-06-21").isSuccess())
        .isTrue();
    assertThat(bench.findings(wire.space().id(), null)).extracting(Finding::rule).isEmpty();
  }

  // 3
  @Test
  void withACardItAddsTheAssertionLast() throws Exception {
    NodeClient client = NodeClient.withCard(wire, wire.card("cps-authentification"));

    assertThat(client.search("TCHITCHI", List.of("CATARINA"), "F", "1936-06-21").isSuccess())
        .isTrue();
    assertThat(client.posted().get(0)).contains("</wsa:MessageID> <wsse:Security");
    nothingBlocks();
  }

  // 6: of the gateway's fault it reads the code only, for the prefix and the language
  @ParameterizedTest
  @CsvSource({"insi_102, siram_40, true", "insi_111, siram_40, true", "desir_1020, '', false"})
  void aFaultStopsItAndIsReadByPrefixAndLanguage(String fault, String subcode, boolean inEnglish)
      throws Exception {
    bench.armFault(wire.space().id(), new FaultRequest("insi", fault, null, 1, null));
    NodeClient client = NodeClient.clear(wire);

    Read read = client.search("TCHITCHI", List.of("OLA", "CATARINA"), "F", "1936-06-21");

    assertThat(client.posted()).hasSize(1);
    assertThat(read.status()).isEqualTo(500);
    assertThat(read.code()).isEqualTo(fault);
    assertThat(read.subcode()).isEqualTo(subcode);
    assertThat(!read.reason().isEmpty()).isEqualTo(inEnglish);
  }

  // 6: one former number, and what it takes for a failure
  @Test
  void anAnswerWithAnEmptyValueIsNoSuccessForIt() throws Exception {
    NodeClient client = NodeClient.clear(wire);

    assertThat(client.search("ECETINSI", List.of("PIERRE-ALAIN"), "M", "2009-07-14").isSuccess())
        .isTrue();
    for (String form : List.of("reponse-traits-vides", "reponse-prenom-seul", "prefixe-ns2")) {
      bench.armFault(wire.space().id(), new FaultRequest("insi", form, null, 1, null));
      assertThat(client.search("TCHITCHI", List.of("CATARINA"), "F", "1936-06-21").isSuccess())
          .as(form)
          .isFalse();
    }
  }

  private Window window() {
    return bench.openWindow(wire.space().id(), new WindowRequest("essais"));
  }

  private List<String> rulesOf(Window window) {
    bench.closeWindow(wire.space().id(), window.id());
    return bench.findings(wire.space().id(), window.id()).stream().map(Finding::rule).toList();
  }

  /** The values of an element over all that was posted, each once. */
  private static List<String> only(String element, NodeClient client) {
    return client.posted().stream()
        .map(message -> message.replaceAll("(?s).*" + element + "[^>]*>([^<]+)</.*", "$1"))
        .distinct()
        .toList();
  }

  /** What is known to be accepted in the field makes nothing non-conforming. */
  private void nothingBlocks() {
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::source)
        .doesNotContainAnyElementsOf(BLOCKING);
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(Exchange::refusal)
        .containsOnlyNulls();
  }
}

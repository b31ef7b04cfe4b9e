package fr.socle.insi.service;

import static fr.socle.insi.service.SpaceOfTraits.alix;
import static fr.socle.insi.service.SpaceOfTraits.search;
import static fr.socle.insi.service.SpaceOfTraits.service;
import static fr.socle.insi.service.SpaceOfTraits.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every answer of a space: its forms, its words, what it remembers. */
class InsiServiceTest {
  @Test
  void faultsMayBeWordedAsInAnotherCaptureAndKeepTheirCode() {
    TraitSearch bad = traits("MOQUETTE", "ALIX", "X", "1988-02-29", null);
    InsiFault plain = search(service(Map.of()), bad).fault();
    InsiFault other = search(service(Map.of("insi.fault-text", "autre")), bad).fault();

    assertThat(other.code()).isEqualTo(plain.code());
    assertThat(other.detail()).contains("\n").isNotEqualTo(plain.detail());
  }

  @Test
  void prefixesFollowTheSpaceUnlessAFaultSaysOtherwise() {
    InsiService mixed = service(Map.of("insi.prefix-style", "mixed"));

    assertThat(search(mixed, alix()).form().prefixes()).isEqualTo(PrefixStyle.MIXED);
    assertThat(
            mixed
                .searchByTraits(
                    SpaceOfTraits.CALLER, alix(), true, new ArmedOnce("prefixe-ns2", Map.of()))
                .form()
                .prefixes())
        .isEqualTo(PrefixStyle.NS2);
  }

  @Test
  void remembersItsCallsUntilReset() {
    InsiService service = service(Map.of());
    search(service, alix());
    search(service, traits("RIEN", "X Y", "F", "1988-02-29", null));

    assertThat(service.calls()).extracting("result").containsExactly("00", "01");
    assertThat(service.calls().get(0).matricule()).isEqualTo("2880275056123");
    assertThat(service.calls().get(1).firstName()).isEqualTo("X Y");
    service.reset();
    assertThat(service.calls()).isEmpty();
  }

  @Test
  void aSettingThatDoesNotExistIsRefusedInFrench() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Map.of("insi.not-found", "peut-etre")))
        .withMessageContaining("insi.not-found")
        .withMessageContaining("cr01 ou fault");
  }

  @Test
  void everyFaultOfTheTableIsOfTheNationalSpaceOrMarkedOurs() {
    FaultTable table = FaultTable.standard();

    assertThat(table.codes())
        .allSatisfy(
            code ->
                assertThat(code.startsWith("mock_insi_") && !table.fault(code).assumed())
                    .isFalse());
    assertThat(table.codes())
        .contains(
            "desir_550",
            "desir_560",
            "desir_1020",
            "insi_19",
            "insi_24",
            "insi_101",
            "insi_102",
            "insi_111");
    assertThatIllegalArgumentException().isThrownBy(() -> FaultTable.parse("[{\"x\":1}]"));
  }
}

package fr.socle.insi.service;

import static fr.socle.insi.service.SpaceOfTraits.alix;
import static fr.socle.insi.service.SpaceOfTraits.search;
import static fr.socle.insi.service.SpaceOfTraits.service;
import static fr.socle.insi.service.SpaceOfTraits.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is searched, in which order and how severely. */
class ControlsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,        ALIX, F, 1988-02-29, -,     insi_19",
        "'  ',     ALIX, F, 1988-02-29, -,     insi_19",
        "MOQUETTE, '',   F, 1988-02-29, -,     mock_insi_Prenom",
        "MOQUETTE, ALIX, -, 1988-02-29, -,     insi_24",
        "MOQUETTE, ALIX, f, 1988-02-29, -,     insi_24",
        "MOQUETTE, ALIX, F, 29/02/1988, -,     mock_insi_DateNaissance",
        "MOQUETTE, ALIX, F, -,          -,     mock_insi_DateNaissance",
        "MOQUETTE, ALIX, F, 1988-02-29, PARIS, mock_insi_LieuNaissance",
        "MOQUETTE, ALIX, F, 1988-02-29, '',    00",
        "MOQUETTE, ALIX, F, 1988-13-45, -,     01"
      })
  void refusesCriteriaItCannotSearchWith(
      @Nullable String name,
      String firstName,
      @Nullable String sex,
      @Nullable String date,
      @Nullable String place,
      String result) {
    assertThat(search(service(Map.of()), traits(name, firstName, sex, date, place)).result())
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "INSI-MANU, true,  SOCLE0000001, true,  true,  00",
        "-,         true,  SOCLE0000001, true,  true,  00",
        "Insi-Auto, true,  SOCLE0000001, true,  true,  desir_560",
        "INSI-AUTO, false, -,            true,  true,  mock_insi_ContexteLPS",
        "INSI-AUTO, true,  -,            true,  true,  desir_550",
        "INSI-AUTO, true,  AUTRE0000001, true,  true,  desir_550",
        "INSI-AUTO, true,  SOCLE0000001, false, true,  mock_insi_ContexteBAM",
        "INSI-AUTO, true,  SOCLE0000001, true,  false, mock_insi_corps",
        // The order of controls: the certificate is looked at before anything else.
        "AUTRE,     false, -,            false, false, desir_560",
        "INSI-AUTO, false, -,            false, false, mock_insi_ContexteLPS"
      })
  void makesItsControlsInOrder(
      @Nullable String certificate,
      boolean lps,
      @Nullable String idam,
      boolean bam,
      boolean body,
      String result) {
    InsiCaller caller = new InsiCaller(certificate, lps, idam, bam, null, Credentials.none());

    assertThat(service(Map.of()).searchByTraits(caller, alix(), body, SpaceOfTraits.NONE).result())
        .isEqualTo(result);
  }

  @Test
  void aControlMayOnlyWarnOrBeOff() {
    InsiCaller stranger = new InsiCaller("AUTRE", true, "AUTRE", true, null, Credentials.none());
    Map<String, String> lenient =
        Map.of("insi.control.certificat", "warn", "insi.control.idam", "off");

    InsiOutcome outcome =
        service(lenient).searchByTraits(stranger, alix(), true, SpaceOfTraits.NONE);

    assertThat(outcome.result()).isEqualTo("00");
    assertThat(outcome.failed()).containsOnlyKeys(Control.CERTIFICAT);
  }

  @Test
  void anAuthorisationNumberMayCallForthAFault() {
    InsiService scripted = service(Map.of("insi.idam-fault", "PANNE0000001=insi_111"));
    InsiCaller other =
        new InsiCaller("INSI-AUTO", true, "PANNE0000001", true, null, Credentials.none());

    assertThat(scripted.searchByTraits(other, alix(), true, SpaceOfTraits.NONE).result())
        .isEqualTo("insi_111");
    assertThat(search(scripted, alix()).result()).isEqualTo("00");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service(Map.of("insi.idam-fault", "PANNE0000001=panne")))
        .withMessageContaining("insi.idam-fault");
  }

  @Test
  void strictSpacesAreOneStepStricter() {
    InsiService strict = service(Map.of("insi.strict", "true"));

    strict.searchByTraits(SpaceOfTraits.CALLER, alix(), true, SpaceOfTraits.NONE);
    InsiOutcome repeated =
        strict.searchByTraits(SpaceOfTraits.CALLER, alix(), true, SpaceOfTraits.NONE);

    assertThat(repeated.result()).isEqualTo("00");
    assertThat(repeated.failed()).containsOnlyKeys(Control.MESSAGE_ID);
    assertThat(search(service(Map.of()), alix()).failed()).isEmpty();
  }

  @Test
  void aGatewayRefusalLeavesAnArmedBackEndFaultForTheNextCall() {
    ArmedOnce armed = new ArmedOnce("insi_102", Map.of());
    InsiCaller unknown = new InsiCaller("INSI-AUTO", true, "AUTRE", true, null, Credentials.none());

    assertThat(service(Map.of()).searchByTraits(unknown, alix(), true, armed).result())
        .isEqualTo("desir_550");
    assertThat(armed.take("insi_102")).isPresent();
  }
}

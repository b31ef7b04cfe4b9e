package fr.socle.lps.identite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityStatusTest {

  @ParameterizedTest
  @CsvSource({
    "INSI_ACCEPTE,     RECUPEREE,  RECUPEREE,  QUALIFIEE,  QUALIFIEE",
    "PIECE_CONTROLEE,  VALIDEE,    QUALIFIEE,  VALIDEE,    QUALIFIEE",
    "INS_INVALIDEE,    PROVISOIRE, PROVISOIRE, VALIDEE,    VALIDEE",
    "CONTROLE_RETIRE,  PROVISOIRE, RECUPEREE,  PROVISOIRE, RECUPEREE",
    "TRAIT_MODIFIE,    PROVISOIRE, PROVISOIRE, PROVISOIRE, VALIDEE",
    "DOUTE_OU_FICTION, PROVISOIRE, PROVISOIRE, PROVISOIRE, PROVISOIRE"
  })
  void followsTheTransitionTable(
      IdentityEvent event,
      IdentityStatus fromProvisional,
      IdentityStatus fromRecovered,
      IdentityStatus fromValidated,
      IdentityStatus fromQualified) {
    assertThat(IdentityStatus.PROVISOIRE.after(event)).isEqualTo(fromProvisional);
    assertThat(IdentityStatus.RECUPEREE.after(event)).isEqualTo(fromRecovered);
    assertThat(IdentityStatus.VALIDEE.after(event)).isEqualTo(fromValidated);
    assertThat(IdentityStatus.QUALIFIEE.after(event)).isEqualTo(fromQualified);
  }
}

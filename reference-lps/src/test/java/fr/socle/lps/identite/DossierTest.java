package fr.socle.lps.identite;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.mutant.Defects;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DossierTest {

  private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
  private static final Traits TYPED =
      new Traits("MOQUETTE", List.of("ALIX"), "ALIX", Sex.F, "1988-02-29", null, "DURAND", null);
  private static final Traits OFFICIAL =
      new Traits("MOQUETTE", List.of("ALIX", "LOU"), "A", Sex.F, "1988-02-29", "2A004", null, null);
  private static final Ins INS = new Ins("188022A004321", "51", "1.2.250.1.213.1.4.10");
  private static final HistoricalIns FORMER =
      new HistoricalIns("2880375056123", "53", "1.2.250.1.213.1.4.8", "1990-01-01", null);

  private final Dossier dossier = new Dossiers(Defects.none()).create(TYPED, Set.of());

  @Test
  void keepsTheFreeTraitsWhenTheStrictOnesComeFromInsi() {
    Traits merged = OFFICIAL.withFreeTraitsOf(TYPED);

    assertThat(merged.sameStrictTraits(OFFICIAL)).isTrue();
    assertThat(merged.firstName()).isEqualTo("ALIX");
    assertThat(merged.usedName()).isEqualTo("DURAND");
  }

  @Test
  void writesEachChangeOfStatusWithItsReasonAndNothingElse() {
    dossier.recover(OFFICIAL, INS, List.of(FORMER), NOW);
    dossier.recover(OFFICIAL, INS, List.of(FORMER), NOW);
    dossier.check(IdentityDocument.PASSEPORT, NOW);

    assertThat(dossier.history())
        .containsExactly(
            new StatusChange(
                IdentityStatus.PROVISOIRE,
                IdentityStatus.RECUPEREE,
                NOW,
                "Identité retrouvée par INSi et acceptée"),
            new StatusChange(
                IdentityStatus.RECUPEREE,
                IdentityStatus.QUALIFIEE,
                NOW,
                "Pièce d'identité contrôlée"));
    assertThat(dossier.checkedWith()).isEqualTo(IdentityDocument.PASSEPORT);
    assertThat(dossier.formerIns()).containsExactly(FORMER);
  }

  @Test
  void keepsAnInsOnlyInTheStatusesThatComeFromInsi() {
    for (IdentityEvent event : EnumSet.allOf(IdentityEvent.class)) {
      dossier.recover(OFFICIAL, INS, List.of(FORMER), NOW);
      dossier.apply(event, NOW);

      assertThat(dossier.ins() != null).isEqualTo(dossier.status().fromInsi());
      assertThat(dossier.formerIns().isEmpty()).isNotEqualTo(dossier.status().fromInsi());
    }
  }

  @Test
  void keepsTheTraceOfEveryCall() {
    InsiTrace trace = new InsiTrace(NOW, "MOQUETTE / ALIX / F / 1988-02-29 / -", "01", "");

    dossier.trace(trace);

    assertThat(dossier.traces()).containsExactly(trace);
  }
}

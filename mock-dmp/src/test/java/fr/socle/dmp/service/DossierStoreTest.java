package fr.socle.dmp.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.store.Store;
import fr.socle.dmp.service.Autorisation.State;
import fr.socle.dmp.service.Dossier.Closure;
import fr.socle.dmp.service.Dossier.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DossierStoreTest {
  private static final Instant NOW = Instant.parse("2026-06-15T09:30:00Z");
  private static final String INS = "275039999901191";

  @Test
  void givesBackWhatWasWrittenAlsoAfterTheBenchWasStopped(@TempDir Path folder) {
    Dossier written =
        new Dossier(
            INS,
            Status.FERME,
            new Closure("FERMETURE_DEMANDE_PATIENT", "N'en veut plus.", NOW),
            true,
            false,
            true,
            false,
            true,
            "NON RENSEIGNE",
            List.of("tel:0100000000", "mailto:alma@exemple.fr"),
            NOW,
            NOW.minusSeconds(60));
    Autorisation link = link("899900099997", true);
    try (Store store = Store.inDirectory(folder)) {
      DossierStore.migrate(store);
      DossierStore dossiers = new DossierStore(store, "e1", Status.OUVERT, true);
      dossiers.write(written);
      dossiers.write(link);
    }
    try (Store store = Store.inDirectory(folder)) {
      DossierStore.migrate(store);
      DossierStore dossiers = new DossierStore(store, "e1", Status.OUVERT, true);
      assertThat(dossiers.dossier(INS)).isEqualTo(written);
      assertThat(dossiers.ofPatient(INS)).containsExactly(link);
      assertThat(new DossierStore(store, "e2", Status.ABSENT, false).dossier(INS))
          .isEqualTo(Dossier.untouched(INS, Status.ABSENT, false));
    }
  }

  @Test
  void aPatientHasOneTreatingDoctor() {
    try (Store store = Store.inMemory()) {
      DossierStore.migrate(store);
      DossierStore dossiers = new DossierStore(store, "e1", Status.OUVERT, true);
      dossiers.write(link("899900099997", true));
      dossiers.write(link("899900099998", true));
      assertThat(dossiers.ofPatient(INS))
          .extracting(Autorisation::holder, Autorisation::treating)
          .containsExactlyInAnyOrder(tuple("899900099997", false), tuple("899900099998", true));
    }
  }

  @Test
  void agesAndForgetsOneSpaceOnly() {
    try (Store store = Store.inMemory()) {
      DossierStore.migrate(store);
      DossierStore first = new DossierStore(store, "e1", Status.OUVERT, true);
      DossierStore second = new DossierStore(store, "e2", Status.OUVERT, true);
      first.write(link("899900099997", false));
      second.write(link("899900099997", false));

      first.age(Duration.ofDays(1));

      assertThat(first.ofPatient(INS))
          .extracting(Autorisation::start)
          .containsExactly(NOW.minus(Duration.ofDays(1)));
      first.clear();
      assertThat(first.ofPatient(INS)).isEmpty();
      assertThat(second.ofPatient(INS)).extracting(Autorisation::start).containsExactly(NOW);
    }
  }

  /** TD0.4: what is beyond the limit is the oldest, and a closed record is no longer listed. */
  @Test
  void theNewestAuthorisationsAreListedFirst() {
    try (Store store = Store.inMemory()) {
      DossierStore.migrate(store);
      DossierStore dossiers = new DossierStore(store, "e1", Status.OUVERT, true);
      for (int day = 1; day <= 5; day++) {
        Autorisation one = link("899900099997", false);
        dossiers.write(
            new Autorisation(
                "27503999990119" + day,
                one.holder(),
                one.structure(),
                "N".repeat(500),
                "P".repeat(500),
                "C".repeat(500),
                "L".repeat(500),
                day == 2 ? State.INTERDIT : State.VALIDE,
                false,
                NOW.minus(Duration.ofDays(day)),
                NOW));
      }
      dossiers.write(
          Dossier.untouched("275039999901193", Status.OUVERT, true)
              .closed(new Closure("M".repeat(500), "T".repeat(5_000), NOW)));

      assertThat(insOf(dossiers, Instant.EPOCH, Instant.EPOCH, 2))
          .containsExactly("275039999901191", "275039999901194");
      assertThat(insOf(dossiers, NOW.minus(Duration.ofDays(4)), Instant.EPOCH, 9))
          .containsExactly("275039999901191", "275039999901194");
      assertThat(insOf(dossiers, Instant.EPOCH, NOW.minus(Duration.ofDays(1)), 9))
          .containsExactly("275039999901191");
      assertThat(dossiers.links("1750999997", true, Instant.EPOCH, true, Instant.EPOCH, 9))
          .isEmpty();
    }
  }

  private static List<String> insOf(
      DossierStore dossiers, Instant since, Instant notBefore, int most) {
    return dossiers.links("899900099997", false, since, false, notBefore, most).stream()
        .map(link -> link.autorisation().ins())
        .toList();
  }

  private static Autorisation link(String holder, boolean treating) {
    return new Autorisation(
        INS,
        holder,
        "1750999997",
        "NOM",
        "PRENOM",
        "SM26",
        "Généraliste",
        State.VALIDE,
        treating,
        NOW,
        NOW);
  }
}

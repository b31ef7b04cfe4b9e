package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.features.driver.DriverCheck.Outcome;
import fr.socle.features.driver.DriverCheck.Result;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriverCheckTest {
  private final FakeLps lps = new FakeLps();

  @AfterEach
  void stop() {
    lps.close();
  }

  @Test
  void findsNothingToChangeInADriverThatKeepsTheContract() {
    lps.refusingUnknownMembers()
        .on("reinitialiser", input -> Drivers.done("{}"))
        .on("configurer", input -> Drivers.done("{}"))
        .on("creer-dossier", input -> Drivers.done(Drivers.RECORD))
        .on("ouvrir-dossier", input -> Drivers.done(Drivers.RECORD));

    List<Result> results = DriverCheck.run(configuration(), Drivers.json("{\"id\":\"e1\"}"));

    assertThat(results).extracting(Result::outcome).doesNotContain(Outcome.KO);
    assertThat(result(results, "Action « configurer »").outcome()).isEqualTo(Outcome.OK);
    assertThat(result(results, "Action « deconnecter-ps »").outcome())
        .isEqualTo(Outcome.NON_ESSAYE);
    assertThat(lps.asked()).contains("ouvrir-dossier {\"dossier\":\"d1\"}");
  }

  @Test
  void saysWhatToChangeWhenAnAnswerHasAnotherForm() {
    lps.refusingUnknownMembers()
        .on("creer-dossier", input -> Drivers.done(Drivers.RECORD.replace("\"d1\"", "12")));

    Result result = result(DriverCheck.run(configuration(), null), "Action « creer-dossier »");

    assertThat(result.outcome()).isEqualTo(Outcome.KO);
    assertThat(result.found()).contains("/dossier").contains("attendu un string");
    assertThat(result.mend()).contains("docs/pilote.md");
  }

  @Test
  void findsADriverThatTakesUnknownMembers() {
    lps.on("creer-dossier", input -> Drivers.done(Drivers.RECORD));

    Result result =
        result(DriverCheck.run(configuration(), null), "Membre inconnu refusé (creer-dossier)");

    assertThat(result.outcome()).isEqualTo(Outcome.KO);
    assertThat(result.found()).isEqualTo("réponse 202");
    assertThat(result.mend()).contains("400");
  }

  @Test
  void findsAnActionAnnouncedUnderAnotherName() {
    lps.refusingUnknownMembers().on("creer-fiche", input -> Drivers.done("{}"));

    Result result = result(DriverCheck.run(configuration(), null), "Noms des actions");

    assertThat(result.outcome()).isEqualTo(Outcome.KO);
    assertThat(result.found()).contains("creer-fiche");
  }

  @Test
  void stopsAtCapabilitiesThatCannotBeRead() {
    lps.saying("bonjour");

    List<Result> results = DriverCheck.run(configuration(), null);

    assertThat(results).hasSize(1);
    assertThat(results.get(0).outcome()).isEqualTo(Outcome.KO);
  }

  @Test
  void hasNothingToTryWhenNobodyDrives() {
    LpsConfiguration observed =
        new LpsConfiguration(
            new Capabilities.LpsIdentity("L", "1", null),
            LpsConfiguration.DriverKind.OBSERVATION,
            List.of(),
            List.of(),
            Path.of(""),
            LpsConfiguration.DEFAULT_LIMIT,
            null,
            Map.of());

    assertThat(DriverCheck.run(observed, null))
        .extracting(Result::outcome)
        .containsExactly(Outcome.NON_ESSAYE);
  }

  private LpsConfiguration configuration() {
    return LpsConfiguration.http(
        new Capabilities.LpsIdentity("L", "1", null), List.<URI>of(lps.url()));
  }

  private static Result result(List<Result> results, String name) {
    return results.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}

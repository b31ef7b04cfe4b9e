package fr.socle.features.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Verdict;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.driver.FakeLps;
import fr.socle.features.driver.LpsConfiguration;
import fr.socle.features.model.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PSC.01 leaves the choice of the way a software logs in: the other ways are nothing to it. */
class LoginModesTest {
  private static final String NOT_NOW = "{\"statut\":\"refuse\",\"message\":\"Pas maintenant.\"}";
  private static final String DONE = "{\"statut\":\"fait\",\"vu\":{}}";

  @TempDir private Path out;

  @Test
  void anLpsThatOnlyKnowsTheBrowserIsNotBlamedForTheOtherWay() {
    try (FakeBench bench = new FakeBench();
        FakeLps lps = new FakeLps()) {
      lps.on("configurer", input -> DONE)
          .on("reinitialiser", input -> DONE)
          .on("authentifier-ps", input -> NOT_NOW)
          .on("consulter-profil-ps", input -> NOT_NOW)
          .on("deconnecter-ps", input -> NOT_NOW);

      RunReport report =
          SuiteRun.run(
              RunOptions.of(
                      bench.url(),
                      LpsConfiguration.http(
                          new Capabilities.LpsIdentity("L", "1", null), List.of(lps.url())),
                      out)
                  .features(List.of(RunOptions.FEATURES + "/psc/ciba.feature"))
                  .build());

      assertThat(report.scenarios())
          .isNotEmpty()
          .allSatisfy(s -> assertThat(s.verdict()).as(s.id()).isEqualTo(Verdict.NON_COUVERT));
      assertThat(report.verdict()).isEqualTo(Verdict.NON_COUVERT);
    }
  }
}

package fr.socle.features.report;

import static fr.socle.features.report.RealisticFindings.EMETTEUR_MEND;
import static fr.socle.features.report.RealisticFindings.NONCE_MEND;
import static fr.socle.features.report.SampleRun.exchange;
import static fr.socle.features.report.SampleRun.requirement;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run such as an editor gets on his first day: what the page is looked at with. */
final class RealisticRun {
  static final String INS_MEND =
      "N'écrivez ni le matricule INS ni son OID quand l'identité n'est pas qualifiée : les traits"
          + " seulement.";

  private final Path directory;
  private long sequence;

  private RealisticRun(Path directory) {
    this.directory = directory;
  }

  /** Builds the run and writes its raw traffic under the directory. */
  static RunReport writtenUnder(Path directory, int scenarios) throws IOException {
    return new RealisticRun(directory).run(scenarios);
  }

  private RunReport run(int count) throws IOException {
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      scenarios.add(scenarioNumber(i));
    }
    Exchange stray =
        exchange(
            ++sequence,
            "psc",
            "PSC découverte",
            "GET",
            "/.well-known/openid-configuration",
            200,
            List.of());
    return SampleRun.run(
        Verdict.NON_CONFORME, null, scenarios, requirements(scenarios), List.of(stray));
  }

  private static List<RequirementResult> requirements(List<ScenarioResult> scenarios) {
    List<String> ids = scenarios.stream().map(ScenarioResult::id).toList();
    List<String> some = ids.subList(0, Math.min(ids.size(), 4));
    long first = scenarios.get(0).exchanges().get(3).sequence();
    List<RequirementResult> all = new ArrayList<>();
    all.add(
        requirement(
            "PSC/va1.01",
            "Offrir la connexion par Pro Santé Connect à côté des autres moyens.",
            Verdict.CONFORME,
            List.of(),
            some));
    all.add(
        requirement(
            "PSC/RP-04",
            "Lier chaque connexion à un nonce et le vérifier.",
            Verdict.NON_CONFORME,
            List.of(
                new Mend(
                    NONCE_MEND,
                    true,
                    RuleSource.NORME,
                    ids.subList(0, 1),
                    scenarios.get(0).exchanges().get(0).sequence())),
            some));
    for (int i = 5; i < 15; i++) {
      all.add(
          requirement(
              "PSC/RP-%02d".formatted(i),
              "Vérifier la signature, l'émetteur, l'audience et la durée de l'ID token avant d'ouvrir la session.",
              i == 9 ? Verdict.RESERVE : i == 12 ? Verdict.INDETERMINE : Verdict.CONFORME,
              i == 9
                  ? List.of(
                      new Mend(
                          "Envoyez acr_values plutôt que acr : le second n'a pas d'effet.",
                          false,
                          RuleSource.VU,
                          some,
                          first))
                  : List.of(),
              some));
    }
    for (int i = 1; i <= 30; i++) {
      Verdict verdict =
          switch (i) {
            case 3, 17 -> Verdict.NON_CONFORME;
            case 5, 9, 20 -> Verdict.RESERVE;
            case 12 -> Verdict.CONFORME_DECLARE;
            default -> i % 3 == 0 ? Verdict.NON_COUVERT : Verdict.CONFORME;
          };
      List<Mend> mends =
          switch (i) {
            case 3 -> List.of(new Mend(INS_MEND, true, RuleSource.SECONDE_MAIN, some, first));
            case 17 -> List.of(new Mend(EMETTEUR_MEND, true, RuleSource.TEXTE, ids, first));
            case 5, 9, 20 ->
                List.of(
                    new Mend(
                        "Écrivez le nom de naissance sans accent ni apostrophe.",
                        false,
                        RuleSource.CONNU,
                        some,
                        first));
            default -> List.of();
          };
      all.add(
          requirement(
              (i > 24 ? "INS/va2.%02d" : "INS/va1.%02d").formatted(i),
              "Une fois l'identité récupérée ou qualifiée, le matricule, l'OID et les traits viennent de la réponse d'INSi (règle 6).",
              verdict,
              mends,
              verdict == Verdict.NON_COUVERT ? List.of() : some));
    }
    return all;
  }

  private ScenarioResult scenarioNumber(int number) throws IOException {
    RealisticScenario.Kind kind = new RealisticScenario.Kind(number);
    RealisticFindings found = RealisticFindings.after(sequence);
    RealisticTraffic traffic = RealisticTraffic.written(directory, kind, found);
    sequence += traffic.exchanges().size();
    return RealisticScenario.of(kind, found, traffic);
  }
}

package fr.socle.features.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Refusal;
import fr.socle.exigences.Basis;
import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import fr.socle.exigences.RuleSource;
import fr.socle.exigences.Verdict;
import fr.socle.features.model.ActionCall;
import fr.socle.features.model.EvidenceFile;
import fr.socle.features.model.ExpectationResult;
import fr.socle.features.model.Indetermination;
import fr.socle.features.model.RequirementResult;
import fr.socle.features.model.RequirementResult.Mend;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import fr.socle.features.model.StepText;
import fr.socle.features.model.StepText.Outcome;
import fr.socle.features.model.TimelineEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pieces of a run from which each test builds the one it needs. */
final class SampleRun {
  static final Instant START = Instant.parse("2026-03-04T13:05:00Z");

  private SampleRun() {}

  static RunReport run(
      Verdict verdict, List<ScenarioResult> scenarios, List<RequirementResult> requirements) {
    return run(verdict, null, scenarios, requirements, List.of());
  }

  static RunReport run(
      Verdict verdict,
      @Nullable Indetermination cause,
      List<ScenarioResult> scenarios,
      List<RequirementResult> requirements,
      List<Exchange> horsScenario) {
    return new RunReport(
        RunReport.FORMAT,
        verdict,
        cause,
        RunReport.Counts.of(scenarios),
        START,
        24_310,
        "lgc",
        "toutes",
        null,
        new RunReport.RuleSet(
            "0.1.0", "9f2c61d8a0b7e34c55d1f08e6a97b32c4d10ee5f7781a2c3b4d5e6f708192a3b"),
        new RunReport.BenchFacts(
            "http://127.0.0.1:8440", "0.1.0", List.of("psc", "insi"), List.of("espace-1")),
        new RunReport.LpsFacts(
            "MonCabinet", "4.2.1", "Éditions du Cabinet", "http", null, List.of("creer-dossier")),
        scenarios,
        requirements,
        List.of(),
        horsScenario,
        List.of());
  }

  static RequirementResult requirement(
      String id, String title, Verdict verdict, List<Mend> mends, List<String> scenarios) {
    boolean judged = verdict != Verdict.NON_COUVERT && verdict != Verdict.INDETERMINE;
    String chapter = id.substring(0, Math.max(id.indexOf('/'), 3));
    return new RequirementResult(
        id,
        title,
        id.contains("va2") ? 2 : id.contains("RP-") ? 0 : 1,
        chapter,
        id.endsWith("28") ? Level.PEUT : Level.DOIT,
        Verification.AUTO,
        RuleSource.SECONDE_MAIN,
        "segur.md 3 (S2)",
        true,
        true,
        verdict,
        judged ? (verdict == Verdict.CONFORME_DECLARE ? Basis.DECLARE : Basis.TRAFIC) : null,
        judged ? List.of(RuleSource.SECONDE_MAIN, RuleSource.NORME) : List.of(),
        scenarios,
        mends,
        verdict == Verdict.NON_COUVERT ? "Le pilote ne propose pas cette action." : null);
  }

  static ScenarioBuilder scenario(String id, String name, Verdict verdict) {
    return new ScenarioBuilder(id, name, verdict);
  }

  static Finding finding(
      RuleSource source, @Nullable Long exchange, String location, String found, String mend) {
    return new Finding(
        "INSI-CTX-04",
        source,
        "insi.md 2.3 (S:2)",
        List.of("INS/PSC.01"),
        exchange,
        location,
        "10B0152872, l'OU du certificat présenté",
        found,
        mend);
  }

  static Exchange exchange(
      long sequence,
      String service,
      String transaction,
      String method,
      String target,
      int status,
      List<Finding> findings) {
    return exchange(
        sequence, service, transaction, method, target, status, List.of(), null, findings);
  }

  static Exchange exchange(
      long sequence,
      String service,
      @Nullable String transaction,
      String method,
      String target,
      int status,
      List<String> faults,
      @Nullable Refusal refusal,
      List<Finding> findings) {
    ObjectNode decoded = JsonMapper.builder().build().createObjectNode();
    decoded.put("transaction", transaction);
    return new Exchange(
        sequence,
        "e1",
        "f1",
        service,
        service + ".certificate",
        Exchange.Kind.HTTP,
        transaction,
        START.plusMillis(300 * sequence % 9000),
        12_400,
        method,
        target,
        status,
        service.equals("insi")
            ? "CN=INSI-AUTO,OU=300000001820687,O=CABINET DES LILAS,ST=Paris (75),C=FR"
            : null,
        decoded,
        refusal,
        faults,
        1840,
        2210,
        findings);
  }

  /** A scenario under construction. */
  static final class ScenarioBuilder {
    private final String id;
    private final String name;
    private final Verdict verdict;
    private List<StepText> steps =
        List.of(
            new StepText("Étant donné", "un médecin connecté", 4, true, Outcome.JOUE),
            new StepText("Quand", "le médecin appelle INSi", 9, false, Outcome.JOUE),
            new StepText("Alors", "INSi a reçu une seule recherche", 10, false, Outcome.JOUE));
    private List<ExpectationResult> expectations = List.of();
    private List<Exchange> exchanges = List.of();
    private List<Finding> findings = List.of();
    private List<Finding> annexes = List.of();
    private List<ActionCall> actions = List.of();
    private List<TimelineEvent> timeline = List.of();
    private List<EvidenceFile> evidence = List.of();
    private List<String> requirements = List.of("INS/PSC.01");
    private @Nullable String reason;
    private @Nullable Indetermination cause;

    ScenarioBuilder(String id, String name, Verdict verdict) {
      this.id = id;
      this.name = name;
      this.verdict = verdict;
    }

    ScenarioBuilder steps(StepText... list) {
      steps = List.of(list);
      return this;
    }

    ScenarioBuilder expectations(ExpectationResult... list) {
      expectations = List.of(list);
      return this;
    }

    ScenarioBuilder exchanges(List<Exchange> list) {
      exchanges = list;
      return this;
    }

    ScenarioBuilder findings(Finding... list) {
      findings = List.of(list);
      return this;
    }

    ScenarioBuilder annexes(Finding... list) {
      annexes = List.of(list);
      return this;
    }

    ScenarioBuilder actions(ActionCall... list) {
      actions = List.of(list);
      return this;
    }

    ScenarioBuilder timeline(TimelineEvent... list) {
      timeline = List.of(list);
      return this;
    }

    ScenarioBuilder evidence(List<EvidenceFile> list) {
      evidence = list;
      return this;
    }

    ScenarioBuilder requirements(String... list) {
      requirements = List.of(list);
      return this;
    }

    ScenarioBuilder reason(String text) {
      reason = text;
      return this;
    }

    ScenarioBuilder cause(Indetermination value) {
      cause = value;
      return this;
    }

    ScenarioResult build() {
      return new ScenarioResult(
          id,
          name,
          "Qualifier l'identité d'un patient",
          "classpath:fr/socle/features/insi/qualification.feature",
          Integer.parseInt(id.substring(id.lastIndexOf(':') + 1)),
          List.of("@INS", "@vague1"),
          requirements,
          verdict,
          cause,
          reason,
          START,
          1840,
          "espace-1",
          steps,
          expectations,
          exchanges,
          findings,
          annexes,
          actions,
          timeline,
          ActionCall.declaredSteps(actions),
          evidence);
    }
  }
}

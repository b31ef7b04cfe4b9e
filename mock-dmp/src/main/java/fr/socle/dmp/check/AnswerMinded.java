package fr.socle.dmp.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.service.Autorisation;
import fr.socle.dmp.service.Dossier;
import fr.socle.dmp.service.Purpose;
import fr.socle.dmp.web.WebVisit;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * DMP-T10 and DMP-T13: what TD0.2 answered is minded. Only calls that the DMP refused are judged:
 * one that it took shows that what it had answered was no longer true.
 */
final class AnswerMinded implements SequenceCheck {
  private static final Set<String> TESTS = Set.of(DmpOperations.EXISTENCE, DmpOperations.IDENTITY);
  private static final Set<String> CHANGES =
      Set.of(DmpOperations.AUTHORIZATION, DmpOperations.REACTIVATION);
  private static final Set<String> FEEDINGS_AND_CONSULTATIONS =
      Set.of(
          DocumentOperations.FEEDING,
          DocumentOperations.FEEDING_FOR,
          DocumentOperations.SEARCH,
          DocumentOperations.RETRIEVAL);

  private final Rule rule;
  private final Broken broken;
  private final String expected;
  private final String mend;

  private AnswerMinded(Rule rule, Broken broken, String expected, String mend) {
    this.rule = rule;
    this.broken = broken;
    this.expected = expected;
    this.mend = mend;
  }

  @FunctionalInterface
  private interface Broken {
    boolean by(DmpCallInWindow call, JsonNode answer);
  }

  static List<SequenceCheck> all() {
    return List.of(
        new AnswerMinded(
            DmpRules.rule(
                "DMP-T10-2",
                // Without a number of requirement: seen, not read.
                RuleSource.VU,
                "5.1 (S:DEVBOX)",
                "Un DMP que TD0.2 dit fermé ou absent n'est ni alimenté ni consulté."),
            (call, answer) ->
                FEEDINGS_AND_CONSULTATIONS.contains(call.transaction()) && !isOpen(answer),
            "aucun envoi ni aucune consultation d'un DMP fermé ou absent",
            "Arrêtez-vous à la réponse de TD0.2, et dites à l'utilisateur que le DMP est fermé ou"
                + " qu'il n'existe pas."),
        new AnswerMinded(
            DmpRules.rule(
                "DMP-T13-3",
                RuleSource.VU,
                "5.2, 5.6 bis (S:526, P4D)",
                "Un DMP n'est pas consulté quand TD0.2 dit qu'aucun accès n'est autorisé."),
            (call, answer) ->
                RightFirst.CONSULTATIONS.contains(call.transaction())
                    && call.caller().purpose() == Purpose.NORMAL
                    && isOpen(answer)
                    && !answer
                        .path("autorisation")
                        .asText("")
                        .equals(Autorisation.State.VALIDE.name()),
            "TD0.3 d'abord, si le patient est d'accord et ne l'a pas interdit",
            "Déclarez l'autorisation (TD0.3) avec l'accord du patient avant de consulter, ou"
                + " dites à l'utilisateur que l'accès lui est interdit."));
  }

  private static boolean isOpen(JsonNode answer) {
    return answer.path("dossier").asText("").equals(Dossier.Status.OUVERT.word());
  }

  @Override
  public Rule rule() {
    return rule;
  }

  @Override
  public void judge(WindowTraffic traffic, SequenceFindings findings) {
    Map<List<String>, JsonNode> answers = new HashMap<>();
    for (Observed<?> observed : traffic.exchanges()) {
      if (observed.message() instanceof WebVisit visit && visit.visitor() != null) {
        // dmp.md 1.7: a page may ask the professional, and then declares his access.
        answers.remove(List.of(visit.ins(), visit.visitor().nationalId()));
      }
      DmpCallInWindow.of(observed).ifPresent(call -> judge(call, answers, findings));
    }
  }

  private void judge(
      DmpCallInWindow call, Map<List<String>, JsonNode> answers, SequenceFindings findings) {
    List<String> who = List.of(call.patient(), call.caller().nationalId());
    if (call.accepted() && TESTS.contains(call.transaction())) {
      answers.put(who, call.exchange().decoded().path("reponse"));
    } else if (call.accepted() && CHANGES.contains(call.transaction())) {
      answers.remove(who);
    }
    JsonNode answer = answers.get(who);
    if (answer != null
        && answer.has("dossier")
        && call.exchange().refusal() != null
        && broken.by(call, answer)) {
      findings.add(
          call.sequence(),
          "ordre des appels",
          expected,
          call.transaction()
              + ", après un DMP "
              + answer.path("dossier").asText("")
              + " et une autorisation "
              + answer.path("autorisation").asText(""),
          mend);
      answers.remove(who);
    }
  }
}

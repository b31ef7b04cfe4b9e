package fr.socle.dmp.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.Vihf;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DMP-T16: the INS sent to the DMP is the one that INSi gave. What INSi answered is taken from the
 * same window; an identity it was not asked about there is not judged, and neither is the check of
 * an identity card, which no call shows.
 */
final class CertifiedIns {
  private static final int MATRICULE = 13;
  private static final String FOUND = "00";
  private static final String NOT_VALID = "01";

  private CertifiedIns() {}

  static List<SequenceCheck> all() {
    return List.of(
        new Judge(
            DmpRules.rule(
                "DMP-T16-1",
                // EX_GEN-1530 is second hand; how INSi says no to a verification is assumed.
                RuleSource.VU,
                "5.6 bis (S:DEVBOX, EX_GEN-1530)",
                "Un INS qu'INSi vient de dire non valide n'est pas envoyé au DMP."),
            (answers, patient) ->
                answers.refuted.contains(matricule(patient.number()))
                    ? Optional.of("un INS qu'INSi a dit non valide")
                    : Optional.empty(),
            "aucun INS, tant que l'identité n'est pas qualifiée",
            "N'envoyez au DMP que l'INS d'une identité qualifiée : contrôlée, et retrouvée ou"
                + " vérifiée par INSi."),
        new Judge(
            DmpRules.rule(
                "DMP-T16-2",
                RuleSource.VU,
                "5.6 bis (S:DEVBOX, EX_GEN-1520)",
                "L'INS est envoyé au DMP avec l'OID qu'INSi a rendu."),
            (answers, patient) ->
                Optional.ofNullable(answers.oids.get(matricule(patient.number())))
                    .filter(oid -> !oid.equals(patient.oid()))
                    .map(oid -> patient.oid() + ", quand INSi a rendu " + oid),
            "l'OID rendu par INSi",
            "Gardez avec le matricule l'OID qu'INSi a rendu, et envoyez-les ensemble au DMP."));
  }

  private static String matricule(String number) {
    return number.length() <= MATRICULE ? number : number.substring(0, MATRICULE);
  }

  /** What INSi answered so far. */
  private static final class Answers {
    final Map<String, String> oids = new HashMap<>();
    final Set<String> refuted = new HashSet<>();

    void note(JsonNode decoded) {
      JsonNode answer = decoded.path("reponse");
      String code = answer.path("codeCR").asText("");
      String found = answer.path("matricule").asText("");
      if (!found.isEmpty()) {
        oids.put(matricule(found), answer.path("oid").asText(""));
        refuted.remove(matricule(found));
      }
      JsonNode verification = decoded.path("verification");
      String verified = matricule(verification.path("matricule").asText(""));
      if (code.equals(NOT_VALID) && !verified.isEmpty()) {
        refuted.add(verified);
      } else if (code.equals(FOUND)) {
        refuted.remove(verified);
      }
    }
  }

  @FunctionalInterface
  private interface Wrong {
    Optional<String> in(Answers answers, PatientId patient);
  }

  private record Judge(Rule rule, Wrong wrong, String expected, String mend)
      implements SequenceCheck {
    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      Answers answers = new Answers();
      Set<String> told = new HashSet<>();
      for (Observed<?> observed : traffic.exchanges()) {
        if (observed.exchange().service().equals("insi")) {
          answers.note(observed.exchange().decoded());
        } else if (observed.message() instanceof DmpMessage message) {
          Optional.ofNullable(message.request().vihf())
              .flatMap(Vihf::patient)
              .flatMap(
                  patient -> wrong.in(answers, patient).filter(found -> told.add(patient.number())))
              .ifPresent(
                  found ->
                      findings.add(
                          observed.exchange().sequence(),
                          "/Envelope/Header/Security/Assertion, resource-id",
                          expected,
                          found,
                          mend));
        }
      }
    }
  }
}

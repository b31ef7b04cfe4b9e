package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.rule;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.world.Matricule;
import fr.socle.dmp.web.WebVisit;
import fr.socle.dmp.web.WebVisit.Outcome;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** DMP-T17: the web site, opened from a software (TD0.9): dmp.md 1.7. */
final class WebChecks {
  private static final int MATRICULE = 13;
  private static final int WITH_KEY = 15;

  static final List<Check<WebVisit>> ALL =
      List.of(
          Check.of(
              rule(
                  "DMP-T17-1",
                  RuleSource.TEXTE,
                  "1.7 (S:527)",
                  "L'adresse ouverte est celle d'une page de l'accès web du DMP."),
              (exchange, findings) -> {
                WebVisit visit = exchange.message();
                if (visit.outcome() == Outcome.UNKNOWN_PAGE) {
                  findings.add(
                      "/AccesDirect/{page}",
                      "une page du DMP, comme DossierPatient suivi de l'INS",
                      shown(visit.page()),
                      "Ouvrez /AccesDirect/, le nom de la page, puis l'INS du patient.");
                }
              }),
          Check.of(
              rule(
                  "DMP-T17-2",
                  // The text has e-CPS as well, which is not played here.
                  RuleSource.VU,
                  "1.7 (S:527)",
                  "L'accès web s'ouvre par une authentification directe."),
              (exchange, findings) -> {
                if (exchange.message().visitor() == null) {
                  findings.add(
                      "certificat client de la connexion",
                      "le certificat d'authentification d'une carte",
                      "un autre certificat",
                      "Ouvrez l'accès web avec la carte du professionnel, ou par e-CPS : le banc ne"
                          + " joue pas e-CPS, et ne peut dire si l'utilisateur allait le faire.");
                }
              }),
          Check.of(
              rule(
                  "DMP-T17-3",
                  RuleSource.VU,
                  "1.7, 1.3 (S:527, MSG)",
                  "L'adresse porte l'INS du patient, clé comprise."),
              (exchange, findings) -> {
                String ins = exchange.message().ins();
                if (!ins.isEmpty() && !isIns(ins)) {
                  findings.add(
                      "/AccesDirect/{page}/{INS}",
                      "quinze caractères, clé juste",
                      ins,
                      "Mettez dans l'adresse le matricule INS du patient, suivi de sa clé.");
                }
              }));

  private WebChecks() {}

  private static boolean isIns(String ins) {
    return ins.length() == WITH_KEY
        && Matricule.problem(ins.substring(0, MATRICULE), ins.substring(MATRICULE)).isEmpty();
  }
}

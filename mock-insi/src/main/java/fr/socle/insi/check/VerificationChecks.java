package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.world.Matricule;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.service.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * WS_INS3, whose contract is assumed: nothing here judges an LPS, and none of the rules drawn from
 * the WSDL of the searches is applied to it.
 */
final class VerificationChecks {
  private static final String BODY = "/Envelope/Body/VERIFIERINS/IndividuVerifie/";

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T05-20",
                  RuleSource.SUPPOSE,
                  "4 (A : contrat supposé)",
                  "Le corps d'une vérification suit la structure supposée par Socle.",
                  "INSI-T05"),
              VerificationChecks::schema),
          Check.of(
              rule(
                  "INSI-T05-21",
                  RuleSource.SUPPOSE,
                  "4 (S:13 ; A : contrat supposé)",
                  "Une vérification donne matricule, clé, OID, nom, prénoms, sexe et date.",
                  "INSI-T05"),
              VerificationChecks::complete),
          Check.of(
              rule(
                  "INSI-T10-1",
                  RuleSource.SUPPOSE,
                  "7 (A : cas 2.08) et 4 (A : contrat supposé)",
                  "Un INS dont la clé est fausse n'est pas présenté à la vérification.",
                  "INSI-T10"),
              VerificationChecks::key));

  private VerificationChecks() {}

  private static void schema(CheckedExchange<InsiCall> exchange, Findings findings) {
    for (SchemaFault fault : exchange.message().request().bodyFaults()) {
      findings.add(
          fault.element().path(),
          "la structure supposée de WS_INS3",
          fault.rule(),
          "Si votre contrat d'INSi dit autre chose, suivez-le. Sinon corrigez. "
              + fault.sentence());
    }
  }

  private static void complete(CheckedExchange<InsiCall> exchange, Findings findings) {
    Verification asked = exchange.message().request().verification();
    if (asked == null) {
      return;
    }
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("INSFourni/IdIndividu/NumIdentifiant", asked.number());
    parts.put("INSFourni/IdIndividu/Cle", asked.key());
    parts.put("INSFourni/OID", asked.oid());
    parts.put("TraitsIdentiteIndividu/NomNaissance", asked.birthName());
    parts.put(
        "TraitsIdentiteIndividu/ListePrenom",
        asked.firstNameList() == null ? asked.firstName() : asked.firstNameList());
    parts.put("TraitsIdentiteIndividu/Sexe", asked.sex());
    parts.put("TraitsIdentiteIndividu/DateNaissance", asked.birthDate());
    parts.forEach(
        (path, value) -> {
          if (value == null || value.isBlank()) {
            findings.add(
                BODY + path,
                "une valeur",
                shown(value),
                "Remplissez " + path + " : une vérification compare un INS entier à ses traits.");
          }
        });
  }

  private static void key(CheckedExchange<InsiCall> exchange, Findings findings) {
    Verification asked = exchange.message().request().verification();
    if (asked == null || asked.number() == null || asked.key() == null) {
      return;
    }
    String key = asked.key();
    Matricule.problem(asked.number(), key)
        .ifPresent(
            problem ->
                findings.add(
                    BODY + "INSFourni/IdIndividu/Cle",
                    "un matricule et sa clé",
                    asked.number() + " " + key,
                    "Contrôlez la clé d'un matricule reçu avant de vous en servir. " + problem));
  }
}

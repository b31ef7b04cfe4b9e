package fr.socle.dmp.check;

import static fr.socle.dmp.check.DmpRules.check;
import static fr.socle.dmp.check.DmpRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.DmpRequest;
import fr.socle.dmp.protocol.Withdrawn;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Optional;

/** DMP-T08 and DMP-T09: the DMP's own operations, and those that are no longer there. */
final class ProprietaryChecks {
  private static final String QUALIFIED = "Chaque élément du corps est dans l'espace de noms.";

  /** TD0.3. */
  static final List<Check<DmpMessage>> SET_AUTHORIZATION =
      List.of(
          check(
              "DMP-T08-1",
              RuleSource.TEXTE,
              "1.2 (S:WSDL)",
              QUALIFIED,
              ProprietaryChecks::qualified),
          oneOf("DMP-T08-2", RuleSource.VU, "1.4 (S:MSG)", "action", true, "AJOUT", "SUPPRESSION"),
          oneOf("DMP-T08-3", RuleSource.VU, "1.4 (S:MSG)", "role", false, "MEDECIN_TRAITANT"));

  /** TD0.4. */
  static final List<Check<DmpMessage>> PATIENT_LIST =
      List.of(
          check(
              "DMP-T08-4",
              RuleSource.TEXTE,
              "1.2 (S:WSDL)",
              QUALIFIED,
              ProprietaryChecks::qualified),
          oneOf(
              "DMP-T08-5",
              RuleSource.VU,
              "1.5 (S:MSG)",
              "dateType",
              true,
              "LASTAUTORIZATION",
              "LASTDOC"),
          check(
              "DMP-T08-6",
              RuleSource.VU,
              "1.5 (S:MSG)",
              "startDate est de forme yyyyMMddHHmmss.",
              ProprietaryChecks::startDate));

  /** TD1.6. */
  static final List<Check<DmpMessage>> LIST_AUTHORIZATION =
      List.of(
          check(
              "DMP-T08-7",
              RuleSource.TEXTE,
              "1.2 (S:WSDL)",
              QUALIFIED,
              ProprietaryChecks::qualified),
          oneOf(
              "DMP-T08-8",
              RuleSource.VU,
              "1.8 (S:MSG)",
              "mode",
              true,
              "ACTIVE",
              "INTERDITE",
              "TOUTE"));

  /** TD1.1. */
  static final Check<DmpMessage> NO_CREATION =
      check(
          "DMP-T09-1",
          RuleSource.TEXTE,
          "1.2 (S:526)",
          "Le logiciel ne crée pas de DMP (TD1.1).",
          (exchange, findings) ->
              findings.add(
                  "/Envelope/Body",
                  "aucun appel de TD1.1",
                  "une création de DMP",
                  "Ne créez plus de DMP : Mon espace santé les ouvre."));

  /** TD0.0 and TD1.5, among what is unknown. */
  static final Check<DmpMessage> NOT_WITHDRAWN =
      check(
          "DMP-T09-2",
          RuleSource.TEXTE,
          "1.2 (S:WSDL, version 2.01.04)",
          "Le logiciel n'appelle pas les transactions retirées (TD0.0, TD1.5).",
          ProprietaryChecks::withdrawn);

  private ProprietaryChecks() {}

  private static Check<DmpMessage> oneOf(
      String id, RuleSource source, String key, String child, boolean mandatory, String... words) {
    String all = String.join(", ", words);
    return check(
        id,
        source,
        key,
        child + " est l'un de " + all + ".",
        (exchange, findings) -> {
          Optional<String> found = text(exchange, child);
          if (found.isPresent() ? !List.of(words).contains(found.get()) : mandatory) {
            findings.add(
                "/Envelope/Body/*/" + child,
                all,
                shown(found.orElse(null)),
                "Écrivez dans " + child + " l'un de : " + all + ".");
          }
        });
  }

  private static void startDate(CheckedExchange<DmpMessage> exchange, Findings findings) {
    String date = text(exchange, "startDate").orElse("");
    if (!date.matches("\\d{14}")) {
      findings.add(
          "/Envelope/Body/*/startDate",
          "yyyyMMddHHmmss",
          shown(date),
          "Écrivez startDate en quatorze chiffres.");
    }
  }

  private static void qualified(CheckedExchange<DmpMessage> exchange, Findings findings) {
    XmlElement body = exchange.message().body();
    if (body == null) {
      return;
    }
    for (XmlElement child : body.children()) {
      if (!child.namespace().equals(body.namespace())) {
        findings.add(
            child.path(),
            body.namespace(),
            shown(child.namespace()),
            "Mettez " + child.localName() + " dans l'espace de noms " + body.namespace() + ".");
      }
    }
  }

  private static void withdrawn(CheckedExchange<DmpMessage> exchange, Findings findings) {
    DmpRequest request = exchange.message().request();
    Withdrawn.asked(request)
        .ifPresent(
            asked ->
                findings.add(
                    "/Envelope/Header/Action",
                    "une transaction ouverte",
                    shown(request.soap().addressing().action()),
                    asked.sentence()));
  }

  /** Whatever its namespace, which is another rule's business. */
  private static Optional<String> text(CheckedExchange<DmpMessage> exchange, String child) {
    XmlElement body = exchange.message().body();
    return body == null
        ? Optional.empty()
        : body.children().stream()
            .filter(each -> each.localName().equals(child))
            .map(XmlElement::text)
            .findFirst();
  }
}

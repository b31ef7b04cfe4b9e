package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadUpdate;
import fr.socle.dmp.registry.service.Availability;
import fr.socle.dmp.registry.service.KeptMetadata;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DMP-T31: changes of status and of visibility, dmp.md 1.12. */
final class UpdateChecks {
  private static final String KEY = "1.12 (S:MSG, KIT)";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T31-1",
                  RuleSource.VU,
                  KEY,
                  "Un changement de statut dit l'ancien et le nouveau, et part du lot."),
              ReadUpdate.class,
              UpdateChecks::status),
          onContent(
              rule(
                  "DMP-T31-2",
                  RuleSource.VU,
                  KEY,
                  "Un changement de visibilité nomme la fiche par son lid et la version changée."),
              ReadUpdate.class,
              UpdateChecks::version),
          onContent(
              rule(
                  "DMP-T31-3",
                  RuleSource.VU,
                  KEY,
                  "Une mise à jour ne porte pas de document de signature."),
              ReadUpdate.class,
              UpdateChecks::unsigned),
          onContent(
              rule(
                  "DMP-T31-4",
                  RuleSource.VU,
                  KEY,
                  "Un changement de visibilité renvoie les autres métadonnées telles quelles."),
              ReadUpdate.class,
              UpdateChecks::onlyVisibility));

  private UpdateChecks() {}

  private static void status(
      ReadUpdate update, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Submission submission = update.submission();
    for (Association each : submission.associations(Association.UPDATES_AVAILABILITY)) {
      for (String slot : List.of("OriginalStatus", "NewStatus")) {
        List<String> values = each.object().values(slot);
        if (values.size() != 1 || Availability.of(values.get(0)).isEmpty()) {
          findings.add(
              each.object().id() + ", " + slot,
              "un statut, tel que " + Availability.APPROVED.urn(),
              values.isEmpty() ? "absent" : values.toString(),
              "Écrivez dans " + slot + " le statut de la fiche, avant ou après.");
        }
      }
      if (submission.sets().stream().noneMatch(set -> set.id().equals(each.source()))) {
        findings.add(
            each.object().id() + ", sourceObject",
            "l'identifiant du lot",
            each.source(),
            "Faites partir du lot l'association qui change le statut.");
      }
    }
  }

  private static void version(
      ReadUpdate update, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Submission submission = update.submission();
    for (DocumentEntry entry : submission.documents()) {
      if (!entry.logicalId().startsWith("urn:uuid:")) {
        findings.add(
            entry.id() + ", lid",
            "urn:uuid: suivi de l'identifiant logique de la fiche",
            entry.logicalId().isEmpty() ? "absent" : entry.logicalId(),
            "Reprenez dans lid celui de la fiche trouvée.");
      }
      Optional<Association> member =
          submission.associations(Association.HAS_MEMBER).stream()
              .filter(each -> each.target().equals(entry.id()))
              .findFirst();
      List<String> previous =
          member.map(each -> each.object().values("PreviousVersion")).orElse(List.of());
      if (previous.isEmpty()) {
        findings.add(
            entry.id() + ", HasMember",
            "PreviousVersion, le numéro de la version changée",
            "absent",
            "Écrivez dans PreviousVersion le versionName de la fiche trouvée.");
      }
    }
  }

  private static void unsigned(
      ReadUpdate update, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Submission submission = update.submission();
    submission.documents().stream()
        .filter(DocumentEntry::isSignature)
        .forEach(
            each ->
                findings.add(
                    each.id(),
                    "aucune fiche de signature",
                    "typeCode E1762",
                    "N'envoyez pas de signature avec une mise à jour de métadonnées."));
  }

  private static void onlyVisibility(
      ReadUpdate update, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DocumentEntry changed : update.submission().documents()) {
      DocumentEntry former = update.former(changed).orElse(null);
      if (former == null) {
        continue;
      }
      Map<String, Object> before = KeptMetadata.of(former);
      KeptMetadata.of(changed)
          .forEach(
              (attribute, value) -> {
                if (!value.equals(before.get(attribute))) {
                  findings.add(
                      changed.id() + ", " + attribute,
                      String.valueOf(before.get(attribute)),
                      String.valueOf(value),
                      "Renvoyez "
                          + attribute
                          + " comme vous l'avez trouvé : seul"
                          + " confidentialityCode change.");
                }
              });
    }
  }
}

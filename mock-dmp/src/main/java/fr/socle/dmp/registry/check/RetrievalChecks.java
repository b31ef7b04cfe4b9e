package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpContract;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.WantedDocuments;
import fr.socle.dmp.registry.service.Retrieved;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** DMP-T30: retrievals, dmp.md 1.11. */
final class RetrievalChecks {
  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T30-1",
                  RuleSource.VU,
                  "1.11 (S:MSG)",
                  "Un document est demandé au dépôt du DMP."),
              WantedDocuments.class,
              RetrievalChecks::repository),
          onContent(
              rule(
                  "DMP-T30-2",
                  RuleSource.VU,
                  "1.11 (S:DEH)",
                  "Un document est demandé par son uniqueId, pas par l'entryUUID de sa fiche."),
              WantedDocuments.class,
              RetrievalChecks::uniqueId));

  private RetrievalChecks() {}

  private static void repository(
      WantedDocuments wanted, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (Retrieved.Wanted each : wanted.documents()) {
      if (!each.repositoryId().equals(DmpContract.REPOSITORY_ID)) {
        findings.add(
            "DocumentRequest/RepositoryUniqueId",
            DmpContract.REPOSITORY_ID,
            each.repositoryId().isEmpty() ? "absent" : each.repositoryId(),
            "Reprenez repositoryUniqueId de la fiche trouvée.");
      }
    }
  }

  private static void uniqueId(
      WantedDocuments wanted, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (Retrieved.Wanted each : wanted.documents()) {
      if (each.uniqueId().isEmpty() || each.uniqueId().startsWith("urn:uuid:")) {
        findings.add(
            "DocumentRequest/DocumentUniqueId",
            "l'uniqueId de la fiche",
            each.uniqueId().isEmpty() ? "absent" : each.uniqueId(),
            "Demandez le document par l'identifiant externe uniqueId de sa fiche.");
      }
    }
  }
}

package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadSubmission;
import fr.socle.documents.metadata.DescribedDocument;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** DMP-T24 and DMP-T37: documents that go with others: dmp.md 3.7, 3.8. */
final class RelationChecks {
  private static final String IMAGES = "IMG-KOS";
  private static final List<String> REFERENCES =
      List.of(
          "urn:ihe:iti:xds:2013:accession",
          "urn:ihe:iti:xds:2013:order",
          "urn:ihe:iti:xds:2016:studyInstanceUID");

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule(
                  "DMP-T24-1",
                  RuleSource.VU,
                  "3.8 (S:P4D, MSG)",
                  "Un remplacement est dit par l'association RPLC et par le CDA (relatedDocument)."),
              ReadSubmission.class,
              RelationChecks::replacement),
          onContent(
              rule(
                  "DMP-T37-1",
                  RuleSource.VU,
                  "3.7 (S:DRIM)",
                  "Une référence d'images dit son examen, sa demande et son accession."),
              ReadSubmission.class,
              RelationChecks::images));

  private RelationChecks() {}

  private static void replacement(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Set<String> replacing =
        read.provided().submission().associations(Association.REPLACES).stream()
            .map(Association::source)
            .collect(Collectors.toSet());
    for (DescribedDocument each : read.described()) {
      boolean byAssociation = replacing.contains(each.entry().id());
      boolean byDocument = !each.document().replaced().isEmpty();
      if (byAssociation && !byDocument) {
        findings.add(
            each.entry().id() + ", /ClinicalDocument/relatedDocument",
            "l'identifiant du document remplacé",
            "absent, avec une association RPLC",
            "Nommez dans relatedDocument (RPLC) du nouveau CDA le document qu'il remplace.");
      } else if (byDocument && !byAssociation) {
        findings.add(
            each.entry().id() + ", Association RPLC",
            "une association RPLC vers l'entryUUID de l'ancienne fiche",
            "aucune, avec relatedDocument dans le CDA",
            "Ajoutez à l'envoi l'association RPLC, du nouveau document à l'ancienne fiche.");
      }
    }
  }

  private static void images(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DocumentEntry entry : read.provided().submission().documents()) {
      if (entry.typeCode().stream().noneMatch(type -> type.code().equals(IMAGES))) {
        continue;
      }
      for (String kind : REFERENCES) {
        if (entry.referenceIdList().stream().noneMatch(each -> each.endsWith("^" + kind))) {
          findings.add(
              entry.id() + ", referenceIdList",
              "une valeur de type " + kind,
              entry.referenceIdList().isEmpty() ? "absent" : entry.referenceIdList().toString(),
              "Ajoutez à referenceIdList l'identifiant de type " + kind + ".");
        }
      }
    }
  }
}

package fr.socle.dmp.registry.check;

import static fr.socle.dmp.check.DmpRules.onContent;
import static fr.socle.dmp.check.DmpRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.bench.xml.XmlLimits;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.registry.protocol.ReadSubmission;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import fr.socle.exigences.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** DMP-T28: the document that signs a submission, dmp.md 3.6. Its digests are not verified. */
final class SubmissionSignatureChecks {
  private static final String KEY = "3.6 (S:MSG, DRIM)";

  static final List<Check<DmpMessage>> ALL =
      List.of(
          onContent(
              rule("DMP-T28-1", RuleSource.VU, KEY, "Un envoi porte le document qui le signe."),
              ReadSubmission.class,
              SubmissionSignatureChecks::present),
          onContent(
              rule(
                  "DMP-T28-2",
                  RuleSource.VU,
                  KEY,
                  "La signature est liée au lot qu'elle signe, par une association signs."),
              ReadSubmission.class,
              SubmissionSignatureChecks::linked),
          onContent(
              rule(
                  "DMP-T28-3",
                  RuleSource.VU,
                  KEY,
                  "Le document de signature a les codes prévus pour lui."),
              ReadSubmission.class,
              SubmissionSignatureChecks::codes),
          onContent(
              rule(
                  "DMP-T28-4",
                  RuleSource.VU,
                  KEY,
                  "Le manifeste de la signature nomme le lot et chaque document."),
              ReadSubmission.class,
              SubmissionSignatureChecks::manifest));

  private SubmissionSignatureChecks() {}

  private static List<DocumentEntry> signatures(ReadSubmission read) {
    return read.provided().submission().documents().stream()
        .filter(DocumentEntry::isSignature)
        .toList();
  }

  private static void present(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    int found = signatures(read).size();
    if (found != 1) {
      findings.add(
          "RegistryObjectList",
          "une fiche de signature (typeCode E1762)",
          String.valueOf(found),
          "Joignez à l'envoi un document XAdES qui signe le lot, et un seul.");
    }
  }

  private static void linked(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Submission submission = read.provided().submission();
    for (DocumentEntry signature : signatures(read)) {
      boolean linked =
          submission.associations(Association.SIGNS).stream()
              .anyMatch(
                  each ->
                      each.source().equals(signature.id())
                          && submission.sets().stream()
                              .anyMatch(set -> set.id().equals(each.target())));
      if (!linked) {
        findings.add(
            signature.id(),
            Association.SIGNS + " vers le lot",
            "aucune",
            "Ajoutez une association signs qui va de la signature au lot.");
      }
    }
  }

  private static void codes(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    for (DocumentEntry entry : signatures(read)) {
      code(entry, "classCode", entry.classCode(), "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", findings);
      code(entry, "formatCode", entry.formatCode(), "http://www.w3.org/2000/09/xmldsig#", findings);
      code(entry, "eventCodeList", entry.eventCodeList(), "1.2.840.10065.1.12.1.14", findings);
      for (String visibility : List.of("N", "MASQUE_PS", "INVISIBLE_PATIENT")) {
        code(entry, "confidentialityCode", entry.confidentialityCode(), visibility, findings);
      }
      if (!entry.languageCode().equals(List.of("art"))) {
        findings.add(
            entry.id() + ", languageCode",
            "art",
            String.join(", ", entry.languageCode()),
            "La langue d'une signature s'écrit art.");
      }
    }
  }

  private static void code(
      DocumentEntry entry, String attribute, List<Coded> found, String wanted, Findings findings) {
    if (found.stream().noneMatch(each -> each.code().equals(wanted))) {
      findings.add(
          entry.id() + ", " + attribute,
          wanted,
          found.toString(),
          "Écrivez " + wanted + " dans " + attribute + " du document de signature.");
    }
  }

  private static void manifest(
      ReadSubmission read, CheckedExchange<DmpMessage> exchange, Findings findings) {
    Submission submission = read.provided().submission();
    for (DocumentEntry signature : signatures(read)) {
      DocumentContent content = read.content(signature).orElse(null);
      // Larger than the bench reads: no fault of who sent it.
      if (content == null || content.size() > XmlLimits.standard().bytes()) {
        continue;
      }
      List<String> named = references(content, signature, findings);
      Stream.concat(
              submission.sets().stream().map(SubmissionSet::uniqueId),
              submission.documents().stream()
                  .filter(entry -> !entry.isSignature())
                  .map(DocumentEntry::uniqueId))
          .flatMap(List::stream)
          .filter(id -> !named.contains("urn:oid:" + id))
          .forEach(
              id ->
                  findings.add(
                      signature.id() + ", Manifest/Reference/@URI",
                      "urn:oid:" + id,
                      named.toString(),
                      "Nommez dans le manifeste l'uniqueId du lot et de chaque document envoyé."));
    }
  }

  private static List<String> references(
      DocumentContent content, DocumentEntry signature, Findings findings) {
    List<String> found = new ArrayList<>();
    try {
      collect(new SafeXml().read(content.bytes().all(), null), found);
    } catch (XmlException e) {
      findings.add(
          signature.id(),
          "un document XAdES",
          String.valueOf(e.getMessage()),
          "Envoyez une signature XML bien formée.");
    }
    return found;
  }

  private static void collect(XmlElement element, List<String> uris) {
    if (element.localName().equals("Reference")) {
      element.attribute("URI").ifPresent(uris::add);
    }
    element.children().forEach(child -> collect(child, uris));
  }
}

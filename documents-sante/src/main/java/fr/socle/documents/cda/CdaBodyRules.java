package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.official;
import static fr.socle.documents.cda.HeaderRule.weaker;

import fr.socle.bench.check.Findings;
import fr.socle.documents.pdf.PdfA;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** The body of a document, unstructured or not (cda.md 2, 3). */
final class CdaBodyRules {
  private static final String XDS_SD = "1.3.6.1.4.1.19376.1.2.20";
  private static final String TEXT = "component/nonXMLBody/text";

  private CdaBodyRules() {}

  static List<DocumentRule<CdaDocument>> all() {
    return List.of(
        official("CDA-CO-01", "2", "Le document a un corps.", CdaBodyRules::body),
        official(
            "CDA-CO-02",
            "3",
            "Un document N1 n'a que les trois modèles d'un document non structuré.",
            CdaBodyRules::templates),
        official(
            "CDA-CO-03",
            "3",
            "Le contenu d'un N1 a un type de média et est en base64.",
            CdaBodyRules::content),
        // The registry of Ségur asks for it; the official examples of N1 do without.
        weaker(
            "CDA-CO-04",
            RuleSource.VU,
            "3 (S: REM DOC.01/02)",
            "Le PDF d'un document N1 est un PDF/A-1.",
            CdaBodyRules::pdf));
  }

  private static void body(CdaDocument document, Findings findings) {
    if (document.bodyKind() == BodyKind.NONE) {
      findings.add(
          HeaderRule.place("component"),
          "nonXMLBody ou structuredBody",
          "aucun des deux",
          "Mettez le contenu du document dans nonXMLBody (N1) ou structuredBody (N3).");
    }
  }

  private static void templates(CdaDocument document, Findings findings) {
    List<String> roots = document.templates().stream().map(InstanceId::root).toList();
    if (document.bodyKind() == BodyKind.N1 && (roots.size() != 3 || !roots.contains(XDS_SD))) {
      findings.add(
          HeaderRule.place("templateId"),
          "HL7 France, structuration minimale et " + XDS_SD,
          String.join(", ", roots),
          "Dans un N1, remplacez le templateId du modèle par celui d'IHE XDS-SD.");
    }
  }

  private static void content(CdaDocument document, Findings findings) {
    if (document.bodyKind() == BodyKind.N1) {
      Cda.first(document.root(), TEXT)
          .ifPresentOrElse(
              text -> {
                HeaderRule.form(
                    text, "mediaType", value -> !value.isBlank(), "le type de média", findings);
                HeaderRule.form(text, "representation", "B64"::equals, "B64", findings);
              },
              () ->
                  findings.add(
                      HeaderRule.place(TEXT),
                      "le contenu en base64",
                      "absent",
                      "Mettez le fichier encodé en base64 dans nonXMLBody/text."));
    }
  }

  private static void pdf(CdaDocument document, Findings findings) {
    if (document.bodyKind() != BodyKind.N1 || !document.mediaType().equals("application/pdf")) {
      return;
    }
    document
        .pdf()
        .map(PdfA::judge)
        .filter(verdict -> !verdict.conforms())
        .ifPresent(
            verdict ->
                findings.add(
                    HeaderRule.place(TEXT),
                    "un PDF/A-1 (ISO 19005-1)",
                    String.join(" ; ", verdict.problems()),
                    "Produisez le PDF au format PDF/A-1 : polices incluses, profil de couleur,"
                        + " métadonnées XMP."));
  }
}

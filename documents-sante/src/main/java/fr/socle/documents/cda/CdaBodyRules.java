package fr.socle.documents.cda;

import static fr.socle.documents.cda.HeaderRule.official;
import static fr.socle.documents.cda.HeaderRule.weaker;

import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.XmlElement;
import fr.socle.documents.pdf.PdfA;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The body of a document, unstructured or not (cda.md 2, 3). */
final class CdaBodyRules {
  private static final String XDS_SD = "1.3.6.1.4.1.19376.1.2.20";
  private static final String TEXT = "component/nonXMLBody/text";

  /** HL7 V3 data types, ED: plain text unless said. */
  private static final Set<String> REPRESENTATIONS = Set.of("", "TXT", "B64");

  private CdaBodyRules() {}

  static List<DocumentRule<CdaDocument>> all() {
    PdfA pdfA = new PdfA();
    return List.of(
        official("CDA-CO-01", "2", "Le document a un corps, et un seul.", CdaBodyRules::body),
        official(
            "CDA-CO-02",
            "3",
            "Un document N1 n'a que les trois modèles d'un document non structuré.",
            CdaBodyRules::templates),
        official(
            "CDA-CO-03",
            "3",
            "Le contenu d'un N1 a un type de média, est en base64 s'il n'est pas un texte, et n'est"
                + " pas vide.",
            CdaBodyRules::content),
        // The sheet shows base64 of a PDF; CDA R2 carries text as it is unless told otherwise.
        weaker(
            "CDA-CO-05",
            RuleSource.VU,
            "3 (S: TC3)",
            "Le contenu d'un N1 est en base64, fût-il un texte.",
            CdaBodyRules::text),
        // The registry of Ségur asks for it; the official examples of N1 do without.
        weaker(
            "CDA-CO-04",
            RuleSource.VU,
            "3 (S: REM DOC.01/02)",
            "Le PDF d'un document N1 est un PDF/A-1.",
            (document, findings) -> pdf(pdfA, document, findings)));
  }

  private static void body(CdaDocument document, Findings findings) {
    int components = Cda.all(document.root(), "component").size();
    int unstructured = Cda.all(document.root(), "component/nonXMLBody").size();
    int structured = Cda.all(document.root(), "component/structuredBody").size();
    if (components != 1 || unstructured + structured != 1) {
      findings.add(
          HeaderRule.place("component"),
          "une fois nonXMLBody ou structuredBody",
          components
              + " component, "
              + unstructured
              + " nonXMLBody, "
              + structured
              + " structuredBody",
          "Mettez le contenu du document dans nonXMLBody (N1) ou structuredBody (N3), pas les"
              + " deux.");
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
                if (isText(text)) {
                  HeaderRule.form(
                      text, "representation", REPRESENTATIONS::contains, "B64, ou TXT", findings);
                } else {
                  HeaderRule.form(text, "representation", "B64"::equals, "B64", findings);
                }
                filled(text, findings);
              },
              () ->
                  findings.add(
                      HeaderRule.place(TEXT),
                      "le contenu en base64",
                      "absent",
                      "Mettez le fichier encodé en base64 dans nonXMLBody/text."));
    }
  }

  private static boolean isText(XmlElement text) {
    return Cda.attribute(text, "mediaType").toLowerCase(Locale.ROOT).startsWith("text/");
  }

  private static void text(CdaDocument document, Findings findings) {
    Cda.first(document.root(), TEXT)
        .filter(text -> isText(text) && !Cda.attribute(text, "representation").equals("B64"))
        .filter(text -> REPRESENTATIONS.contains(Cda.attribute(text, "representation")))
        .ifPresent(text -> HeaderRule.form(text, "representation", "B64"::equals, "B64", findings));
  }

  private static void filled(XmlElement text, Findings findings) {
    if (isText(text) && !Cda.attribute(text, "representation").equals("B64")) {
      if (text.rawText().isBlank() && text.children().isEmpty()) {
        findings.add(
            text::path,
            "le texte du document",
            "vide",
            "Mettez le texte du document dans nonXMLBody/text.");
      }
      return;
    }
    boolean said = Cda.attribute(text, "representation").equals("B64");
    Optional<byte[]> content = CdaDocument.base64(text);
    if (said && content.filter(bytes -> bytes.length > 0).isEmpty()) {
      findings.add(
          text::path,
          "le fichier du document, en base64",
          content.isPresent() ? "vide" : "un texte qui n'est pas du base64",
          "Mettez dans nonXMLBody/text le fichier encodé en base64, sans autre texte.");
    }
  }

  private static void pdf(PdfA pdfA, CdaDocument document, Findings findings) {
    if (document.bodyKind() != BodyKind.N1 || !document.mediaType().equals("application/pdf")) {
      return;
    }
    byte[] pdf = document.pdf().filter(bytes -> bytes.length > 0).orElse(null);
    if (pdf == null) {
      return; // CDA-CO-03 says so.
    }
    PdfA.Verdict verdict = pdfA.judge(pdf);
    if (verdict.judged() && !verdict.conforms()) {
      findings.add(
          HeaderRule.place(TEXT),
          "un PDF/A-1 (ISO 19005-1)",
          String.join(" ; ", verdict.problems()),
          "Produisez le PDF au format PDF/A-1 : polices incluses, profil de couleur,"
              + " métadonnées XMP.");
    }
  }
}

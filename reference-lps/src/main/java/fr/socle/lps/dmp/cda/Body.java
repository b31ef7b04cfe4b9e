package fr.socle.lps.dmp.cda;

import fr.socle.lps.dmp.ebxml.Code;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import java.util.List;

/** The kinds of bodies this software makes, each with its format (cda.md 2.6, 3, 4). */
public enum Body {
  /** N1: a PDF/A-1. */
  PDF,
  /** N3: the medical summary. */
  SUMMARY,
  /** N3: a report of laboratory. */
  LABORATORY,
  /** N3: a note of one vaccination. */
  VACCINATION;

  private static final List<String> SUMMARIES = List.of("60591-5", "SYNTH");
  private static final String REPORT = "11502-2";
  private static final String NOTE = "87273-9";

  /** How a document is made. */
  public static Body of(DocumentTypes.Type type, Content content) {
    if (SUMMARIES.contains(type.type().code())) {
      return SUMMARY;
    }
    if (type.type().code().equals(NOTE) && !content.vaccinations().isEmpty()) {
      return VACCINATION;
    }
    return type.type().code().equals(REPORT) && !content.analyses().isEmpty() ? LABORATORY : PDF;
  }

  /** The format that metadata give it. */
  public Code format() {
    return switch (this) {
      case PDF ->
          new Code(
              "urn:ihe:iti:xds-sd:pdf:2008", "1.3.6.1.4.1.19376.1.2.3", "Document à corps pdf");
      case SUMMARY ->
          new Code(
              "urn:asip:ci-sis:vsm:2012",
              "1.2.250.1.213.1.1.4.2.282",
              "Volet de synthèse médicale (VSM)");
      case LABORATORY ->
          new Code(
              "urn:ihe:lab:xd-lab:2008",
              "1.3.6.1.4.1.19376.1.2.3",
              "Compte rendu d'examens de biologie médicale");
      case VACCINATION ->
          new Code(
              "urn:asip:ci-sis:vac-note:2021", "1.2.250.1.213.1.1.4.2.282", "Note de vaccination");
    };
  }
}

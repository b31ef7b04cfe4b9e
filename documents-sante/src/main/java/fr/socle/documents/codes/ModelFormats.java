package fr.socle.documents.codes;

import java.util.Map;
import java.util.Optional;

/**
 * The format of structured documents, by the model they follow: cda.md 4 (S: TC3) and the codes
 * measured in the official packages (cda.md 2.7 (S: XDM)). Whatever the year of the format is.
 */
public final class ModelFormats {
  private static final String MODELS = "1.2.250.1.213.1.1.1.";
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("13", "urn:asip:ci-sis:vsm"),
          Map.entry("51", "urn:ihe:pcc:ips"),
          Map.entry("29", "urn:asip:ci-sis:ldl-ses"),
          Map.entry("21", "urn:asip:ci-sis:ldl-ees"),
          Map.entry("55", "urn:ihe:lab:xd-lab"),
          Map.entry("59", "urn:ans:ci-sis:trod"),
          Map.entry("45", "urn:ihe:rad:CDA:ImagingReportStructuredHeadings"),
          Map.entry("47", "urn:ans:ci-sis:img-da"),
          Map.entry("39", "urn:ihe:pharm:pre"),
          Map.entry("54", "urn:ihe:pharm:dis"),
          Map.entry("37", "urn:asip:ci-sis:vac"),
          Map.entry("46", "urn:asip:ci-sis:vac-note"),
          Map.entry("5.1", "urn:asip:ci-sis:cse-cs8"),
          Map.entry("5.2", "urn:asip:ci-sis:cse-cs9"),
          Map.entry("5.3", "urn:asip:ci-sis:cse-cs24"),
          Map.entry("5.4", "urn:ans:ci-sis:cse-mde"),
          Map.entry("38", "urn:asip:ci-sis:tlm-da"),
          Map.entry("36", "urn:asip:ci-sis:hr"),
          Map.entry("22", "urn:asip:ci-sis:dlu"),
          Map.entry("23", "urn:asip:ci-sis:fludt"),
          Map.entry("24", "urn:asip:ci-sis:fludr"));

  private ModelFormats() {}

  /**
   * The format seen of a model, without its year.
   *
   * @param template root of what names the model in a header
   */
  public static Optional<String> of(String template) {
    return template.startsWith(MODELS)
        ? Optional.ofNullable(FORMATS.get(template.substring(MODELS.length())))
        : Optional.empty();
  }

  /** Whether a format is that one, whatever its year. */
  public static boolean isOf(String format, String wanted) {
    return format.startsWith(wanted + ":")
        && format.substring(wanted.length() + 1).matches("\\d{4}");
  }
}

package fr.socle.lps.dmp.cda;

import java.util.ArrayList;
import java.util.List;

/**
 * What a document says: the one source of its text, its PDF and its structured form (CDA/DD.02).
 *
 * @param text what the author wrote
 * @param problems problems of a medical summary
 * @param treatments long-term treatments of a medical summary
 * @param analyses results of laboratory
 * @param vaccinations the vaccination of a note: one at most (dmp.md 5.6 bis)
 */
public record Content(
    String text,
    List<Problem> problems,
    List<Treatment> treatments,
    List<Analysis> analyses,
    List<Vaccination> vaccinations) {

  public Content {
    problems = List.copyOf(problems);
    treatments = List.copyOf(treatments);
    analyses = List.copyOf(analyses);
    vaccinations = List.copyOf(vaccinations);
  }

  /**
   * A medical problem.
   *
   * @param code ICD-10, empty without
   * @param since {@code YYYY-MM-DD}, empty when unknown
   */
  public record Problem(String label, String code, String since) {}

  /**
   * A treatment.
   *
   * @param dosage empty when unsaid
   * @param since {@code YYYY-MM-DD}, empty when unknown
   */
  public record Treatment(String label, String dosage, String since) {}

  /**
   * A result.
   *
   * @param code LOINC, empty when the analysis has none
   * @param unit UCUM, may be empty
   * @param range interval of reference, may be empty
   */
  public record Analysis(String code, String label, String value, String unit, String range) {

    String line() {
      return label
          + " : "
          + (value + " " + unit).strip()
          + (range.isEmpty() ? "" : " (référence : " + range + ")")
          + (code.isEmpty() ? "" : " [LOINC " + code + "]");
    }
  }

  /**
   * A vaccination.
   *
   * @param code CIS code of the product, empty without
   * @param rank which injection of the series, empty when unsaid
   */
  public record Vaccination(String label, String code, String lot, String rank) {

    String line() {
      return label
          + ", lot "
          + lot
          + (rank.isEmpty() ? "" : ", injection n° " + rank)
          + (code.isEmpty() ? "" : " [CIS " + code + "]");
    }
  }

  /** All of it, line by line. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(text.lines().toList());
    titled(lines, "Problèmes actifs", problems.stream().map(Content::line).toList());
    titled(lines, "Résultats", analyses.stream().map(Analysis::line).toList());
    titled(lines, "Traitements au long cours", treatments.stream().map(Content::line).toList());
    titled(lines, "Vaccination", vaccinations.stream().map(Vaccination::line).toList());
    return lines;
  }

  static String line(Problem problem) {
    return problem.label()
        + (problem.code().isEmpty() ? "" : " (" + problem.code() + ")")
        + (problem.since().isEmpty() ? "" : ", depuis le " + problem.since());
  }

  static String line(Treatment treatment) {
    return treatment.label()
        + (treatment.dosage().isEmpty() ? "" : " : " + treatment.dosage())
        + (treatment.since().isEmpty() ? "" : ", depuis le " + treatment.since());
  }

  private static void titled(List<String> lines, String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(title);
      content.forEach(line -> lines.add("- " + line));
    }
  }
}

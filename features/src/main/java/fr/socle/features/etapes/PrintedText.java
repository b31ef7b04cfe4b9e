package fr.socle.features.etapes;

import fr.socle.bench.client.api.Patient;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a page, read as a person reads it: whatever the case, the accents, the spaces and the
 * way a date is written.
 */
final class PrintedText {
  private static final String NIA = "1.2.250.1.213.1.4.9";
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\s\\u00ad]+");
  private static final String BETWEEN = "[ .-]*";
  private static final List<String> MONTHS =
      List.of(
          "JANV(?:IER)?",
          "FEVR?(?:IER)?",
          "MARS",
          "AVR(?:IL)?",
          "MAI",
          "JUIN",
          "JUIL(?:LET)?",
          "AOUT",
          "SEPT?(?:EMBRE)?",
          "OCT(?:OBRE)?",
          "NOV(?:EMBRE)?",
          "DEC(?:EMBRE)?");

  private final String text;

  PrintedText(List<String> lines) {
    this.text = plain(String.join("\n", lines));
  }

  /** Whether nothing is written. */
  boolean isEmpty() {
    return text.isBlank();
  }

  /** Whether some words are there. */
  boolean holds(String words) {
    return finds(spaced(words));
  }

  /** What the page does not say of a qualified identity, in French (INS/va1.15). */
  List<String> missing(Patient patient) {
    List<String> missing = new ArrayList<>();
    need(missing, "nom de naissance", spaced(patient.birthName()));
    need(missing, "premier prénom", spaced(patient.firstNameUsed()));
    need(missing, "date de naissance", date(patient.birthDate()));
    need(missing, "sexe", sex(patient.sex()));
    Patient.InsNumber ins = patient.ins();
    if (ins != null) {
      String number = String.join(BETWEEN, ins.matricule().split(""));
      String kind = ins.oid().equals(NIA) ? "NIA" : "NIR";
      need(missing, "matricule", number);
      need(missing, "nature du matricule, à sa suite", number + ".{0,30}?\\b" + kind + "\\b");
    }
    return missing;
  }

  private void need(List<String> missing, String what, String pattern) {
    if (!finds(pattern)) {
      missing.add(what);
    }
  }

  private boolean finds(String pattern) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  /** Words, a hyphen being as good as a space. */
  private static String spaced(String words) {
    List<String> parts = new ArrayList<>();
    for (String part : plain(words).split("[ -]+", -1)) {
      parts.add(Pattern.quote(part));
    }
    return String.join("[ -]*", parts);
  }

  private static String sex(String sex) {
    return sex.equals("F")
        ? "\\b(?:F|FEM|FEMININE?|FEMME|MME|MADAME)\\b|\u2640"
        : "\\b(?:M|H|MASC|MASCULIN|HOMME|MONSIEUR)\\b|\u2642";
  }

  /** A date as it is kept, or as the French write it; a lunar one has no month by name. */
  private static String date(String iso) {
    String[] parts = iso.split("-", -1);
    String year = parts[0];
    String day = "\\b" + number(parts[2]) + "(?:ER)?";
    String written = day + "[/. -]+" + number(parts[1]) + "[/. -]+" + year;
    int month = Integer.parseInt(parts[1]);
    String named =
        month >= 1 && month <= MONTHS.size()
            ? "|" + day + "[ .-]*" + MONTHS.get(month - 1) + "[ .-]*" + year
            : "";
    return year + "[/. -]?" + parts[1] + "[/. -]?" + parts[2] + "|" + written + named + "|\\b"
        + parts[2] + parts[1] + year + "\\b";
  }

  /** Digits, the zero before them being left out or not. */
  private static String number(String digits) {
    return digits.startsWith("0") ? "0?" + digits.substring(1) : digits;
  }

  private static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return GAPS.matcher(bare).replaceAll(" ").replace('\u2019', '\'').toUpperCase(Locale.FRENCH);
  }
}

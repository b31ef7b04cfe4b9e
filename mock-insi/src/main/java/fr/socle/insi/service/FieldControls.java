package fr.socle.insi.service;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The controls of the search criteria and the fault each gives: insi.md 2.4 and 2.7. National codes
 * where they are known, codes of ours where not.
 */
final class FieldControls {
  // insi.md 2.4: a lunar date passes, the pattern holds digits only
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  // insi.md 5.4 (S:6)
  private static final Pattern PLACE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");

  private FieldControls() {}

  /** Code of the first control that fails. */
  static Optional<String> firstFailure(TraitSearch search) {
    if (blank(search.birthName())) {
      return Optional.of("insi_19");
    }
    if (search.firstNamesInOne().isBlank()) {
      return Optional.of("mock_insi_Prenom");
    }
    String sex = text(search.sex());
    if (!sex.equals("M") && !sex.equals("F")) {
      return Optional.of("insi_24");
    }
    if (!DATE.matcher(text(search.birthDate())).matches()) {
      return Optional.of("mock_insi_DateNaissance");
    }
    // An empty place counts as an absent one.
    String place = text(search.birthPlace());
    return place.isEmpty() || PLACE.matcher(place).matches()
        ? Optional.empty()
        : Optional.of("mock_insi_LieuNaissance");
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

package fr.socle.insi.service;

import fr.socle.bench.world.Matricule;
import java.util.Arrays;
import java.util.List;
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

  // insi.md 2.5: the facet of the answers, as requests have none
  private static final Pattern NUMBER = Pattern.compile("\\d{6}[A-Za-z0-9]\\d{6}");
  private static final Pattern RANK = Pattern.compile("\\d{1,2}");

  private FieldControls() {}

  /** Code of the first control that fails in a search by traits. */
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

  /** Code of the first control that fails in a search by card. */
  static Optional<String> firstFailure(VitaleSearch search) {
    if (search.ownNumber() == null && search.openerNumber() == null) {
      return Optional.of("mock_insi_Matricule");
    }
    for (VitaleSearch.CardNumber number : Arrays.asList(search.own(), search.opener())) {
      String given = number == null ? null : number.given();
      if (given != null && !NUMBER.matcher(given).matches()) {
        return Optional.of("mock_insi_Matricule");
      }
      String key = number == null ? "" : text(number.key());
      if (given != null && !key.isEmpty() && Matricule.problem(given, key).isPresent()) {
        return Optional.of("mock_insi_Cle");
      }
    }
    String date = text(search.birthDate());
    boolean dated = search.ownNumber() != null && date.isEmpty();
    if (!dated && !DATE.matcher(date).matches()) {
      return Optional.of("mock_insi_DateNaissance");
    }
    String rank = text(search.rank());
    return rank.isEmpty() || RANK.matcher(rank).matches()
        ? Optional.empty()
        : Optional.of("mock_insi_RangNaissance");
  }

  /** Code of the first control that fails in a verification. */
  static Optional<String> firstFailure(Verification asked) {
    if (!NUMBER.matcher(text(asked.number())).matches()) {
      return Optional.of("mock_insi_Matricule");
    }
    if (blank(asked.oid())) {
      return Optional.of("mock_insi_OID");
    }
    String names = text(asked.firstNameList()) + text(asked.firstName());
    return firstFailure(
        new TraitSearch(
            asked.birthName(), List.of(names), asked.sex(), asked.birthDate(), asked.birthPlace()));
  }

  private static boolean blank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

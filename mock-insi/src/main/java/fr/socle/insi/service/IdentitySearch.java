package fr.socle.insi.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matching rules M1 to M7 of insi.md 3, over the persons of a space. */
final class IdentitySearch {
  private final PersonDirectory directory;
  private final InsiSettings settings;

  IdentitySearch(PersonDirectory directory, InsiSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  List<KnownPerson> search(TraitSearch search) {
    String name = trimmed(search.birthName());
    String sex = trimmed(search.sex());
    String date = trimmed(search.birthDate());
    return directory.candidates(name, sex, date).stream()
        // M1: exact after trimming, hyphens of the birth name included (name S:20; others K)
        .filter(
            person ->
                person.birthName().equals(name)
                    && person.sex().equals(sex)
                    && person.birthDate().equals(date))
        .filter(person -> matchesPlace(person, trimmed(search.birthPlace())))
        .filter(person -> matchesFirstNames(person, search.firstNamesInOne()))
        .toList();
  }

  // M5 (S:3): compared when given, ignored when absent
  private static boolean matchesPlace(KnownPerson person, String place) {
    return place.isEmpty() || person.birthPlace().equals(place);
  }

  // M2 (S:2, S:3): equal to the first item or items of the list. M3 and M4 (A): settings.
  private boolean matchesFirstNames(KnownPerson person, String asked) {
    List<String> held = words(String.join(" ", person.firstNames()));
    List<String> wanted = words(asked);
    if (wanted.isEmpty()) {
      return false;
    }
    if (wanted.equals(held) && held.size() > 1) {
      return settings.wholeListFinds();
    }
    int place = Collections.indexOfSubList(held, wanted);
    return place == 0 || (place > 0 && settings.firstNamesAnywhere());
  }

  private List<String> words(String firstNames) {
    // M7: configurable for first names (A)
    String separator = settings.strictFirstNames() ? " " : "[ -]";
    return Arrays.stream(firstNames.split(separator)).filter(word -> !word.isEmpty()).toList();
  }

  private static String trimmed(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

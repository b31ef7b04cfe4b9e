package fr.socle.insi.service;

import java.util.Arrays;
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

  // M2 (S:2, S:3): equal to the first item or items of the list. M3 (A): not to a later one alone.
  // M4 (A): the whole list in one text.
  private boolean matchesFirstNames(KnownPerson person, String asked) {
    List<String> heldWords = words(String.join(" ", person.firstNames()));
    List<String> askedWords = words(asked);
    return !askedWords.isEmpty()
        && askedWords.size() <= heldWords.size()
        && heldWords.subList(0, askedWords.size()).equals(askedWords);
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

package fr.socle.insi.service;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is meant by a search: insi.md 3, over the persons of a space. */
final class IdentitySearch {
  private final PersonDirectory directory;
  private final InsiSettings settings;

  IdentitySearch(PersonDirectory directory, InsiSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** The matching rules M1 to M7. */
  List<KnownPerson> byTraits(TraitSearch search) {
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

  /**
   * By a Vitale card. No text says how the service does it (A): the beneficiary's own number finds
   * alone, what else is given must agree with it; without it the right-opener is the beneficiary,
   * or the name and the date tell who is, and the rank which of several.
   */
  List<KnownPerson> byCard(VitaleSearch search) {
    String own = search.ownNumber();
    String opener = search.openerNumber();
    if (own != null) {
      return directory.bearers(own).stream().filter(each -> agrees(each, search)).toList();
    }
    if (opener == null) {
      return List.of();
    }
    List<KnownPerson> herself =
        directory.bearers(opener).stream().filter(each -> agrees(each, search)).toList();
    return herself.isEmpty() ? ofRank(born(search), trimmed(search.rank())) : herself;
  }

  private List<KnownPerson> born(VitaleSearch search) {
    String name = trimmed(search.birthName());
    String date = trimmed(search.birthDate());
    return Stream.of("F", "M")
        .flatMap(sex -> directory.candidates(name, sex, date).stream())
        .distinct()
        .filter(each -> !name.isEmpty() && agrees(each, search))
        .toList();
  }

  private static List<KnownPerson> ofRank(List<KnownPerson> born, String rank) {
    int place = rank.matches("[1-9]") ? Integer.parseInt(rank) : 0;
    return born.size() > 1 && place >= 1 && place <= born.size()
        ? List.of(born.get(place - 1))
        : born;
  }

  private static boolean agrees(KnownPerson person, VitaleSearch search) {
    String name = trimmed(search.birthName());
    String date = trimmed(search.birthDate());
    return (name.isEmpty() || person.birthName().equals(name))
        && (date.isEmpty() || person.birthDate().equals(date));
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

package fr.socle.insi.service;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether an INS and traits are those of one person: insi.md 4. All assumed but that name, first
 * name, sex and date are compared, and the place when it is given.
 */
final class InsVerification {
  private final PersonDirectory directory;
  private final UnaryOperator<FoundIdentity> written;

  /**
   * Verifies against the persons of a space.
   *
   * @param written what a search would answer of an identity: the authority of test numbers is a
   *     setting
   */
  InsVerification(PersonDirectory directory, UnaryOperator<FoundIdentity> written) {
    this.directory = directory;
    this.written = written;
  }

  boolean holds(Verification asked) {
    return directory.bearers(text(asked.number())).stream()
        .anyMatch(person -> isActive(person, asked) && sameTraits(person, asked));
  }

  // A former number is no longer the INS.
  private boolean isActive(KnownPerson person, Verification asked) {
    if (person.answer() == null) {
      return false;
    }
    FoundIdentity.InsNumber active = written.apply(person.answer()).active();
    return active.matricule().equals(text(asked.number()))
        && Objects.equals(active.key(), text(asked.key()))
        && active.oid().equals(text(asked.oid()));
  }

  private static boolean sameTraits(KnownPerson person, Verification asked) {
    String place = text(asked.birthPlace());
    return person.birthName().equals(text(asked.birthName()))
        && person.sex().equals(text(asked.sex()))
        && person.birthDate().equals(text(asked.birthDate()))
        && (place.isEmpty() || person.birthPlace().equals(place))
        && sameFirstNames(person.firstNames(), asked);
  }

  private static boolean sameFirstNames(List<String> held, Verification asked) {
    List<String> known = words(String.join(" ", held));
    List<String> list = words(text(asked.firstNameList()));
    List<String> first = words(text(asked.firstName()));
    boolean listHolds = list.isEmpty() || list.equals(known);
    boolean firstHolds =
        first.isEmpty()
            || (first.size() <= known.size() && known.subList(0, first.size()).equals(first));
    return listHolds && firstHolds && !(list.isEmpty() && first.isEmpty());
  }

  private static List<String> words(String names) {
    return Arrays.stream(names.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}

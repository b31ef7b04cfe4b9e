package fr.socle.insi.check;

import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.service.Control;
import fr.socle.insi.service.InsiAnswer;
import fr.socle.insi.service.TraitSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The searches of a window that look for one person, in order: same birth name, sex and birth date.
 * Twins of the same sex fall together; rules must not accuse an LPS of searching both.
 */
record SearchesOfOnePerson(List<Search> searches) {

  /** The groups of a window, in order of their first search. */
  static Collection<SearchesOfOnePerson> in(WindowTraffic traffic) {
    Map<List<String>, SearchesOfOnePerson> groups = new LinkedHashMap<>();
    for (Observed<InsiCall> observed : traffic.of(InsiEndpoint.WS_INS2, InsiCall.class)) {
      InsiCall call = observed.message();
      if (call != null && call.request().search() != null) {
        Search search = new Search(observed.exchange().sequence(), call, call.request().search());
        groups
            .computeIfAbsent(search.person(), key -> new SearchesOfOnePerson(new ArrayList<>()))
            .searches
            .add(search);
      }
    }
    return groups.values();
  }

  /**
   * One search.
   *
   * @param sequence its place in the journal
   * @param call the call
   * @param traits what it searched
   */
  record Search(long sequence, InsiCall call, TraitSearch traits) {

    List<String> person() {
      return List.of(text(traits.birthName()), text(traits.sex()), text(traits.birthDate()));
    }

    /** First names searched, word by word. */
    List<String> words() {
      return split(traits.firstNamesInOne());
    }

    String place() {
      return text(traits.birthPlace());
    }

    String result() {
      return call.outcome().result();
    }

    boolean isFault() {
      return call.outcome().fault() != null;
    }

    /** Whether the service refused what was searched with, and did not fail. */
    boolean criteriaRefused() {
      return call.outcome().failed().containsKey(Control.CHAMPS)
          || call.outcome().failed().containsKey(Control.CORPS);
    }

    /** First names of the identity found, word by word; empty when none was. */
    List<String> foundWords() {
      InsiAnswer answer = call.outcome().answer();
      return answer == null || answer.identity() == null
          ? List.of()
          : split(answer.identity().firstNames());
    }

    boolean sameCriteriaAs(Search other) {
      return person().equals(other.person())
          && words().equals(other.words())
          && place().equals(other.place());
    }

    private static List<String> split(String names) {
      return Arrays.stream(names.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static String text(@Nullable String value) {
      return Objects.requireNonNullElse(value, "");
    }
  }
}

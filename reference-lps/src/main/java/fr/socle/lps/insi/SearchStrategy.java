package fr.socle.lps.insi;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order first names and birth place are tried (insi.md 3): the first name, the next ones,
 * then all of them; on several identities, all first names, then the birth place. The first
 * identity found or the first trouble ends it.
 */
public final class SearchStrategy {

  private final InsiSearch insi;
  private final Clock clock;
  private final Defects defects;

  public SearchStrategy(InsiSearch insi, Clock clock, Defects defects) {
    this.insi = insi;
    this.clock = clock;
    this.defects = defects;
  }

  /** One call made and its answer. */
  public record Attempt(Instant at, InsiQuery query, InsiAnswer answer) {}

  /** The calls of a search, in order, and what they come to. */
  public record Search(InsiAnswer answer, List<Attempt> attempts) {

    public Search {
      attempts = List.copyOf(attempts);
    }

    /** Whether the birth place was among the criteria of a call. */
    public boolean usedBirthPlace() {
      return attempts.stream().anyMatch(attempt -> attempt.query().birthPlace() != null);
    }
  }

  /**
   * Searches.
   *
   * @param traits criteria without birth place, with any first name
   * @param firstNames the first names to try, in order
   * @param allFirstNames the whole list as the identity document has it
   * @param birthPlace COG code to add when several identities are found, null when unknown
   */
  public Search search(
      InsiQuery traits,
      List<String> firstNames,
      List<String> allFirstNames,
      @Nullable String birthPlace)
      throws InterruptedException {
    List<Attempt> attempts = new ArrayList<>();
    for (String firstName : candidates(firstNames, allFirstNames)) {
      InsiQuery query = traits.withFirstName(firstName);
      InsiAnswer answer = attempt(query, attempts);
      if (answer instanceof InsiAnswer.Several
          && !defects.has(Mutant.INS_PLUSIEURS_ACCEPTE_SANS_LIEU)) {
        answer = narrow(query, allFirstNames, birthPlace, attempts);
      } else if (answer instanceof InsiAnswer.None) {
        continue;
      }
      if (answer instanceof InsiAnswer.Found && defects.has(Mutant.INSI_LENT_REDEMANDE)) {
        attempt(traits.withFirstName(String.join(" ", allFirstNames)), attempts);
      }
      return new Search(answer, attempts);
    }
    return new Search(new InsiAnswer.None(), attempts);
  }

  private List<String> candidates(List<String> firstNames, List<String> allFirstNames) {
    Set<String> candidates = new LinkedHashSet<>(firstNames);
    candidates.add(String.join(" ", allFirstNames));
    List<String> order = List.copyOf(candidates);
    return defects.has(Mutant.INSI_UN_SEUL_PRENOM) ? order.subList(0, 1) : order;
  }

  /** Adds the first names that follow, then the birth place (insi.md 3, (S:12)). */
  private InsiAnswer narrow(
      InsiQuery query, List<String> allFirstNames, @Nullable String place, List<Attempt> attempts)
      throws InterruptedException {
    InsiQuery narrower = query;
    int rank = Math.max(0, allFirstNames.indexOf(query.firstName()));
    String longer = String.join(" ", allFirstNames.subList(rank, allFirstNames.size()));
    if (!longer.equals(query.firstName())) {
      InsiAnswer answer = attempt(query.withFirstName(longer), attempts);
      if (answer instanceof InsiAnswer.Several) {
        narrower = query.withFirstName(longer);
      } else if (!(answer instanceof InsiAnswer.None)) {
        return answer;
      }
    }
    return place == null
        ? new InsiAnswer.Several()
        : attempt(narrower.withBirthPlace(place), attempts);
  }

  private InsiAnswer attempt(InsiQuery query, List<Attempt> attempts) throws InterruptedException {
    Instant now = clock.instant();
    InsiAnswer answer = insi.search(query);
    attempts.add(new Attempt(now, query, answer));
    return answer;
  }
}

package fr.socle.features.run;

import java.util.List;

/** What a bounded list of a service, of which the oldest elements may go, gained since a moment. */
final class CallsSince {
  private CallsSince() {}

  /**
   * The elements of now that come after those of before.
   *
   * @param before the list at that moment
   * @param now the same list later: its end is new, its beginning may be gone
   */
  static <T> List<T> of(List<T> before, List<T> now) {
    for (int gone = 0; gone < before.size(); gone++) {
      int kept = before.size() - gone;
      if (kept <= now.size() && now.subList(0, kept).equals(before.subList(gone, before.size()))) {
        return now.subList(kept, now.size());
      }
    }
    return now;
  }
}

package fr.socle.documents;

import fr.socle.bench.check.Findings;
import fr.socle.documents.rule.DocumentRule;
import java.util.ArrayList;
import java.util.List;

/** What rules found, by their identifiers. */
public final class SeenFindings {
  private SeenFindings() {}

  /** One finding. */
  public record Seen(String rule, String location, String expected, String found, String mend) {}

  /** Everything that rules find in a document. */
  public static <D> List<Seen> of(List<DocumentRule<D>> rules, D document) {
    List<Seen> seen = new ArrayList<>();
    for (DocumentRule<D> rule : rules) {
      Findings findings =
          (location, expected, found, mend) ->
              seen.add(new Seen(rule.id(), location, expected, found, mend));
      rule.judge().judge(document, findings);
    }
    return seen;
  }

  /** Identifiers of the rules that fire, each once. */
  public static <D> List<String> rules(List<DocumentRule<D>> rules, D document) {
    return of(rules, document).stream().map(Seen::rule).distinct().toList();
  }
}

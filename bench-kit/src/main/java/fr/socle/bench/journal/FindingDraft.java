package fr.socle.bench.journal;

import fr.socle.bench.client.api.Finding;
import fr.socle.exigences.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a check found, before the exchange has its place in the journal.
 *
 * @param rule rule that is broken
 * @param location place in the exchange
 * @param expected what is expected there
 * @param found what was found
 * @param mend what the editor must change
 */
public record FindingDraft(Rule rule, String location, String expected, String found, String mend) {

  /** The finding, on an exchange or on an absence. */
  public Finding on(@Nullable Long exchange) {
    return new Finding(
        rule.id(),
        rule.source(),
        rule.sourceKey(),
        rule.requirements(),
        exchange,
        location,
        expected,
        found,
        mend);
  }
}

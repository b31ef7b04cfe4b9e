package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message broken in one way.
 *
 * @param rule the one rule it breaks
 * @param where what the location of the finding contains
 * @param request the message
 */
record BrokenMessage(String rule, String where, IncomingRequest request) {

  /** That a bench finds this rule broken, once and no other, and says what to change. */
  void isFoundBy(JudgedInsi bench) {
    List<Found> findings = bench.findings(request);
    assertThat(findings).extracting(Found::rule).containsExactly(rule);
    assertThat(findings.get(0).location()).contains(where);
    assertThat(findings.get(0).mend()).endsWith(".").doesNotContain("null");
    assertThat(findings.get(0).found()).isNotBlank();
  }

  /** The rules that some messages break. */
  static Set<String> rules(Stream<BrokenMessage> messages) {
    return messages.map(BrokenMessage::rule).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return rule + " " + where;
  }
}

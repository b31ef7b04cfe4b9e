package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of a call, taken together. */
class EveryRuleTest {

  @Test
  void everyRuleHasItsBrokenMessage() throws Exception {
    Set<String> proven =
        Stream.of(
                TransportChecksTest.proven(),
                ContextChecksTest.proven(),
                CallerChecksTest.proven(),
                TraitChecksTest.proven(),
                AssertionChecksTest.proven(),
                PscAssertionChecksTest.proven(),
                VitaleAssertionChecksTest.proven(),
                CardSearchChecksTest.proven(),
                // VerificationTest
                List.of("INSI-T05-20", "INSI-T05-21", "INSI-T05-22", "INSI-T05-23", "INSI-T10-1"))
            .flatMap(Collection::stream)
            .collect(Collectors.toSet());

    Set<String> rules =
        InsiChecks.book().pages().values().stream()
            .flatMap(page -> page.checks().stream())
            .map(check -> check.rule().id())
            .collect(Collectors.toSet());

    assertThat(proven).isEqualTo(rules);
  }

  @Test
  void eachRuleIsWrittenOnceAndNamesItsSource() {
    List<Rule> rules = InsiChecks.book().rules().distinct().toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules).allSatisfy(rule -> assertThat(rule.sourceKey()).startsWith("insi.md "));
    assertThat(rules).allSatisfy(rule -> assertThat(rule.title()).endsWith("."));
  }
}

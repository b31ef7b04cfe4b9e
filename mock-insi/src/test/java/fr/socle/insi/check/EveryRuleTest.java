package fr.socle.insi.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    assertThat(proven).isEqualTo(rules());
  }

  @Test
  void thePageOfTheRulesHasThemAllAndNoOther() throws Exception {
    String page = Files.readString(Path.of("../docs/insi-regles.md"));
    Set<String> written =
        Pattern.compile("INSI-T\\d\\d-\\d+")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    assertThat(written).isEqualTo(rules());
  }

  @Test
  void eachRuleIsWrittenOnceAndNamesItsSource() {
    List<Rule> rules = InsiChecks.book().rules().distinct().toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules).allSatisfy(rule -> assertThat(rule.sourceKey()).startsWith("insi.md "));
    assertThat(rules).allSatisfy(rule -> assertThat(rule.title()).endsWith("."));
  }

  /** The rules on one call; those on several are proved by sequences. */
  private static Set<String> rules() {
    return InsiChecks.book().pages().values().stream()
        .flatMap(page -> page.checks().stream())
        .map(check -> check.rule().id())
        .collect(Collectors.toSet());
  }
}

package fr.socle.mss.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the mail, taken together. */
class EveryRuleTest {
  private static final Pattern RULE = Pattern.compile("MSS-[A-Z]{2}-\\d\\d");
  private static final int FAMILY = "XDS-DE".length();

  @Test
  void everyRuleHasItsPair() {
    assertThat(own(proven())).isEqualTo(own(rules().map(Rule::id)));
  }

  /** Their pairs are in documents-sante; that they reach the mail is seen by one of each family. */
  @Test
  void everyKindOfRuleOnDocumentsIsAppliedToTheMail() {
    assertThat(proven().map(each -> each.substring(0, Math.min(FAMILY, each.length()))))
        .contains("XDS-DE", "XDS-CO", "XDS-PE", "XDS-VA", "XDS-SS", "XDS-SU", "XDS-AC", "CDA-EN");
  }

  @Test
  void everyRuleJudgesARequirementOfTheCatalogue() {
    RequirementCatalogue catalogue = RequirementCatalogue.load();
    assertThat(rules().flatMap(rule -> rule.requirements().stream()))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
  }

  @Test
  void eachRuleIsWrittenOnceAndNamesItsSource() {
    List<Rule> rules = rules().distinct().toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.sourceKey()).containsPattern("(mssante|dmp|cda|insi)\\.md "))
        .allSatisfy(rule -> assertThat(rule.title()).endsWith("."));
  }

  /** What a finding may do is said as the source of its rule decides it. */
  @Test
  void thePageOfTheRulesSaysOfEachWhatItsFindingsMayDo() throws Exception {
    Map<String, String> written = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/mss-regles.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5) {
        RULE.matcher(cells[2])
            .results()
            .forEach(each -> written.put(each.group(), cells[3].strip()));
      }
    }
    Map<String, String> right = new HashMap<>();
    rules()
        .filter(rule -> rule.id().startsWith("MSS-"))
        .forEach(rule -> right.put(rule.id(), word(rule.source().effect())));

    assertThat(written).isEqualTo(right);
  }

  private static String word(Effect effect) {
    return switch (effect) {
      case BLOQUANT -> "oui";
      case RESERVE -> "réserve";
      case INFORMATION -> "non";
    };
  }

  private static Stream<String> proven() {
    return Stream.of(
            MessageChecksTest.proven(),
            SessionChecksTest.proven(),
            SessionsAndLoginTest.proven(),
            DirectoryUseTest.proven())
        .flatMap(each -> each);
  }

  private static Stream<Rule> rules() {
    return Judged.BOOK.rules();
  }

  private static Set<String> own(Stream<String> ids) {
    return ids.filter(id -> id.startsWith("MSS-")).collect(Collectors.toSet());
  }
}

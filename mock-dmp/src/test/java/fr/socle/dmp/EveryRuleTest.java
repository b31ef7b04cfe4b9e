package fr.socle.dmp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.check.DmpChecksTest;
import fr.socle.dmp.check.VihfChecksTest;
import fr.socle.dmp.check.WebChecksTest;
import fr.socle.dmp.protocol.DmpEndpoint;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.registry.CdaFeedingTest;
import fr.socle.dmp.registry.DocumentChecksTest;
import fr.socle.dmp.registry.DocumentsOfAWindowTest;
import fr.socle.dmp.registry.SearchChecksTest;
import fr.socle.dmp.registry.UpdateChecksTest;
import fr.socle.dmp.registry.protocol.DocumentOperations;
import fr.socle.dmp.web.WebAccess;
import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource.Effect;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the service, taken together: those on a call and those on a window. */
class EveryRuleTest {
  private static final Pattern RULE = Pattern.compile("DMP-T\\d\\d-\\d+");
  private static final int FAMILY = "XDS-DE".length();

  @Test
  void everyRuleHasItsPair() {
    assertThat(own(proven())).isEqualTo(own(rules()));
  }

  /** Their pairs are in documents-sante; that they reach the DMP is seen by one of each family. */
  @Test
  void everyFamilyOfRulesOnDocumentsIsAppliedToWhatReachesTheDmp() {
    assertThat(families(proven())).isEqualTo(families(rules()));
  }

  /** What is served without a page is judged by nobody. */
  @Test
  void everyTransactionHasItsPage() throws Exception {
    Set<String> named =
        new TreeSet<>(Set.of(DmpEndpoint.UNKNOWN, DmpEndpoint.UNREADABLE, WebAccess.TD0_9));
    for (Class<?> operations : List.of(DmpOperations.class, DocumentOperations.class)) {
      for (Field field : operations.getFields()) {
        named.add((String) field.get(null));
      }
    }
    assertThat(JudgedDmp.book().pages().keySet()).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void everyRuleJudgesARequirementOfTheCatalogue() {
    RequirementCatalogue catalogue = RequirementCatalogue.load();
    assertThat(JudgedDmp.book().rules().flatMap(rule -> rule.requirements().stream()))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
  }

  @Test
  void eachRuleIsWrittenOnceAndNamesItsSource() {
    List<Rule> rules = JudgedDmp.book().rules().distinct().toList();

    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules)
        .allSatisfy(
            rule -> assertThat(rule.sourceKey()).containsPattern("(dmp|cda|segur|insi)\\.md "))
        .allSatisfy(rule -> assertThat(rule.title()).endsWith("."));
  }

  @Test
  void thePageOfTheRulesHasThemAllAndNoOther() throws Exception {
    String page = Files.readString(Path.of("../docs/dmp-regles.md"));
    Set<String> written =
        RULE.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet());

    assertThat(written).isEqualTo(own(rules()));
  }

  /** What a finding may do is said as the source of its rule decides it. */
  @Test
  void thePageSaysOfEachRuleWhatItsFindingsMayDo() throws Exception {
    Map<String, String> written = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/dmp-regles.md"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length == 5) {
        RULE.matcher(cells[2])
            .results()
            .forEach(each -> written.put(each.group(), cells[3].strip()));
      }
    }
    Map<String, String> right = new HashMap<>();
    JudgedDmp.book()
        .rules()
        .filter(rule -> rule.id().startsWith("DMP-"))
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
            DmpChecksTest.proven(),
            VihfChecksTest.proven(),
            WebChecksTest.proven(),
            OrderOfCallsTest.proven(),
            CdaFeedingTest.proven(),
            DocumentChecksTest.proven(),
            SearchChecksTest.proven(),
            UpdateChecksTest.proven(),
            DocumentsOfAWindowTest.proven())
        .flatMap(rules -> rules);
  }

  private static Stream<String> rules() {
    return JudgedDmp.book().rules().map(Rule::id);
  }

  private static Set<String> own(Stream<String> ids) {
    return ids.filter(id -> id.startsWith("DMP-")).collect(Collectors.toSet());
  }

  private static Set<String> families(Stream<String> ids) {
    return ids.filter(id -> !id.startsWith("DMP-"))
        .map(id -> id.substring(0, FAMILY))
        .collect(Collectors.toSet());
  }
}

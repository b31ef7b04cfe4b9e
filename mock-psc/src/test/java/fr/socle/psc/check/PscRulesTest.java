package fr.socle.psc.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exigences.RequirementCatalogue;
import fr.socle.exigences.Rule;
import fr.socle.psc.PscMock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PscRulesTest {
  private final List<Rule> rules = new PscMock().checks().rules().distinct().toList();

  @Test
  void haveOneIdentifierEach() {
    assertThat(rules.stream().map(Rule::id)).doesNotHaveDuplicates();
  }

  @Test
  void countAgainstRequirementsOfTheCatalogue() {
    Set<String> asked =
        rules.stream().flatMap(rule -> rule.requirements().stream()).collect(Collectors.toSet());

    RequirementCatalogue catalogue = RequirementCatalogue.load();
    assertThat(asked).allSatisfy(id -> assertThat(catalogue.find(id)).as(id).isPresent());
  }
}

package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTagTest {

  @Test
  void readsBackEveryIdentifierOfTheCatalogueFromItsTag() {
    assertThat(RequirementCatalogue.load().all())
        .extracting(Requirement::id)
        .allSatisfy(
            id -> {
              assertThat(RequirementTag.of(id)).doesNotContainAnyWhitespaces();
              assertThat(RequirementTag.requirementOf(RequirementTag.of(id))).contains(id);
            });
  }

  @Test
  void seesNoRequirementInOtherTags() {
    assertThat(RequirementTag.requirementOf("@PSC")).isEmpty();
    assertThat(RequirementTag.requirementOf("@REQ:")).isEmpty();
    assertThat(RequirementTag.requirementOf("@SC:INS/va1.53.01")).isEmpty();
  }

  @Test
  void keepsTheRequirementsOfAScenarioInOrderEachOnce() {
    assertThat(
            RequirementTag.requirementsOf(
                List.of("@INS", "@REQ:INS/va1.54", "@REQ:INS/va1.52", "@REQ:INS/va1.54")))
        .containsExactly("INS/va1.54", "INS/va1.52");
  }
}

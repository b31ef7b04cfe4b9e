package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectedEvidenceTest {
  private final ExpectedEvidence evidence = ExpectedEvidence.load();
  private final RequirementCatalogue catalogue = RequirementCatalogue.load();

  @Test
  void isNamedForEachRequirementOnTheIdentificationOfProfessionals() {
    Set<String> chapters = Set.of("PSC", "INS/PSC", "DMP/PSC", "SSI/IE");
    assertThat(catalogue.all())
        .filteredOn(requirement -> chapters.contains(requirement.chapter()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            requirement ->
                assertThat(evidence.of(requirement.id())).as(requirement.id()).isPresent());
  }

  @Test
  void isNamedForEachRequirementOnTheIdentityOfPatients() {
    assertThat(catalogue.all())
        .filteredOn(requirement -> requirement.chapter().equals("INS"))
        .hasSize(52)
        .allSatisfy(
            requirement ->
                assertThat(evidence.of(requirement.id())).as(requirement.id()).isPresent());
  }

  @Test
  void isNamedForEachRequirementOfThePublishedListOnTheDmpAndOnDocuments() {
    assertThat(catalogue.all())
        .filteredOn(requirement -> requirement.wave() > 0)
        .filteredOn(requirement -> requirement.chapter().matches("(DMP|DOC|CDA|DB)(/.*)?"))
        .hasSize(70)
        .allSatisfy(
            requirement ->
                assertThat(evidence.of(requirement.id())).as(requirement.id()).isPresent());
  }

  @Test
  void namesOnlyRequirementsOfTheCatalogue() {
    assertThat(evidence.requirements()).allMatch(id -> catalogue.find(id).isPresent());
  }

  @Test
  void isUnknownWhereNoSourceSaysIt() {
    assertThat(evidence.of("PSC-RP-05")).isEmpty();
  }
}

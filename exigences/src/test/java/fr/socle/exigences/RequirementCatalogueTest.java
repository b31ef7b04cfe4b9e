package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequirementCatalogueTest {
  /** A sheet, its section, and the tag it carries; or a paragraph of a public standard. */
  private static final Pattern SHEET =
      Pattern.compile(
          "(psc|insi|segur|dmp|cda|mssante)\\.md \\d+(\\.\\d+)?( bis)? \\((?<tag>[^()]+)\\)");

  private static final Pattern STANDARD =
      Pattern.compile("(RFC \\d{4}|OpenID Connect [A-Za-z0-9 .-]*?) \\d+(\\.\\d+)*");
  private static final Pattern NATIONAL_ID =
      Pattern.compile(
          "INS/va1\\.\\d{2}|PSC/va1\\.\\d{2}|((DMP|INS)/)?PSC\\.\\d{2}|(SC\\.)?SSI/IE\\.\\d{2}"
              + "|EXI-PSC-\\d{2}|RECO-PSC-\\d{2}|(DMP|DOC)/va1\\.\\d{2}"
              + "|DMP/(ALI/PROG|CONF|HISTO|UX)\\.\\d{2}|CDA/(DD|INT|VISU)\\.\\d{2}"
              + "|DOC\\.\\d{2}|ERGO\\.\\d{2}|DB/LGC\\.\\d{2}"
              + "|(ANN|MSS)/va1\\.\\d{2}|MSS\\.\\d{2}|MSS/(CONF|UX)\\.\\d{2}");
  private static final Pattern OWN_ID =
      Pattern.compile(
          "PSC-RP-\\d{2}(-SUB|-SIG|-SID|-ISS|-RECO)?|PSC-PX-\\d{2}|PSC-API-\\d{2}|INSI-T\\d{2}|(DMP|MSS)-T\\d{2}");

  private final RequirementCatalogue catalogue = RequirementCatalogue.load();

  @Test
  void holdsEveryListItPromises() {
    assertThat(catalogue.all())
        .hasSize(52 + 9 + 14 + 40 + 29 + 23 + 48 + 20 + 17 + 17 + 8 + 72 + 18);
    assertThat(catalogue.all())
        .extracting(Requirement::id)
        .contains("INS/va1.53", "PSC.08", "DMP/PSC.01", "SSI/IE.38", "EXI-PSC-20", "PSC-RP-24")
        .contains(
            "DMP/va1.16", "DMP/UX.12", "DMP/ALI/PROG.07", "DOC/va1.14", "CDA/DD.05", "DB/LGC.03")
        .contains("PSC-PX-08", "PSC-API-06", "INSI-T19", "DMP-T12", "DMP-T34", "MSS-T09")
        .doesNotHaveDuplicates();
  }

  @Test
  void namesEachRequirementByAWellFormedIdentifier() {
    assertThat(catalogue.all())
        .allSatisfy(
            requirement ->
                assertThat(requirement.id())
                    .matches(
                        id -> NATIONAL_ID.matcher(id).matches() || OWN_ID.matcher(id).matches()));
  }

  @Test
  void givesEachRequirementASentenceThatAPersonCanRead() {
    assertThat(catalogue.all())
        .extracting(Requirement::title)
        .allMatch(title -> title.endsWith(".") && title.length() <= 160)
        .doesNotHaveDuplicates();
  }

  @Test
  void saysWhereEachRequirementWasReadDownToTheSection() {
    assertThat(catalogue.all())
        .allSatisfy(
            requirement ->
                assertThat(requirement.sourceKey().split("; ", -1))
                    .as(requirement.id())
                    .allMatch(
                        key -> SHEET.matcher(key).matches() || STANDARD.matcher(key).matches()));
  }

  /** The source is what a finding may do: the tag in the key has to allow it. */
  @Test
  void neverClaimsMoreThanTheTagOfTheSheetAllows() {
    assertThat(catalogue.all())
        .allSatisfy(
            requirement -> {
              String keys = requirement.sourceKey();
              assertThat(
                      switch (requirement.source()) {
                        case TEXTE -> keys.contains("S: ") || keys.contains("(S:1)");
                        case NORME -> STANDARD.matcher(keys.split("; ", -1)[0]).matches();
                        case SECONDE_MAIN -> keys.contains("S2: ");
                        case VU -> keys.contains("S:");
                        case CONNU -> keys.contains("(K");
                        case SUPPOSE -> keys.contains("(A");
                      })
                  .as("%s %s %s", requirement.id(), requirement.source(), keys)
                  .isTrue();
            });
  }

  @Test
  void keepsThePublishedIdentifierOnlyWhereItIsAttested() {
    assertThat(catalogue.all().stream().filter(requirement -> requirement.publishedId() != null))
        .extracting(Requirement::id, Requirement::publishedId)
        .containsExactlyInAnyOrder(
            tuple("INS/va1.53", "INS/va1.53"),
            tuple("PSC.01", "SC.PSC.01"),
            tuple("DMP/UX.10", "LGC.DMP/UX.10"),
            tuple("CDA/INT.04", "SC.CDA/INT.04"),
            tuple("CDA/INT.08", "SC.CDA/INT.08"),
            tuple("CDA/INT.17", "SC.CDA/INT.17"),
            tuple("CDA/VISU.01", "SC.CDA/VISU.01"),
            tuple("SSI/IE.33", "SC.SSI/IE.33"),
            tuple("SSI/IE.38", "SC.SSI/IE.38"),
            tuple("SC.SSI/IE.58", "SC.SSI/IE.58"),
            tuple("ANN/va1.01", "ANN/va1.01"),
            tuple("ANN/va1.02", "ANN/va1.02"),
            tuple("ANN/va1.03", "ANN/va1.03"),
            tuple("ANN/va1.04", "ANN/va1.04"),
            tuple("MSS/va1.02", "AMBU.MSS/va1.02"),
            tuple("MSS/va1.13", "MSS/va1.13"),
            tuple("MSS/va1.12", "MSS/va1.12"),
            tuple("MSS/va1.08", "MSS/va1.08"),
            tuple("MSS/va1.11", "MSS/va1.11"),
            tuple("MSS/va1.16", "MSS/va1.16"),
            tuple("MSS/va1.15", "MSS/va1.15"),
            tuple("MSS/va1.14", "MSS/va1.14"),
            tuple("MSS/va1.20", "MSS/va1.20"),
            tuple("MSS/va1.01", "MSS/va1.01"),
            tuple("MSS/va1.22", "MSS/va1.22"),
            tuple("MSS/va1.27", "MSS/va1.27"),
            tuple("MSS/va1.25", "MSS/va1.25"),
            tuple("MSS/va1.28", "MSS/va1.28"),
            tuple("MSS/CONF.01", "SC.MSS/CONF.01"),
            tuple("MSS/CONF.03", "SC.MSS/CONF.03"),
            tuple("MSS/CONF.04", "SC.MSS/CONF.04"),
            tuple("MSS/CONF.05", "SC.MSS/CONF.05"),
            tuple("MSS/CONF.06", "SC.MSS/CONF.06"),
            tuple("MSS/CONF.07", "SC.MSS/CONF.07"),
            tuple("MSS/CONF.08", "SC.MSS/CONF.08"),
            tuple("MSS/CONF.10", "SC.MSS/CONF.10"),
            tuple("MSS/CONF.11", "SC.MSS/CONF.11"),
            tuple("MSS/CONF.14", "SC.MSS/CONF.14"),
            tuple("MSS/CONF.15", "SC.MSS/CONF.15"),
            tuple("MSS/CONF.16", "SC.MSS/CONF.16"),
            tuple("MSS/CONF.17", "SC.MSS/CONF.17"),
            tuple("MSS/CONF.18", "SC.MSS/CONF.18"),
            tuple("MSS/CONF.20", "SC.MSS/CONF.20"),
            tuple("MSS/CONF.21", "SC.MSS/CONF.21"),
            tuple("MSS/CONF.22", "SC.MSS/CONF.22"),
            tuple("MSS/UX.25", "SC.MSS/UX.25"),
            tuple("MSS/UX.28", "SC.MSS/UX.28"),
            tuple("MSS/UX.31", "SC.MSS/UX.31"),
            tuple("MSS/UX.32", "SC.MSS/UX.32"),
            tuple("MSS/UX.37", "SC.MSS/UX.37"),
            tuple("MSS/CONF.27", "SC.MSS/CONF.27"),
            tuple("MSS/CONF.28", "SC.MSS/CONF.28"),
            tuple("MSS/UX.05", "LGC.MSS/UX.05"));
  }

  @Test
  void givesOneRequirementWithAllItsMembers() {
    assertThat(catalogue.get("PSC.08"))
        .isEqualTo(
            new Requirement(
                "PSC.08",
                2,
                "PSC",
                Level.DOIT,
                Verification.AUTO,
                RuleSource.TEXTE,
                "segur.md 5 (S: REG)",
                "Demander « eidas1 » dans acr_values à chaque demande d'autorisation.",
                List.of("lgc"),
                null));
  }

  /** The rows of the published list on the DMP and on documents, none left out. */
  @Test
  void holdsEachRowOnTheDmpAndOnDocuments() {
    Set<String> chapters =
        Set.of("DMP", "DMP/ALI", "DMP/CONF", "DMP/HISTO", "DMP/UX", "DOC", "CDA", "CDA/MSS", "DB");

    assertThat(catalogue.all())
        .filteredOn(r -> r.wave() > 0 && chapters.contains(r.chapter()))
        .hasSize(69)
        .extracting(Requirement::verification)
        .satisfies(
            how -> {
              assertThat(how).filteredOn(v -> v == Verification.AUTO).hasSize(44);
              assertThat(how).filteredOn(v -> v == Verification.GUIDED).hasSize(19);
              assertThat(how).filteredOn(v -> v == Verification.DOCUMENT).hasSize(4);
              assertThat(how).filteredOn(v -> v == Verification.OUT).hasSize(2);
            });
  }

  /** The rows of the published list on the mail and the directory, none left out. */
  @Test
  void holdsEachRowOnTheMailAndTheDirectory() {
    assertThat(catalogue.all())
        .filteredOn(
            r -> r.wave() > 0 && Set.of("MSS", "MSS/CONF", "MSS/UX", "ANN").contains(r.chapter()))
        .hasSize(72)
        .extracting(Requirement::verification)
        .satisfies(
            how -> {
              assertThat(how).filteredOn(v -> v == Verification.AUTO).hasSize(48);
              assertThat(how).filteredOn(v -> v == Verification.GUIDED).hasSize(18);
              assertThat(how).filteredOn(v -> v == Verification.DOCUMENT).hasSize(4);
              assertThat(how).filteredOn(v -> v == Verification.OUT).hasSize(2);
            });
  }

  @Test
  void tellsInFrenchThatAnIdentifierIsUnknown() {
    assertThatThrownBy(() -> catalogue.get("INS/va9.99"))
        .isInstanceOf(UnknownRequirementException.class)
        .hasMessageContaining("« INS/va9.99 »")
        .hasMessageContaining("corrigez");
    assertThat(catalogue.find("INS/va9.99")).isEmpty();
  }

  @Test
  void givesAProfileItsOwnRequirementsAndThoseItIncludes() {
    assertThat(catalogue.ofProfile("lgc"))
        .extracting(Requirement::id)
        .contains("INS/va1.53", "PSC-RP-05")
        .doesNotContain("INS/va1.14", "PSC-PX-01");
    assertThat(catalogue.ofProfile("centre-de-sante"))
        .extracting(Requirement::id)
        .contains("INS/va1.53", "INS/va1.14")
        .doesNotContain("INS/va1.57");
  }

  @Test
  void demandsOfAProfileOnlyWhatIsAnObligationThatABenchCanJudge() {
    for (RequirementProfile profile : catalogue.profiles()) {
      List<Requirement> applicable = catalogue.ofProfile(profile.name());
      assertThat(catalogue.mandatoryOf(profile.name()))
          .as(profile.name())
          .allSatisfy(
              requirement -> {
                assertThat(applicable).contains(requirement);
                assertThat(requirement.level()).isEqualTo(Level.DOIT);
                assertThat(requirement.verification()).isIn(Verification.AUTO, Verification.GUIDED);
                assertThat(requirement.source().effect()).isEqualTo(RuleSource.Effect.BLOQUANT);
              });
    }
    assertThat(catalogue.mandatoryOf("centre-de-sante"))
        .extracting(Requirement::id)
        .contains("INS/va1.53", "INS/va1.14");
  }

  @Test
  void tellsWhichProfilesExistWhenOneIsUnknown() {
    assertThatThrownBy(() -> catalogue.ofProfile("hopital"))
        .isInstanceOf(UnknownRequirementException.class)
        .hasMessageContaining("« hopital »")
        .hasMessageContaining("lgc");
  }

  @Test
  void refusesTwoRowsOfOneIdentifier() {
    Requirement requirement = catalogue.get("PSC.08");
    assertThatThrownBy(
            () -> new RequirementCatalogue(List.of(requirement, requirement), catalogue.profiles()))
        .hasMessageContaining("PSC.08 is written twice");
  }

  @Test
  void refusesAProfileThatNamesAnUnknownRequirement() {
    RequirementProfile broken = new RequirementProfile("x", List.of(), List.of("INS/va9.99"), "X");
    assertThatThrownBy(() -> new RequirementCatalogue(List.of(), List.of(broken)))
        .hasMessageContaining("x names INS/va9.99");
  }
}

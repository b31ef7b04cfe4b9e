package fr.socle.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Who may know whom: section "The house" of docs/architecture.md. */
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("fr.socle");

  @Test
  void requirementsKnowNobody() {
    onlyKnows("fr.socle.exigences..", "fr.socle.exigences..");
  }

  @Test
  void theBenchClientKnowsOnlyTheRequirements() {
    onlyKnows("fr.socle.bench.client..", "fr.socle.bench.client..", "fr.socle.exigences..");
  }

  @Test
  void theGroundFloorKnowsNoService() {
    onlyKnows("fr.socle.bench..", "fr.socle.bench..", "fr.socle.exigences..");
  }

  @Test
  void documentsKnowNoServiceAndOfTheGroundFloorItsValuesXmlAndFindings() {
    onlyKnows(
        "fr.socle.documents..",
        "fr.socle.documents..",
        "fr.socle.bench.check..",
        "fr.socle.bench.world..",
        "fr.socle.bench.xml..",
        "fr.socle.exigences..");
  }

  @Test
  void mocksNeverKnowEachOther() {
    onlyKnows("fr.socle.psc..", "fr.socle.psc..", "fr.socle.bench..", "fr.socle.exigences..");
    onlyKnows(
        "fr.socle.insi..",
        "fr.socle.insi..",
        "fr.socle.documents..",
        "fr.socle.bench..",
        "fr.socle.exigences..");
    onlyKnows(
        "fr.socle.dmp..",
        "fr.socle.dmp..",
        "fr.socle.documents..",
        "fr.socle.bench..",
        "fr.socle.exigences..");
    onlyKnows(
        "fr.socle.mss..",
        "fr.socle.mss..",
        "fr.socle.documents..",
        "fr.socle.bench..",
        "fr.socle.exigences..");
  }

  @Test
  void featuresSeeABenchOnlyThroughItsClient() {
    onlyKnows(
        "fr.socle.features..",
        "fr.socle.features..",
        "fr.socle.bench.client..",
        "fr.socle.exigences..");
  }

  @Test
  void theReferenceLpsIsAnOutsider() {
    onlyKnows("fr.socle.lps..", "fr.socle.lps..");
  }

  @Test
  void nobodyKnowsTheAssembly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("fr.socle.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("fr.socle.app..")
        .check(HOUSE);
  }

  @Test
  void serviceAndCheckRoomsKnowNoTransport() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "fr.socle.psc.service..",
            "fr.socle.psc.check..",
            "fr.socle.psc.*.service..",
            "fr.socle.psc.*.check..",
            "fr.socle.insi.service..",
            "fr.socle.insi.check..",
            "fr.socle.dmp.service..",
            "fr.socle.dmp.check..",
            "fr.socle.dmp.*.service..",
            "fr.socle.dmp.*.check..",
            "fr.socle.mss.service..",
            "fr.socle.mss.*.service..",
            "fr.socle.mss.check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jetty..", "io.javalin..", "jakarta.servlet..")
        .check(HOUSE);
  }

  @Test
  void servicesKnowNoHttpValue() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "fr.socle.psc.service..",
            "fr.socle.psc.*.service..",
            "fr.socle.insi.service..",
            "fr.socle.dmp.service..",
            "fr.socle.dmp.*.service..",
            "fr.socle.mss.service..",
            "fr.socle.mss.*.service..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("fr.socle.bench.http..")
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycle() {
    slices().matching("fr.socle.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  private static void onlyKnows(String room, String... known) {
    String[] others = {
      "fr.socle.exigences..",
      "fr.socle.bench.client..",
      "fr.socle.bench..",
      "fr.socle.documents..",
      "fr.socle.psc..",
      "fr.socle.insi..",
      "fr.socle.dmp..",
      "fr.socle.mss..",
      "fr.socle.features..",
      "fr.socle.lps..",
      "fr.socle.app.."
    };
    classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(others)
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        known)))
        .check(HOUSE);
  }
}

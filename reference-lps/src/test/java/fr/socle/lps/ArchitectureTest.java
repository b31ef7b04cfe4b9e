package fr.socle.lps;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "fr.socle.lps", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLE =
      slices().matching("fr.socle.lps.(*)..").should().beFreeOfCycles();

  /** An outsider: the JDK, libraries for JSON, PDF, bar codes and mail, and itself. */
  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_BENCH =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "fr.socle.lps..",
              "java..",
              "javax..",
              "org.w3c.dom..",
              "org.xml.sax..",
              "com.sun.net.httpserver..",
              "com.fasterxml.jackson..",
              "com.google.zxing..",
              "org.apache.pdfbox..",
              "org.apache.fontbox..",
              "jakarta.activation..",
              "jakarta.mail..",
              "org.eclipse.angus..",
              "org.jspecify..");
}

package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaHeaderRules;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.exigences.RuleSource.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents and value sets nobody here wrote; who has not got them leaves this tag out. */
@Tag("exemples-officiels")
class OfficialDocumentsTest {
  private static final ValueSets CODES = ValueSets.load();
  private static final Pattern CONCEPT =
      Pattern.compile("<Concept\\b[^>]*?code=\"([^\"]+)\"\\s+codeSystem=\"([^\"]+)\"");
  private static final Pattern VALUE_SET = Pattern.compile("\\sid=\"([0-9.]+)\"");
  private static final Map<String, Function<ValueSets, ValueSet>> TABLES =
      Map.of(
          "J01", ValueSets::authorSpecialty,
          "J02", ValueSets::healthcareFacilityTypeCode,
          "J04", ValueSets::practiceSettingCode,
          "J07", ValueSets::typeCode,
          "J08", ValueSets::confidentialityCode,
          "J47", ValueSets::functionCode,
          "J142", ValueSets::encounterCode,
          "J245", ValueSets::civility,
          "J246", ValueSets::professionalTitle,
          "HL7", ValueSets::headerConfidentiality);

  /** The one defect is the one their own validator finds (a qualifier of a family name). */
  @Test
  void theOfficialDocumentsBreakNoBlockingRuleButTheOneTheirValidatorSees() throws Exception {
    Map<String, Set<String>> broken = new TreeMap<>();
    List<Path> documents = documents();
    for (Path path : documents) {
      CdaDocument document = CdaDocument.read(Files.readAllBytes(path));
      for (DocumentRule<CdaDocument> rule : CdaHeaderRules.all(CODES)) {
        Findings findings =
            (location, expected, found, mend) -> {
              if (rule.source().effect() == Effect.BLOQUANT) {
                broken
                    .computeIfAbsent(String.valueOf(path.getFileName()), name -> new TreeSet<>())
                    .add(rule.id());
              }
            };
        rule.judge().judge(document, findings);
      }
    }

    assertThat(documents).hasSizeGreaterThan(20);
    assertThat(broken).containsExactly(Map.entry("eDISP-MED_2024.01.xml", Set.of("CDA-PA-04")));
  }

  @ParameterizedTest
  @CsvSource({"J01", "J02", "J04", "J07", "J08", "J47", "J142", "J245", "J246", "HL7"})
  void theTablesHoldTheCodesThatArePublished(String name) throws Exception {
    String published = Files.readString(published(name));
    ValueSet table = TABLES.get(name).apply(CODES);
    Matcher id = VALUE_SET.matcher(published);

    assertThat(id.find()).isTrue();
    assertThat(table.oid()).isEqualTo(id.group(1));
    assertThat(table.codes().stream().map(OfficialDocumentsTest::key))
        .containsExactlyInAnyOrderElementsOf(
            CONCEPT
                .matcher(published)
                .results()
                .map(concept -> concept.group(2) + " " + concept.group(1))
                .toList());
  }

  @Test
  void theClassesOfTypesAreThoseOfTheOfficialPackages() throws Exception {
    List<String> rows =
        Files.readAllLines(OfficialData.folder("cda").resolve("xdm-metadata-codes.csv"));
    List<String> others =
        rows.stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .filter(
                cells -> ValueSets.classOf(cells[2]).filter(c -> !c.equals(cells[4])).isPresent())
            .map(cells -> cells[0])
            .toList();

    assertThat(rows).hasSizeGreaterThan(40);
    // The sheet says so: class 10 for the report as N1, 31 in the association table.
    assertThat(others).containsExactly("IMG_CR_IMG_2024.01_CDA-R2-Niveau-1");
  }

  private static String key(Coded code) {
    return code.scheme() + " " + code.code();
  }

  private static List<Path> documents() throws Exception {
    try (Stream<Path> files = Files.list(OfficialData.folder("cda"))) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Path published(String name) throws Exception {
    try (Stream<Path> files = Files.list(OfficialData.folder("jdv"))) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("JDV_" + name + "_"))
          .findFirst()
          .orElseThrow();
    }
  }
}

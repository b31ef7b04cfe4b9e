package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaHeaderRules;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.metadata.MetadataRules;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.exigences.RuleSource.Effect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
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
      Map.ofEntries(
          Map.entry("J01", ValueSets::authorSpecialty),
          Map.entry("J02", ValueSets::healthcareFacilityTypeCode),
          Map.entry("J04", ValueSets::practiceSettingCode),
          Map.entry("J07", ValueSets::typeCode),
          Map.entry("J08", ValueSets::confidentialityCode),
          Map.entry("J47", ValueSets::functionCode),
          Map.entry("J142", ValueSets::encounterCode),
          Map.entry("J143", ValueSets::administrativeGender),
          Map.entry("J245", ValueSets::civility),
          Map.entry("J246", ValueSets::professionalTitle),
          Map.entry("HL7", ValueSets::headerConfidentiality));

  /** The one defect is the one their own validator finds (a qualifier of a family name). */
  @Test
  void theOfficialDocumentsBreakNoBlockingRuleButTheOneTheirValidatorSees() throws Exception {
    assertThat(documents()).hasSizeGreaterThan(20);
    assertThat(found(Effect.BLOQUANT))
        .containsExactly(Map.entry("eDISP-MED_2024.01.xml", Set.of("CDA-PA-04")));
  }

  /** Their unstructured bodies are no PDF/A-1, and three children have a wrong key. */
  @Test
  void theReservesOnTheOfficialDocumentsAreTheKnownOnes() throws Exception {
    assertThat(found(Effect.RESERVE))
        .isEqualTo(
            Map.of(
                "BIO-CR-BIO_2021.01_CDA-R2-Niveau-1.xml", Set.of("CDA-CO-04"),
                "DOC_NON_STRUCTURE_CDA-R2-N1.xml", Set.of("CDA-CO-04"),
                "IMG_CR_IMG_2024.01_CDA-R2-Niveau-1.xml", Set.of("CDA-CO-04"),
                "TLM-CR_2022.01.xml", Set.of("CDA-CO-04"),
                "CSE-CS9_2025.01.xml", Set.of("CDA-PA-06"),
                "CSE-MDE_2023.01.xml", Set.of("CDA-PA-06"),
                "SDM-MR_2024.01_nouveau-ne.xml", Set.of("CDA-PA-06")));
    assertThat(found(Effect.INFORMATION)).isEmpty();
  }

  /** cda.md 2.4: the act of the header feeds eventCodeList. */
  @Test
  void theActsOfTheOfficialDocumentsAreKnownToTheRulesOfMetadata() throws Exception {
    DocumentRule<DocumentEntry> acts =
        MetadataRules.ofDocuments(CODES).stream()
            .filter(rule -> rule.id().equals("XDS-CO-11"))
            .findFirst()
            .orElseThrow();
    List<String> seen = new ArrayList<>();
    int judged = 0;
    for (Path path : documents()) {
      for (Coded act : acts(CdaDocument.read(Files.readAllBytes(path)))) {
        judged++;
        acts.judge()
            .judge(
                new DocumentEntry(
                    RegistryObjectBuilder.document("D", "text/xml")
                        .codes(Scheme.EVENT_CODE, act)
                        .build()),
                (location, expected, found, mend) -> seen.add(path + " : " + found));
      }
    }

    assertThat(judged).isGreaterThan(30);
    assertThat(seen).isEmpty();
  }

  private static List<Coded> acts(CdaDocument document) {
    return document.root().children(hl7("documentationOf")).stream()
        .flatMap(each -> each.descend(hl7("serviceEvent"), hl7("code")).stream())
        .filter(code -> code.attribute("code").isPresent())
        .map(
            code ->
                new Coded(
                    code.attribute("code").orElse(""),
                    code.attribute("codeSystem").orElse(""),
                    code.attribute("displayName").orElse("")))
        .toList();
  }

  private static QName hl7(String local) {
    return new QName("urn:hl7-org:v3", local);
  }

  /** The rules of an effect that each official document breaks. */
  private static Map<String, Set<String>> found(Effect effect) throws Exception {
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Path path : documents()) {
      CdaDocument document = CdaDocument.read(Files.readAllBytes(path));
      for (DocumentRule<CdaDocument> rule : CdaHeaderRules.all(CODES)) {
        Findings findings =
            (location, expected, found, mend) ->
                broken
                    .computeIfAbsent(String.valueOf(path.getFileName()), name -> new TreeSet<>())
                    .add(rule.id());
        if (rule.source().effect() == effect) {
          rule.judge().judge(document, findings);
        }
      }
    }
    return broken;
  }

  @ParameterizedTest
  @CsvSource({"J01", "J02", "J04", "J07", "J47", "J142", "J143", "J245", "J246", "HL7"})
  void theTablesHoldTheCodesThatArePublished(String name) throws Exception {
    Matcher id = VALUE_SET.matcher(Files.readString(published(name)));

    assertThat(id.find()).isTrue();
    assertThat(TABLES.get(name).apply(CODES).oid()).isEqualTo(id.group(1));
    holdsThePublishedCodes(name);
  }

  /** The DMP has a value set of its own, JDV_J58 (dmp.md 3.4): the same codes, another OID. */
  @Test
  void theConfidentialitiesOfTheDmpAreThoseOfTheGeneralValueSet() throws Exception {
    holdsThePublishedCodes("J08");
  }

  private static void holdsThePublishedCodes(String name) throws Exception {
    assertThat(TABLES.get(name).apply(CODES).codes().stream().map(OfficialDocumentsTest::key))
        .containsExactlyInAnyOrderElementsOf(
            CONCEPT
                .matcher(Files.readString(published(name)))
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
                cells ->
                    !ValueSets.classOf(cells[2])
                        .or(() -> ValueSets.seenClassOf(cells[2]))
                        .equals(Optional.of(cells[4])))
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

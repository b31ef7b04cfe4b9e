package fr.socle.documents.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Author;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule: metadata that pass, the same broken in one way. */
class MetadataRulesTest {
  private static final ValueSets CODES = ValueSets.load();
  private static final List<DocumentRule<DocumentEntry>> ENTRY = MetadataRules.ofDocuments(CODES);
  private static final List<DocumentRule<SubmissionSet>> SET = MetadataRules.ofSets(CODES);
  private static final List<DocumentRule<Submission>> SUBMISSION = MetadataRules.ofSubmissions();
  private static final List<DocumentRule<DescribedDocument>> AGREEMENT =
      MetadataRules.againstDocuments();
  private static final String CONFIDENTIALITY = "2.16.840.1.113883.5.25";
  private static final String VISIBILITY = "1.2.250.1.213.1.1.4.13";

  @Test
  void rightMetadataBreakNone() throws Exception {
    assertThat(SeenFindings.of(ENTRY, new DocumentEntry(Samples.entry().build()))).isEmpty();
    assertThat(SeenFindings.of(SET, new SubmissionSet(Samples.set().build()))).isEmpty();
    assertThat(SeenFindings.of(SUBMISSION, Samples.submission())).isEmpty();
    assertThat(SeenFindings.of(AGREEMENT, described(entry -> {}))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fr.socle.documents.metadata.BrokenMetadata#entries")
  void anEntryBrokenInOneWayBreaksItsRule(String rule, Consumer<RegistryObjectBuilder> breaking) {
    RegistryObjectBuilder builder = Samples.entry();
    breaking.accept(builder);

    assertThat(SeenFindings.of(ENTRY, new DocumentEntry(builder.build())))
        .isNotEmpty()
        .allSatisfy(seen -> assertThat(seen.rule()).isEqualTo(rule))
        .allSatisfy(seen -> assertThat(seen.mend()).endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("fr.socle.documents.metadata.BrokenMetadata#sets")
  void aSetBrokenInOneWayBreaksItsRule(String rule, Consumer<RegistryObjectBuilder> breaking) {
    RegistryObjectBuilder builder = Samples.set();
    breaking.accept(builder);

    assertThat(SeenFindings.rules(SET, new SubmissionSet(builder.build()))).containsExactly(rule);
  }

  @ParameterizedTest
  @MethodSource("fr.socle.documents.metadata.BrokenMetadata#disagreeing")
  void metadataThatDisagreeWithTheDocumentBreakTheirRule(
      String rule, Consumer<RegistryObjectBuilder> breaking) throws Exception {
    assertThat(SeenFindings.rules(AGREEMENT, described(breaking))).containsExactly(rule);
  }

  @Test
  void everyRuleHasItsBrokenMetadata() {
    TreeSet<String> tried =
        new TreeSet<>(
            List.of(
                "XDS-AC-13",
                "XDS-AC-14",
                "XDS-SU-01",
                "XDS-SU-02",
                "XDS-SU-03",
                "XDS-SU-04",
                "XDS-SU-05",
                "XDS-SU-06",
                "XDS-SU-07"));
    Stream.of(BrokenMetadata.entries(), BrokenMetadata.sets(), BrokenMetadata.disagreeing())
        .flatMap(cases -> cases)
        .forEach(each -> tried.add((String) each.get()[0]));
    List<String> all = new ArrayList<>();
    Stream.of(ENTRY, SET, SUBMISSION, AGREEMENT)
        .flatMap(List::stream)
        .forEach(rule -> all.add(((DocumentRule<?>) rule).id()));

    assertThat(all).doesNotHaveDuplicates();
    assertThat(tried).containsExactlyInAnyOrderElementsOf(all);
  }

  /** segur.md 5, DMP/HISTO.04: the structure stands for the author who has left. */
  @Test
  void aStructureMayStandBesideTheAuthorWhoHasLeft() {
    String structure = "CABINET FICTIF^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^1750999997";
    String left = "899900099997^DUPONT-TEST^LEA^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS";
    String legal = "31750999997/0^CABINET FICTIF^^^^^^^&1.2.250.1.71.4.2.1&ISO^U^^^RI";
    Author gone = new Author(List.of(structure), List.of(left), List.of(), List.of());
    for (List<String> named : List.of(List.<String>of(), List.of(legal))) {
      Author beside = new Author(List.of(structure), named, List.of(), List.of());

      assertThat(
              SeenFindings.of(
                  SET,
                  new SubmissionSet(
                      Samples.set().authors(Scheme.SUBMISSION_SET_AUTHOR, gone, beside).build())))
          .isEmpty();
      assertThat(
              SeenFindings.of(
                  ENTRY,
                  new DocumentEntry(Samples.entry().authors(Scheme.AUTHOR, gone, beside).build())))
          .isEmpty();
    }
  }

  @Test
  void aFindingNamesTheValueSetOfMetadataAndTheOneThatStandsForIt() {
    DocumentEntry entry =
        new DocumentEntry(
            Samples.entry()
                .codes(
                    Scheme.HEALTHCARE_FACILITY_TYPE_CODE,
                    new Coded("SA99", "1.2.250.1.71.4.2.4", "Autre"))
                .build());

    assertThat(SeenFindings.of(ENTRY, entry))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.expected()).startsWith("un code de JDV_J61, ici JDV_J02 (");
              assertThat(seen.mend()).endsWith("dans JDV_J61.");
            });
  }

  @Test
  void theEntryOfASignatureAsTheSheetShowsItBreaksNone() {
    assertThat(SeenFindings.of(ENTRY, new DocumentEntry(signature().build()))).isEmpty();
  }

  @Test
  void theRulesThatAreForSignaturesTooSeeThem() {
    assertThat(
            SeenFindings.rules(
                ENTRY,
                new DocumentEntry(
                    signature()
                        .slot("languageCode")
                        .codes(Scheme.FORMAT_CODE, new Coded("x", "URN", "Autre"))
                        .build())))
        .containsExactly("XDS-DE-15", "XDS-CO-04");
  }

  /** dmp.md 3.6, line by line. */
  private static RegistryObjectBuilder signature() {
    return Samples.entry()
        .attribute("id", "Signature01")
        .slot("languageCode", "art")
        .slot("serviceStartTime", "20260115093000")
        .slot("serviceStopTime", "20260115093000")
        .slot("sourcePatientId", "275039999901191^^^&1.2.250.1.213.1.4.10&ISO^NH")
        .slot("sourcePatientInfo")
        .name("Source")
        .codes(Scheme.TYPE_CODE, new Coded("E1762", "ASTM", "Full Document"))
        .codes(Scheme.CLASS_CODE, new Coded("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN", ""))
        .codes(
            Scheme.FORMAT_CODE,
            new Coded("http://www.w3.org/2000/09/xmldsig#", "URN", "Default Signature Style"))
        .codes(
            Scheme.EVENT_CODE, new Coded("1.2.840.10065.1.12.1.14", "1.2.840.10065.1.12", "Source"))
        .codes(
            Scheme.CONFIDENTIALITY_CODE,
            new Coded("N", CONFIDENTIALITY, "Normal"),
            new Coded("MASQUE_PS", VISIBILITY, "Masqué"),
            new Coded("INVISIBLE_PATIENT", VISIBILITY, "Invisible"));
  }

  @Test
  void aDocumentIsHiddenFromBothOnlyWhereTheSharedRecordLetsIt() {
    DocumentEntry hidden =
        new DocumentEntry(
            Samples.entry()
                .codes(
                    Scheme.CONFIDENTIALITY_CODE,
                    new Coded("N", CONFIDENTIALITY, "Normal"),
                    new Coded("MASQUE_PS", VISIBILITY, "Masqué"),
                    new Coded("INVISIBLE_PATIENT", VISIBILITY, "Invisible"))
                .build());

    assertThat(SeenFindings.of(ENTRY, hidden))
        .singleElement()
        .satisfies(
            seen -> assertThat(seen.expected()).contains("cumul-invisible_patient-masque_ps"));
    assertThat(SeenFindings.of(MetadataRules.ofDocuments(CODES, new DmpParameters(true)), hidden))
        .isEmpty();
    assertThat(SeenFindings.of(MetadataRules.ofDocuments(CODES, DmpParameters.none()), hidden))
        .isEmpty();
  }

  private static DescribedDocument described(Consumer<RegistryObjectBuilder> breaking)
      throws Exception {
    byte[] bytes = Samples.n1().getBytes(UTF_8);
    CdaDocument document = CdaDocument.read(bytes);
    DescribedDocument right =
        DescribedDocument.of(new DocumentEntry(Samples.entry().build()), document, bytes);
    RegistryObjectBuilder builder =
        Samples.entry().slot("hash", right.digest()).slot("size", String.valueOf(right.size()));
    breaking.accept(builder);
    return DescribedDocument.of(new DocumentEntry(builder.build()), document, bytes);
  }
}

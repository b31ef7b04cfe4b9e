package fr.socle.documents.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.xml.SafeXml;
import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSets;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.EbXmlReader;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import fr.socle.documents.xds.SubmissionSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Messages as large as a service lets in: what is said of them stays small, and so does the work.
 */
class HostileMetadataTest {
  private static final List<DocumentRule<Submission>> SUBMISSION = MetadataRules.ofSubmissions();
  private static final int MANY = 60_000;

  @Test
  void ofManySetsTheirNumberAloneIsSaid() {
    SubmissionSet set = new SubmissionSet(Samples.set().build());
    DocumentEntry stranger =
        new DocumentEntry(Samples.entry().identifier(Scheme.PATIENT_ID, "autre").build());
    Submission many =
        new Submission(
            Collections.nCopies(MANY, set),
            Collections.nCopies(MANY, stranger),
            List.of(),
            List.of());

    assertThat(SeenFindings.rules(SUBMISSION, many)).containsExactly("XDS-SU-01", "XDS-SU-04");
  }

  /** All with all would be 3.6e9 comparisons, three times over: the test would never end. */
  @Test
  void manyDocumentsAreLookedAtOnceEach() {
    List<DocumentEntry> documents = new ArrayList<>();
    List<Association> links = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String id = "D" + i;
      documents.add(
          new DocumentEntry(
              RegistryObjectBuilder.document(id, "text/xml")
                  .identifier(Scheme.UNIQUE_ID, "1.2." + i)
                  .build()));
      links.add(Association.member("m" + i, "SubmissionSet01", id));
      links.add(
          new Association(
              RegistryObjectBuilder.association("r" + i, Association.REPLACES, id, "D" + i)
                  .build()));
    }
    Submission right =
        new Submission(
            List.of(new SubmissionSet(Samples.set().build())), documents, links, List.of());

    assertThat(SeenFindings.of(SUBMISSION, right))
        .hasSize(21)
        .allSatisfy(seen -> assertThat(seen.rule()).isEqualTo("XDS-SU-07"));
  }

  @Test
  void manyPackagesAreReadOnceEach() throws Exception {
    StringBuilder list =
        new StringBuilder(
            "<rim:RegistryObjectList xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\">");
    for (int i = 0; i < MANY; i++) {
      list.append("<rim:RegistryPackage id=\"P\"/><rim:Classification classifiedObject=\"P\"/>");
    }
    list.append("</rim:RegistryObjectList>");

    Submission read = EbXmlReader.submission(new SafeXml().readText(list.toString()));

    assertThat(read.folders()).hasSize(MANY);
    assertThat(read.folders().get(0).classifications()).hasSize(MANY);
    assertThat(read.folders().get(1).classifications()).isEmpty();
  }

  @Test
  void manyCodesAndLongValuesAreToldInBrief() {
    Coded[] types = Collections.nCopies(MANY, new Coded("11488-4", "x", "")).toArray(Coded[]::new);
    Coded[] classes = Collections.nCopies(MANY, new Coded("52", "x", "")).toArray(Coded[]::new);
    DocumentEntry entry =
        new DocumentEntry(
            Samples.entry()
                .codes(Scheme.TYPE_CODE, types)
                .codes(Scheme.CLASS_CODE, classes)
                .slot("creationTime", "x".repeat(1_000_000))
                .attribute("id", "i".repeat(1_000_000))
                .build());

    List<SeenFindings.Seen> seen =
        SeenFindings.of(MetadataRules.ofDocuments(ValueSets.load()), entry);

    assertThat(seen)
        .hasSizeBetween(60, 100)
        .allSatisfy(
            each -> {
              assertThat(each.location()).hasSizeLessThan(350);
              assertThat(each.expected()).hasSizeLessThan(350);
              assertThat(each.found()).hasSizeLessThan(350);
            });
    assertThat(seen)
        .filteredOn(each -> each.rule().equals("XDS-VA-03"))
        .extracting(SeenFindings.Seen::found)
        .containsExactly("x".repeat(300) + "… (1000000 caractères)");
  }

  @Test
  void ofTheDocumentsOfOneMessageTheFirstFindingsAreTold() {
    DocumentEntry wrong = new DocumentEntry(Samples.entry().slot("creationTime").build());
    List<String> found = new ArrayList<>();

    MetadataRules.ofDocuments(ValueSets.load()).stream()
        .filter(rule -> rule.id().equals("XDS-DE-12"))
        .forEach(
            rule ->
                rule.judgeEach(
                    Collections.nCopies(MANY, wrong),
                    DocumentEntry::id,
                    (location, expected, seen, mend) -> found.add(location + " : " + seen)));

    assertThat(found).hasSize(21).contains("Document01, creationTime : absent");
    assertThat(found.get(20)).isEqualTo("et ailleurs : … et 59980 autres");
  }
}

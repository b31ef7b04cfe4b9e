package fr.socle.documents.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.documents.Samples;
import fr.socle.documents.SeenFindings;
import fr.socle.documents.rule.DocumentRule;
import fr.socle.documents.xds.Association;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Scheme;
import fr.socle.documents.xds.Submission;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The parts of a submission: what they owe each other. */
class SubmissionRulesTest {
  private static final List<DocumentRule<Submission>> SUBMISSION = MetadataRules.ofSubmissions();

  @Test
  void aSubmissionHasOneSet() {
    Submission right = Samples.submission();

    assertThat(
            SeenFindings.rules(
                SUBMISSION,
                new Submission(List.of(), right.documents(), right.associations(), List.of())))
        .containsExactly("XDS-SU-01");
  }

  @Test
  void theDocumentsOfASubmissionAreOfOnePatientMembersAndDistinct() {
    Submission right = Samples.submission();
    DocumentEntry stranger =
        new DocumentEntry(
            Samples.entry()
                .attribute("id", "Document02")
                .identifier(Scheme.PATIENT_ID, "288027505612337^^^&1.2.250.1.213.1.4.10&ISO^NH")
                .build());

    assertThat(
            SeenFindings.rules(
                SUBMISSION,
                new Submission(
                    right.sets(),
                    List.of(right.documents().get(0), stranger),
                    right.associations(),
                    List.of())))
        .containsExactly("XDS-SU-02", "XDS-SU-03", "XDS-SU-04");
  }

  @Test
  void aReplacementGoesFromANewDocumentToAnOldEntry() {
    Association right = replacement("Document01", "urn:uuid:1");
    Association backwards = replacement("urn:uuid:1", "Document01");

    assertThat(SeenFindings.rules(SUBMISSION, Samples.submission(right))).isEmpty();
    Association upper = replacement("Document01", "URN:UUID:1");

    assertThat(SeenFindings.of(SUBMISSION, Samples.submission(upper))).isEmpty();
    assertThat(SeenFindings.rules(SUBMISSION, Samples.submission(backwards)))
        .containsExactly("XDS-SU-05", "XDS-SU-07");
  }

  @Test
  void aMemberOfASubmissionIsOriginal() {
    Association other =
        new Association(
            RegistryObjectBuilder.of(Association.member("a1", "S", "Document01").object())
                .slot("SubmissionSetStatus", "Reference")
                .build());

    assertThat(SeenFindings.rules(SUBMISSION, Samples.submission(other)))
        .containsExactly("XDS-SU-06");
  }

  private static Association replacement(String source, String target) {
    return new Association(
        RegistryObjectBuilder.association("a2", Association.REPLACES, source, target).build());
  }
}

package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.content.Content;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.dmp.registry.service.Provided;
import fr.socle.documents.xds.DocumentEntry;
import fr.socle.documents.xds.RegistryObjectBuilder;
import fr.socle.documents.xds.Submission;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is looked into of a message that names the same bytes again and again. */
class ReadSubmissionTest {
  private static final DocumentEntry ENTRY =
      new DocumentEntry(RegistryObjectBuilder.document("D", "text/xml").build());

  @Test
  void readsTheSameBytesOnceAndShowsThemBesideTheFirstEntries() {
    ReadSubmission read = read("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>");

    assertThat(read.described()).hasSize(20);
    assertThat(read.described())
        .allSatisfy(
            each -> assertThat(each.document()).isSameAs(read.described().get(0).document()));
  }

  @Test
  void saysOfTheFirstEntriesOnlyThatTheirBytesAreNoCda() {
    assertThat(read("bonjour").insides())
        .hasSize(20)
        .allSatisfy(each -> assertThat(each.unreadable()).isNotEmpty());
  }

  private static ReadSubmission read(String document) {
    DocumentContent content = DocumentContent.of(Content.of(document.getBytes(UTF_8)));
    return new ReadSubmission(
        new Provided(
            new Submission(List.of(), Collections.nCopies(1_000, ENTRY), List.of(), List.of()),
            List.of(new Provided.Bytes("D", "D@lps", content))),
        false);
  }
}

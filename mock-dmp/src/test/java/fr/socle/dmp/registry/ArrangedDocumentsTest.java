package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDocumentChange;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.registry.Wire.Reply;
import fr.socle.documents.cda.CdaDocument;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that a scenario finds in a DMP, and what everybody sees of them. */
class ArrangedDocumentsTest extends DocumentsOnTheWire {
  private static final String OTHER = "899990000012";
  private static final Instant LAST_YEAR = Instant.parse("2025-03-04T10:15:30Z");

  @Test
  void theReportOfAnotherDoctorIsFoundAndRead() throws Exception {
    Wire wire = wire(Map.of());

    DmpDocument put =
        put(
            wire,
            document(wire, null, List.of(), "approuve", "Tension 13/8, à revoir dans six mois."));

    assertThat(put.authors()).containsExactly(OTHER);
    assertThat(put.created()).isEqualTo("20250304101530");
    assertThat(put.submitted()).isEqualTo(LAST_YEAR);
    Reply found = find(wire, APPROVED);
    assertThat(only(found).group(1)).isEqualTo(put.entryUuid());
    assertThat(found.text())
        .contains("value=\"Consultation de suivi\"")
        .contains("nodeRepresentation=\"11488-4\"")
        .contains(OTHER + "^EXEMPLE^CAMILLE");
    Reply got = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted(put.uniqueId()));
    CdaDocument read = CdaDocument.read(got.parts().get(1));
    assertThat(read.id().root()).isEqualTo(put.uniqueId());
    assertThat(new String(got.parts().get(1), UTF_8))
        .contains(
            Base64.getEncoder()
                .encodeToString("Tension 13/8, à revoir dans six mois.".getBytes(UTF_8)));
    assertThat(bench.findings(wire.space().id(), null))
        .extracting(Finding::rule, Finding::found)
        .isEmpty();
  }

  @Test
  void bytesOfOnesOwnComeBackAsTheyAre() throws Exception {
    Wire wire = wire(Map.of());
    byte[] bytes = {0, 1, 2, (byte) 0xFF};

    DmpDocument put =
        put(
            wire,
            new DmpDocumentRequest(
                wire.ins(),
                "IMG-KOS",
                "Scanner",
                "899990000046",
                LAST_YEAR,
                null,
                null,
                null,
                Base64.getEncoder().encodeToString(bytes),
                "application/dicom",
                "1.2.840.10008.5.1.4.1.1.88.59",
                null,
                null,
                "1.2.3.99"));

    assertThat(put.uniqueId()).isEqualTo("1.2.3.99");
    assertThat(put.size()).isEqualTo(4);
    assertThat(wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.99")).parts().get(1))
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, patient representant-legal medecin-traitant medecin medecin-du-travail autre-professionnel",
        "MASQUE_PS, patient representant-legal medecin-traitant",
        "INVISIBLE_PATIENT, medecin-traitant medecin medecin-du-travail autre-professionnel",
        "INVISIBLE_REPRESENTANTS_LEGAUX, patient medecin-traitant medecin medecin-du-travail autre-professionnel"
      })
  void eachSeesWhatIsNotHiddenFromHim(@Nullable String hidden, String eyes) {
    Wire wire = wire(Map.of());
    List<String> visibility = hidden == null ? List.of() : List.of(hidden);

    DmpDocument put = put(wire, document(wire, null, visibility, null, null));

    assertThat(put.visibility()).isEqualTo(visibility);
    assertThat(String.join(" ", put.seenBy())).isEqualTo(eyes);
    for (String eye : List.of("patient", "medecin", "medecin-traitant", "employe")) {
      assertThat(seen(wire, eye).documents())
          .as(eye)
          .hasSize(List.of(eyes.split(" ", -1)).contains(eye) ? 1 : 0);
    }
    assertThat(seen(wire, null).documents()).hasSize(1);
  }

  @Test
  void aProfessionalSeesWithTheAuthorisationAndTheDocumentsHeHas() {
    Wire wire = wire(Map.of());
    put(wire, document(wire, OTHER, List.of("MASQUE_PS"), null, null));
    put(wire, document(wire, "patient", List.of(), null, null));

    assertThat(seen(wire, Wire.HOLDER).documents())
        .extracting(each -> each.authors().get(0))
        .containsExactly(wire.ins());
    assertThat(seen(wire, OTHER).refusal()).contains("NON_EXISTE");
    authorize(wire, OTHER, false);
    assertThat(seen(wire, OTHER).documents()).hasSize(2);
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ferme"));
    assertThat(seen(wire, OTHER).refusal()).contains("fermé");
    assertThat(seen(wire, "patient").documents()).isEmpty();
    assertThat(seen(wire, null).documents()).hasSize(2);
  }

  @Test
  void thePatientMasksShowsArchivesAndDeletes() throws Exception {
    Wire wire = wire(Map.of());
    DmpDocument put = put(wire, document(wire, null, List.of(), null, null));

    DmpDocument masked = change(wire, put, List.of("MASQUE_PS"), null);

    assertThat(masked.version()).isEqualTo(2);
    assertThat(masked.logicalId()).isEqualTo(put.logicalId());
    assertThat(masked.entryUuid()).isNotEqualTo(put.entryUuid());
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"0\"");
    assertThat(change(wire, put, List.of(), "archive").status()).isEqualTo("archive");
    assertThat(find(wire, ARCHIVED).text()).contains("totalResultCount=\"1\"");
    assertThat(change(wire, put, null, "supprime").seenBy()).isEmpty();
  }

  @Test
  void aReplacedDocumentIsObsoleteAndTheOtherSaysSo() throws Exception {
    Wire wire = wire(Map.of());
    DmpDocument old = put(wire, document(wire, null, List.of(), null, null));

    DmpDocumentRequest like = document(wire, null, List.of(), null, "Correction.");
    put(
        wire,
        new DmpDocumentRequest(
            like.ins(),
            like.type(),
            like.title(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            old.uniqueId(),
            null));

    assertThat(seen(wire, null).documents())
        .extracting(DmpDocument::status)
        .containsExactly("obsolete", "approuve");
    assertThat(find(wire, DEPRECATED).text()).contains(old.entryUuid());
  }

  @Test
  void saysWhatItCannotPut() {
    Wire wire = wire(Map.of());
    DmpDocumentRequest right = document(wire, null, List.of(), null, null);
    put(wire, named(right, "1.2.3.4"));

    assertThatThrownBy(() -> put(wire, named(right, "1.2.3.4")))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("déjà au DMP");
    for (DmpDocumentRequest wrong :
        List.of(
            DmpDocumentRequest.ofType("188017505612345", "11488-4", "titre"),
            DmpDocumentRequest.ofType(wire.ins(), "type", "titre"),
            document(wire, "899999999999", List.of(), null, null),
            document(wire, null, List.of("CACHE"), null, null),
            document(wire, null, List.of(), "perdu", null))) {
      assertThatThrownBy(() -> put(wire, wrong)).isInstanceOf(InvalidControlRequestException.class);
    }
    assertThatThrownBy(() -> seen(wire, "boulanger")).hasMessageContaining("medecin-traitant");
    assertThat(seen(wire, null).documents()).hasSize(1);
  }

  private static DmpDocumentRequest document(
      Wire wire,
      @Nullable String author,
      List<String> visibility,
      @Nullable String status,
      @Nullable String text) {
    return new DmpDocumentRequest(
        wire.ins(),
        "11488-4",
        "Consultation de suivi",
        author,
        LAST_YEAR,
        null,
        visibility,
        text,
        null,
        null,
        null,
        status,
        null,
        null);
  }

  private static DmpDocumentRequest named(DmpDocumentRequest like, String uniqueId) {
    return new DmpDocumentRequest(
        like.ins(),
        like.type(),
        like.title(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        uniqueId);
  }

  private static DmpDocument put(Wire wire, DmpDocumentRequest request) {
    return (DmpDocument) asked(wire, "document", request);
  }

  private static DmpDocument change(
      Wire wire, DmpDocument document, @Nullable List<String> visibility, @Nullable String status) {
    return (DmpDocument)
        asked(
            wire,
            "document-change",
            new DmpDocumentChange(wire.ins(), document.uniqueId(), visibility, status));
  }
}

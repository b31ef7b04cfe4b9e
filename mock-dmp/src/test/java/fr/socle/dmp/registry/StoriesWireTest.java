package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.dmp.Certificates;
import fr.socle.documents.cda.CdaDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of patients of dmp.md 5.7, and who reads what, over the wire. */
class StoriesWireTest extends DocumentsOnTheWire {
  private static final String FIND_BY_REFERENCE = "12941a89-e02e-4be5-967c-ce4bfc8fe492";

  /**
   * What is in the DMP of each, type and format, status and visibility where they are not usual.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "avec-documents | 34112-3 archive, 11488-4, 11502-2, 57833-6, 60591-5",
        "documents-du-patient | EXPPAT_1, EXPPAT_2, 11488-4",
        "mineur | 87273-9 vac-note, 11488-4 INVISIBLE_REPRESENTANTS_LEGAUX",
        "vaccination | 87273-9 vac-note, 87273-9 vac-note, 11369-6 vac",
        "remboursements | REMB, REMB hr",
        "imagerie | 18748-4, IMG-KOS application/dicom",
        "remplace | 11488-4 obsolete, 11488-4",
        "medecin-traitant | 60591-5, 11488-4 MASQUE_PS",
        "visibilites | 11488-4 archive, 11488-4 supprime, 11488-4, 11488-4 MASQUE_PS,"
            + " 11502-2 INVISIBLE_PATIENT",
        "ferme-avec-documents | 11488-4"
      })
  void theDocumentsOfAStoryAreThere(String preset, String expected) {
    Wire wire = wire(Map.of());

    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), preset));

    assertThat(seen(wire, null).documents())
        .extracting(StoriesWireTest::said)
        .containsExactlyInAnyOrder(expected.split(", ", -1));
  }

  private static String said(DmpDocument one) {
    String format = one.format();
    return one.type()
        + (format.startsWith("urn:asip:ci-sis:") ? " " + format.split(":", -1)[3] : "")
        + (one.mimeType().equals("text/xml") ? "" : " " + one.mimeType())
        + (one.status().equals("approuve") ? "" : " " + one.status())
        + String.join("", one.visibility().stream().map(each -> " " + each).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "sans-autorisation, NON_EXISTE, false",
    "autorise, VALIDE, false",
    "bloque, INTERDIT, false",
    "autorisation-expiree, EXPIRE, false",
    "medecin-traitant, VALIDE, true"
  })
  void whatThePatientGaveIsThere(String preset, String state, boolean treating) {
    Wire wire = wire(Map.of());

    DmpDossier told =
        (DmpDossier) asked(wire, "dossier", DmpDossierRequest.preset(wire.ins(), preset));

    List<DmpDossier.Authorization> own =
        told.authorizations().stream().filter(each -> each.holder().equals(Wire.HOLDER)).toList();
    if (state.equals("NON_EXISTE")) {
      assertThat(own).isEmpty();
    } else {
      assertThat(own).containsExactly(new DmpDossier.Authorization(Wire.HOLDER, state, treating));
    }
  }

  @Test
  void imagesAreFoundByWhatTheyReferToAndReadAsDicom() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "imagerie"));
    String all = find(wire, APPROVED).text();
    String accession =
        all.replaceAll("(?s).*<rim:Value>(ACC[0-9]{8}\\^[^<]*accession)</rim:Value>.*", "$1")
            .replace("&amp;", "&");
    assertThat(accession).startsWith("ACC").hasSizeLessThan(100);

    assertThat(byReference(wire, accession)).contains("totalResultCount=\"2\"");
    assertThat(byReference(wire, accession.replace("ACC", "ABC")))
        .contains("totalResultCount=\"0\"");
    DmpDocument kos =
        seen(wire, null).documents().stream()
            .filter(each -> each.type().equals("IMG-KOS"))
            .findFirst()
            .orElseThrow();
    byte[] file =
        wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted(kos.uniqueId())).parts().get(1);
    assertThat(new String(file, 128, 4, ISO_8859_1)).isEqualTo("DICM");
    assertThat(new String(file, ISO_8859_1))
        .contains("1.2.840.10008.5.1.4.1.1.88.59", wire.ins(), accession.split("\\^", -1)[0]);
  }

  private static String byReference(Wire wire, String reference) throws Exception {
    return wire.byCard(
            "registry",
            Wire.FIND,
            approved(
                    wire,
                    Metadata.slot("$XDSDocumentEntryReferenceIdList", "('" + reference + "')"))
                .replace(FIND_DOCUMENTS, FIND_BY_REFERENCE))
        .text();
  }

  @Test
  void aStructuredFormatIsThatOfADocumentInSections() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "remboursements"));

    for (DmpDocument each : seen(wire, null).documents()) {
      byte[] cda =
          wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted(each.uniqueId())).parts().get(1);
      assertThat(CdaDocument.read(cda).id().root()).isEqualTo(each.uniqueId());
      assertThat(new String(cda, ISO_8859_1))
          .contains(each.format().contains(":xds-sd:") ? "<nonXMLBody>" : "<structuredBody>");
    }
  }

  @Test
  void aMinorHasThoseWhoRepresentHim() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "mineur"));

    assertThat(seen(wire, "representant-legal").documents()).hasSize(1);
    assertThat(seen(wire, "patient").documents()).hasSize(2);
  }

  @Test
  void aTableSaysWhichProfessionReadsAType(@TempDir Path folder) throws Exception {
    Path table = folder.resolve("table.csv");
    Files.writeString(
        table, "# essai\nprofession;type;droit\n*;*;Y\n60;IMG-KOS;-\n*;11502-2;-\n10;IMG-KOS;-\n");
    Wire wire = wire(Map.of("dmp.habilitations", table.toString()));
    authorize(wire, Certificates.HOLDER, false);
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "vaccination"));

    // Its author, and another doctor.
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"1\"");
    assertThat(wire.inAir("registry", Wire.FIND, approved(wire)).text())
        .contains("totalResultCount=\"0\"");
    assertThat(wire.inAir("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1")).text())
        .contains("DMPAccessDeniedByRightsService");
    assertThat(seen(wire, "profession-60").documents()).isEmpty();
    assertThat(seen(wire, "profession-21").documents()).hasSize(1);
    assertThatThrownBy(
            () ->
                bench.createSpace(
                    new SpaceRequest(null, null, Map.of("dmp.habilitations", "/nulle/part"))))
        .hasMessageContaining("dmp.habilitations");
  }
}

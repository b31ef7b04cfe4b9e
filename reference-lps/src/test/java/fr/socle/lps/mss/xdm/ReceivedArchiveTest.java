package fr.socle.lps.mss.xdm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ReceivedArchiveTest {

  private static final byte[] LETTER = "<lettre/>".getBytes(UTF_8);
  private static final String HASH = "f1c7b0cd5c4a0a2c7d9ae9c3f0f3f4d1c1d8a3b9";

  @Test
  void findsADocumentByTheNameThatMetadataGiveIt() throws IOException {
    ReceivedArchive archive =
        ReceivedArchive.read(zip("ihe_xdm/subset01/metadata.xml", metadata("LETTRE.XML", "9")))
            .orElseThrow();

    assertThat(archive.documents())
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.uniqueId()).isEqualTo("1.2.3");
              assertThat(document.patient()).isEqualTo("2790351215189^^^&1.2&ISO^NH");
              assertThat(document.bytes()).isEqualTo(LETTER);
            });
  }

  @Test
  void doesNotTakeBytesThatMetadataDoNotDescribe() throws IOException {
    ReceivedArchive archive =
        ReceivedArchive.read(zip("IHE_XDM/SUBSET01/METADATA.XML", metadata("LETTRE.XML", "9")))
            .orElseThrow();

    assertThat(archive.documents().get(0).whole()).isFalse();
  }

  @Test
  void tellsWhatIsToBeDeleted() throws IOException {
    assertThat(deleted(metadata("LETTRE.XML", "9"))).isFalse();
    assertThat(deleted(marked("C"))).isFalse();
    assertThat(deleted(marked("D"))).isTrue();
  }

  private static String marked(String mark) {
    String slot =
        "<r:Slot name='urn:action:extraMetadataSlot'><r:ValueList><r:Value>"
            + mark
            + "</r:Value></r:ValueList></r:Slot>";
    return metadata("LETTRE.XML", "9").replaceFirst("<r:Slot", slot + "<r:Slot");
  }

  private static boolean deleted(String metadata) throws IOException {
    return ReceivedArchive.read(zip("IHE_XDM/SUBSET01/METADATA.XML", metadata))
        .orElseThrow()
        .documents()
        .get(0)
        .deleted();
  }

  @Test
  void holdsNothingWhenTheFileIsNotThere() throws IOException {
    assertThat(
            ReceivedArchive.read(zip("IHE_XDM/SUBSET01/METADATA.XML", metadata("AUTRE.XML", "9"))))
        .isEmpty();
  }

  @Test
  void holdsNothingWhenItIsNoArchive() {
    assertThat(ReceivedArchive.read(LETTER)).isEmpty();
  }

  @Test
  void readsWhatThisSoftwareWrites() {
    byte[] zip =
        ArchiveWriter.write(
            new ArchiveWriter.Sender("Marie TESTEUR", "CABINET TEST", "LPS 1"),
            metadata(ArchiveWriter.file(1), "9").getBytes(UTF_8),
            List.of(LETTER));

    assertThat(ReceivedArchive.read(zip).orElseThrow().documents().get(0).bytes())
        .isEqualTo(LETTER);
  }

  private static byte[] zip(String metadataName, String metadata) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(metadataName));
      zip.write(metadata.getBytes(UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/lettre.xml"));
      zip.write(LETTER);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static String metadata(String uri, String size) {
    return """
        <SubmitObjectsRequest xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0">
        <r:RegistryObjectList xmlns:r="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0">
        <r:ExtrinsicObject id="d">
        <r:Slot name="URI"><r:ValueList><r:Value>%s</r:Value></r:ValueList></r:Slot>
        <r:Slot name="hash"><r:ValueList><r:Value>%s</r:Value></r:ValueList></r:Slot>
        <r:Slot name="size"><r:ValueList><r:Value>%s</r:Value></r:ValueList></r:Slot>
        <r:ExternalIdentifier identificationScheme="urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427"
          value="2790351215189^^^&amp;1.2&amp;ISO^NH"/>
        <r:ExternalIdentifier identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab"
          value="1.2.3"/>
        </r:ExtrinsicObject></r:RegistryObjectList></SubmitObjectsRequest>
        """
        .formatted(uri, HASH, size);
  }
}

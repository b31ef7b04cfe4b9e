package fr.socle.dmp.registry.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.dmp.service.KnownPatient;
import java.io.ByteArrayOutputStream;

/**
 * A reference to images (DICOM key object selection): a file of DICOM part 10, explicit VR little
 * endian, which says whose examination it is and names no image. dmp.md 3.7.
 */
final class ArrangedKos {
  static final String MIME_TYPE = "application/dicom";
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.88.59";
  private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
  private static final String WRITTEN_BY = "1.3.6.1.4.1.32473.90";
  private static final int PREAMBLE = 128;
  private static final int DAY = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ArrangedKos() {}

  static byte[] of(ArrangedDocument document) {
    ArrangedKos meta = new ArrangedKos();
    // (0002,0001) is the only long form: version of the format, 00 01.
    meta.number(0x0002);
    meta.number(0x0001);
    meta.out.writeBytes(new byte[] {'O', 'B', 0, 0, 2, 0, 0, 0, 0, 1});
    meta.text(0x0002, 0x0002, "UI", SOP_CLASS);
    meta.text(0x0002, 0x0003, "UI", document.uniqueId());
    meta.text(0x0002, 0x0010, "UI", EXPLICIT_LITTLE_ENDIAN);
    meta.text(0x0002, 0x0012, "UI", WRITTEN_BY);
    ArrangedKos file = new ArrangedKos();
    file.out.writeBytes(new byte[PREAMBLE]);
    file.out.writeBytes("DICM".getBytes(US_ASCII));
    file.number(0x0002);
    file.number(0x0000);
    file.out.writeBytes(new byte[] {'U', 'L', 4, 0});
    file.number(meta.out.size());
    file.number(0);
    file.out.writeBytes(meta.out.toByteArray());
    file.dataset(document);
    return file.out.toByteArray();
  }

  private void dataset(ArrangedDocument document) {
    KnownPatient patient = document.patient();
    ImagingReferences references = ImagingReferences.of(document);
    text(0x0008, 0x0005, "CS", "ISO_IR 192");
    text(0x0008, 0x0016, "UI", SOP_CLASS);
    text(0x0008, 0x0018, "UI", document.uniqueId());
    text(0x0008, 0x0020, "DA", ArrangedMetadata.time(document.date()).substring(0, DAY));
    text(0x0008, 0x0050, "SH", references.accession());
    text(0x0008, 0x0060, "CS", "KO");
    text(0x0010, 0x0010, "PN", patient.birthName() + "^" + String.join(" ", patient.firstNames()));
    text(0x0010, 0x0020, "LO", patient.id().number());
    text(0x0010, 0x0030, "DA", patient.birthDate());
    text(0x0010, 0x0040, "CS", patient.sex());
    text(0x0020, 0x000D, "UI", references.study());
    text(0x0020, 0x000E, "UI", references.study() + ".1");
    text(0x0040, 0xA040, "CS", "CONTAINER");
  }

  private void text(int group, int element, String representation, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    number(group);
    number(element);
    out.writeBytes(representation.getBytes(US_ASCII));
    number(bytes.length + bytes.length % 2);
    out.writeBytes(bytes);
    if (bytes.length % 2 == 1) {
      // An identifier is filled up with a null, words with a space: DICOM PS3.5, 6.2.
      out.write(representation.equals("UI") ? 0 : ' ');
    }
  }

  /** Two bytes, the lower first. */
  private void number(int value) {
    out.write(value & 0xFF);
    out.write((value >> 8) & 0xFF);
  }
}

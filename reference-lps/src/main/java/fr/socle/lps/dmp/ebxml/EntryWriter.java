package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.vihf.Structure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes entries of documents, and that of the signature of a set (dmp.md 3.2, 3.6). */
final class EntryWriter {

  private static final Code SETTING =
      new Code("AMBULATOIRE", "1.2.250.1.213.1.1.4.9", "Ambulatoire");
  private static final Code SIGNATURE_CLASS =
      new Code("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN", "Digital Signature");
  private static final Code SIGNATURE_TYPE = new Code("E1762", "ASTM", "Full Document");
  private static final Code SIGNATURE_FORMAT =
      new Code("http://www.w3.org/2000/09/xmldsig#", "URN", "Default Signature Style");
  private static final Code SIGNATURE_PURPOSE =
      new Code("1.2.840.10065.1.12.1.14", "1.2.840.10065.1.12", "Source");

  private final Markup xml;
  private final EbXml ebxml;
  private final Patient patient;

  EntryWriter(Markup xml, EbXml ebxml, Patient patient) {
    this.xml = xml;
    this.ebxml = ebxml;
    this.patient = patient;
  }

  /**
   * Writes the entry of a document.
   *
   * @param hashed the bytes its hash is made of: its own
   */
  void document(Entry entry, byte[] hashed) {
    document(entry, hashed, "", "");
  }

  /**
   * The same, of a document that stands in a file.
   *
   * @param uri name of the file, empty for none
   * @param status status to write, empty for none
   */
  void document(Entry entry, byte[] hashed, String uri, String status) {
    String id = entry.symbol();
    open(id, status);
    if (!uri.isEmpty()) {
      ebxml.slot("URI", uri);
    }
    ebxml.slot("creationTime", EbXml.time(entry.created()));
    ebxml.slot("hash", sha1(hashed));
    ebxml.slot("languageCode", "fr-FR");
    ebxml.slot("legalAuthenticator", Author.person(entry.responsible()));
    ebxml.slot("serviceStartTime", EbXml.time(entry.start()));
    ebxml.slot("size", String.valueOf(entry.bytes().length));
    ebxml.slot("sourcePatientId", patient.localId());
    ebxml.slot(
        "sourcePatientInfo",
        "PID-5|" + patient.familyName() + "^" + patient.firstName() + "^^^^^L",
        "PID-7|" + patient.birthDate(),
        "PID-8|" + patient.sex());
    if (!entry.references().isEmpty()) {
      ebxml.slot("urn:ihe:iti:xds:2013:referenceIdList", entry.references().toArray(String[]::new));
    }
    ebxml.name(entry.title());
    authors(entry);
    ebxml.code(id, "41a5887f-8865-4c09-adf7-e362475b143a", entry.type().classCode());
    ebxml.code(id, "f4f85eac-e6cb-4883-b524-f2705394840f", Code.NORMAL);
    entry
        .visibility()
        .codes()
        .forEach(code -> ebxml.code(id, "f4f85eac-e6cb-4883-b524-f2705394840f", code));
    ebxml.code(id, "a09d5840-386c-46f2-b5ad-9c3699a4309d", entry.format());
    place(id, entry);
    ebxml.code(id, "f0306f51-975f-434e-a61c-c59651d33983", entry.type().type());
    identifiers(id, entry);
    xml.close("rim:ExtrinsicObject");
  }

  /** The signature of a set: described as the documents, its own codes apart. */
  void signature(Entry entry, Entry like) {
    String id = entry.symbol();
    String time = EbXml.time(entry.created());
    open(id, "");
    ebxml.slot("creationTime", time);
    ebxml.slot("hash", sha1(entry.bytes()));
    ebxml.slot("languageCode", "art");
    ebxml.slot("legalAuthenticator", Author.person(like.responsible()));
    ebxml.slot("serviceStartTime", time);
    ebxml.slot("serviceStopTime", time);
    ebxml.slot("size", String.valueOf(entry.bytes().length));
    ebxml.slot("sourcePatientId", patient.id());
    ebxml.name("Source");
    authors(entry);
    ebxml.code(id, "41a5887f-8865-4c09-adf7-e362475b143a", SIGNATURE_CLASS);
    ebxml.code(id, "f4f85eac-e6cb-4883-b524-f2705394840f", Code.NORMAL);
    new Visibility(true, true, false)
        .codes()
        .forEach(code -> ebxml.code(id, "f4f85eac-e6cb-4883-b524-f2705394840f", code));
    ebxml.code(id, "2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4", SIGNATURE_PURPOSE);
    ebxml.code(id, "a09d5840-386c-46f2-b5ad-9c3699a4309d", SIGNATURE_FORMAT);
    place(id, like);
    ebxml.code(id, "f0306f51-975f-434e-a61c-c59651d33983", SIGNATURE_TYPE);
    identifiers(id, entry);
    xml.close("rim:ExtrinsicObject");
  }

  private void open(String id, String status) {
    xml.open(
        "rim:ExtrinsicObject",
        "id",
        id,
        "mimeType",
        "text/xml",
        "objectType",
        EbXml.DOCUMENT,
        "status",
        status);
  }

  private void authors(Entry entry) {
    for (Author author : entry.authors()) {
      ebxml.author(entry.symbol(), "93606bcf-9494-43ec-9b4e-a7748d1a838d", author);
    }
  }

  private void place(String id, Entry entry) {
    Structure structure = entry.responsible().structure();
    ebxml.code(
        id,
        "f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1",
        new Code(structure.sector(), "1.2.250.1.71.4.2.4", structure.sectorLabel()));
    ebxml.code(id, "cccf5598-8b07-4b77-a05e-ae952c785ead", SETTING);
  }

  private void identifiers(String id, Entry entry) {
    ebxml.identifier(
        id, "58a6f841-87b3-4a3e-92fd-a8ffeff98427", patient.id(), "XDSDocumentEntry.patientId");
    ebxml.identifier(
        id, "2e82c1f6-a085-4c72-9da3-8640a32e42ab", entry.uniqueId(), "XDSDocumentEntry.uniqueId");
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

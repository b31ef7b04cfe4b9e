package fr.socle.lps.dmp.ebxml;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.dmp.soap.Markup;
import java.util.List;

/**
 * The metadata of documents that travel in an archive (mssante.md 2.5).
 *
 * @param lot the set
 * @param documents at least one
 * @param files names of their files, in the same order
 */
public record XdmMetadata(Lot lot, List<Entry> documents, List<String> files) {

  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";

  public XdmMetadata {
    documents = List.copyOf(documents);
    files = List.copyOf(files);
  }

  /** The file METADATA.XML. */
  public byte[] write() {
    Markup xml = new Markup().raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.open("lcm:SubmitObjectsRequest", "xmlns:lcm", EbXml.LCM, "xmlns:rim", EbXml.RIM)
        .open("rim:RegistryObjectList");
    EbXml ebxml = new EbXml(xml);
    EntryWriter writer = new EntryWriter(xml, ebxml, lot.patient());
    lot.write(xml, ebxml);
    for (int i = 0; i < documents.size(); i++) {
      Entry entry = documents.get(i);
      writer.document(entry, entry.bytes(), files.get(i), APPROVED);
    }
    for (Entry entry : documents) {
      ebxml.association(
          EbXml.HAS_MEMBER, Lot.SYMBOL, entry.symbol(), "SubmissionSetStatus", "Original");
    }
    return xml.close("rim:RegistryObjectList")
        .close("lcm:SubmitObjectsRequest")
        .toString()
        .getBytes(UTF_8);
  }
}

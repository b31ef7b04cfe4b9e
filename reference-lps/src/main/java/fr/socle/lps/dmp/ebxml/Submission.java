package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents on their way to the DMP, with the one that signs the set (dmp.md 1.9).
 *
 * @param lot the set
 * @param documents at least one
 * @param replaced entryUUID of what a document replaces, by symbol of the document
 * @param signature the signature of the set, one or none
 */
public record Submission(
    Lot lot,
    List<Entry> documents,
    Map<String, String> replaced,
    List<Entry> signature,
    Defects defects) {

  public Submission {
    documents = List.copyOf(documents);
    replaced = Map.copyOf(replaced);
    signature = List.copyOf(signature);
  }

  /** The same documents, as if they were others. */
  public Submission renumbered() {
    Lot other =
        new Lot(lot.uniqueId() + ".2", lot.sourceId(), lot.author(), lot.patient(), lot.at());
    return new Submission(
        other, documents.stream().map(Entry::renumbered).toList(), replaced, signature, defects);
  }

  /** The body of TD2.1. */
  public String write() {
    Markup xml = new Markup();
    xml.open(
            "ihe:ProvideAndRegisterDocumentSetRequest",
            "xmlns:ihe",
            "urn:ihe:iti:xds-b:2007",
            "xmlns:lcm",
            EbXml.LCM,
            "xmlns:rim",
            EbXml.RIM)
        .open("lcm:SubmitObjectsRequest")
        .open("rim:RegistryObjectList");
    EbXml ebxml = new EbXml(xml);
    EntryWriter writer = new EntryWriter(xml, ebxml, lot.patient());
    lot.write(xml, ebxml);
    for (int i = 0; i < documents.size(); i++) {
      writer.document(documents.get(i), documents.get(hashed(i)).bytes());
    }
    signature.forEach(entry -> writer.signature(entry, documents.get(0)));
    for (Entry entry : members()) {
      ebxml.association(
          EbXml.HAS_MEMBER, Lot.SYMBOL, entry.symbol(), "SubmissionSetStatus", "Original");
    }
    for (Entry entry : signature) {
      ebxml.association(EbXml.SIGNS, entry.symbol(), Lot.SYMBOL, "SubmissionSetStatus", "Original");
    }
    replaced.forEach((symbol, old) -> ebxml.association(EbXml.REPLACES, symbol, old));
    xml.close("rim:RegistryObjectList").close("lcm:SubmitObjectsRequest");
    for (Entry entry : signature) {
      if (inside()) {
        String content = Base64.getEncoder().encodeToString(entry.bytes());
        xml.leaf("ihe:Document", content, "id", entry.symbol());
      }
    }
    for (Entry entry : apart()) {
      xml.open("ihe:Document", "id", entry.symbol())
          .empty(
              "xop:Include",
              "xmlns:xop",
              "http://www.w3.org/2004/08/xop/include",
              "href",
              "cid:" + contentId(entry))
          .close("ihe:Document");
    }
    return xml.close("ihe:ProvideAndRegisterDocumentSetRequest").toString();
  }

  /** The documents by Content-ID. */
  public Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    apart().forEach(entry -> parts.put(contentId(entry), entry.bytes()));
    return parts;
  }

  /** What has a part of its own in the message. */
  private List<Entry> apart() {
    return inside() ? documents : all();
  }

  private boolean inside() {
    return defects.has(Mutant.DMP_SIGNATURE_DANS_ENVELOPPE);
  }

  /** Whose hash stands in an entry: its own, that of its neighbour in a mutant. */
  private int hashed(int index) {
    return defects.has(Mutant.DMP_LOT_EMPREINTES_ECHANGEES)
        ? (index + 1) % documents.size()
        : index;
  }

  private List<Entry> members() {
    List<Entry> members = all();
    if (defects.has(Mutant.DMP_LOT_MEMBRE_OUBLIE)) {
      members.removeAll(documents.subList(1, documents.size()));
    }
    return members;
  }

  private List<Entry> all() {
    List<Entry> all = new ArrayList<>(documents);
    all.addAll(signature);
    return all;
  }

  private static String contentId(Entry entry) {
    return entry.symbol() + "@lps.socle";
  }
}

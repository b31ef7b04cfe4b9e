package fr.socle.lps.dmp.ebxml;

import fr.socle.lps.dmp.soap.Markup;
import fr.socle.lps.dmp.soap.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Changes of documents that are at the DMP: TD3.3 (dmp.md 1.12). */
public final class Update {

  private static final String CONFIDENTIALITY = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";
  private static final String SYMBOL = "Document01";

  private Update() {}

  /** Archives, takes out of the archive, deletes. */
  public static String status(Lot lot, String entryUuid, Status from, Status to) {
    Markup xml = start();
    EbXml ebxml = start(lot, xml);
    ebxml.association(
        EbXml.UPDATES, Lot.SYMBOL, entryUuid, "OriginalStatus", from.urn(), "NewStatus", to.urn());
    return end(xml);
  }

  /** Masks, shows: the whole entry again, its confidentiality changed. */
  public static String visibility(Lot lot, FoundEntry entry, Visibility wanted) {
    Markup xml = start();
    EbXml ebxml = start(lot, xml);
    xml.raw(Xml.write(rewritten(entry, wanted)));
    ebxml.association(
        EbXml.HAS_MEMBER,
        Lot.SYMBOL,
        SYMBOL,
        "SubmissionSetStatus",
        "Original",
        "PreviousVersion",
        entry.version());
    return end(xml);
  }

  private static Markup start() {
    return new Markup()
        .open("lcm:SubmitObjectsRequest", "xmlns:lcm", EbXml.LCM, "xmlns:rim", EbXml.RIM)
        .open("rim:RegistryObjectList");
  }

  private static EbXml start(Lot lot, Markup xml) {
    EbXml ebxml = new EbXml(xml);
    lot.write(xml, ebxml);
    return ebxml;
  }

  private static String end(Markup xml) {
    return xml.close("rim:RegistryObjectList").close("lcm:SubmitObjectsRequest").toString();
  }

  private static Element rewritten(FoundEntry found, Visibility wanted) {
    Element entry = (Element) found.element().cloneNode(true);
    String old = entry.getAttribute("id");
    entry.setAttribute("status", Status.ACTUEL.urn());
    rename(entry, old);
    for (Element code : Xml.children(entry, "Classification")) {
      if (code.getAttribute("classificationScheme").equals(CONFIDENTIALITY)
          && Visibility.CODES.contains(code.getAttribute("nodeRepresentation"))) {
        entry.removeChild(code);
      }
    }
    Element before = Xml.children(entry, "ExternalIdentifier").stream().findFirst().orElse(null);
    int rank = 0;
    for (Code code : wanted.codes()) {
      entry.insertBefore(classification(entry.getOwnerDocument(), code, ++rank), before);
    }
    return entry;
  }

  /** In a message an entry has a symbolic id; its lid says which one it is. */
  private static void rename(Element element, String old) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (attribute.getValue().equals(old) && !attribute.getName().equals("lid")) {
        attribute.setValue(SYMBOL);
      }
    }
    Xml.children(element, "*").forEach(child -> rename(child, old));
  }

  private static Element classification(Document document, Code code, int rank) {
    Element element = document.createElementNS(EbXml.RIM, "rim:Classification");
    element.setAttribute("id", SYMBOL + "-visibilite-" + rank);
    element.setAttribute("classificationScheme", CONFIDENTIALITY);
    element.setAttribute("classifiedObject", SYMBOL);
    element.setAttribute("nodeRepresentation", code.code());
    Element slot = child(element, "Slot");
    slot.setAttribute("name", "codingScheme");
    child(child(slot, "ValueList"), "Value").setTextContent(code.scheme());
    Element label = child(child(element, "Name"), "LocalizedString");
    label.setAttribute("value", code.label());
    label.setAttribute("charset", "UTF8");
    label.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "FR");
    return element;
  }

  private static Element child(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElementNS(EbXml.RIM, "rim:" + name);
    parent.appendChild(child);
    return child;
  }
}

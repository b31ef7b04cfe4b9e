package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.content.Content;
import fr.socle.bench.xml.XmlElement;
import fr.socle.dmp.protocol.Attachment;
import fr.socle.dmp.registry.service.DocumentContent;
import fr.socle.dmp.registry.service.Provided;
import fr.socle.documents.xds.EbXml;
import fr.socle.documents.xds.EbXmlReader;
import fr.socle.documents.xds.Submission;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an ITI-41 message brings: dmp.md 1.9 (S:MSG, WSDL). */
final class ProvidedReader {
  private static final String CID = "cid:";

  private ProvidedReader() {}

  static Provided read(XmlElement body, Map<String, Attachment> attachments) {
    // A part may be named by many documents: its digests are made once.
    IdentityHashMap<Attachment, DocumentContent> made = new IdentityHashMap<>();
    return new Provided(
        body.child(EbXml.SUBMIT_OBJECTS_REQUEST)
            .map(EbXmlReader::submission)
            .orElseGet(() -> new Submission(List.of(), List.of(), List.of(), List.of())),
        body.children(Ihe.DOCUMENT).stream().map(each -> bytes(each, attachments, made)).toList());
  }

  private static Provided.Bytes bytes(
      XmlElement document,
      Map<String, Attachment> attachments,
      IdentityHashMap<Attachment, DocumentContent> made) {
    String id = document.attribute("id").orElse("");
    XmlElement include = document.child(Ihe.INCLUDE).orElse(null);
    if (include == null) {
      return new Provided.Bytes(id, null, inPlace(document.text()));
    }
    String href = include.attribute("href").orElse("");
    Attachment part = part(href, attachments);
    return new Provided.Bytes(
        id,
        href,
        part == null
            ? null
            : made.computeIfAbsent(part, each -> DocumentContent.of(each.content())));
  }

  /** RFC 2392, 2: a cid is a percent-encoded Content-ID; not everybody encodes it. */
  private static @Nullable Attachment part(String href, Map<String, Attachment> attachments) {
    if (!href.startsWith(CID)) {
      return null;
    }
    String written = href.substring(CID.length());
    Attachment found = attachments.get(written);
    return found == null ? attachments.get(decoded(written)) : found;
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return written;
    }
  }

  /** XOP 1.0, 3.1: what is not taken out stays in place, in base64. */
  private static @Nullable DocumentContent inPlace(String text) {
    try {
      return text.isEmpty()
          ? null
          : DocumentContent.of(Content.of(Base64.getMimeDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

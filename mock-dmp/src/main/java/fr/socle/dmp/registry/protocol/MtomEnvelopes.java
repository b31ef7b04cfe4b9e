package fr.socle.dmp.registry.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapContentType;
import fr.socle.dmp.protocol.Attachment;
import fr.socle.dmp.protocol.Envelopes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the envelope of a MTOM message among its parts, and plain ones as they are: dmp.md 1.1
 * (S:WSDL, KIT, MSG). Charset and action that the parts announce are not looked at (Q9): bytes stay
 * what they are, and the envelope says its action.
 */
public final class MtomEnvelopes implements Envelopes {
  @Override
  public Unpacked unpack(IncomingRequest request) throws UnreadableException {
    SoapContentType type =
        SoapContentType.parse(request.headers().first("Content-Type").orElse(null));
    if (!type.mediaType().startsWith("multipart/")) {
      return PLAIN.unpack(request);
    }
    String boundary = type.parameters().getOrDefault("boundary", "");
    if (boundary.isEmpty()) {
      throw new UnreadableException(
          "Le Content-Type « multipart » n'annonce pas de limite : ajoutez le paramètre boundary.");
    }
    List<MimeParts.Part> parts = MimeParts.read(request.content(), boundary, request.scratch());
    int root = root(parts, MimeParts.unbracketed(start(type)));
    Map<String, Attachment> others = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      MimeParts.Part part = parts.get(i);
      if (i != root) {
        others.putIfAbsent(part.id(), new Attachment(part.header("content-type"), part.content()));
      }
    }
    MimeParts.Part envelope = parts.get(root);
    return new Unpacked(Envelopes.envelope(envelope.content()), envelopeType(envelope), others);
  }

  private static String start(SoapContentType type) {
    return type.parameters().getOrDefault("start", "");
  }

  private static int root(List<MimeParts.Part> parts, String start) throws UnreadableException {
    if (parts.isEmpty()) {
      throw new UnreadableException("Le message MTOM n'a aucune partie.");
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!start.isEmpty() && parts.get(i).id().equals(start)) {
        return i;
      }
    }
    // RFC 2387, 3.2: without start, the first part.
    return 0;
  }

  /** XOP 1.0, 4.1: the type of the envelope is in the parameter type of the part. */
  private static SoapContentType envelopeType(MimeParts.Part root) {
    SoapContentType part = SoapContentType.parse(root.header("content-type"));
    String inner = part.parameters().getOrDefault("type", "");
    return inner.isEmpty()
        ? part
        : new SoapContentType(SoapContentType.parse(inner).mediaType(), part.parameters());
  }
}

package fr.socle.lps.dmp.soap;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.w3c.dom.Element;

/** Sends messages to the DMP and reads what comes back (dmp.md 1.1). Thread-safe. */
public final class DmpDoor {

  private static final int LARGEST_ANSWER = 64 << 20;

  private final Way way;
  private final Defects defects;

  private DmpDoor(Way way, Defects defects) {
    this.way = way;
    this.defects = defects;
  }

  /** The way a message takes to the DMP: straight, or through a proxy. */
  @FunctionalInterface
  public interface Way {

    /**
     * Posts a message and gives the whole answer.
     *
     * @param service last segment of the address, {@code patients} for instance
     * @throws DmpUnreachable when no whole answer came back
     */
    Answer post(String service, String contentType, byte[] message)
        throws DmpUnreachable, InterruptedException;
  }

  /** Goes by another way. */
  public static DmpDoor through(Way way, Defects defects) {
    return new DmpDoor(way, defects);
  }

  /**
   * Goes straight.
   *
   * @param base address of the services, ending with a slash
   */
  public static DmpDoor straight(Wire wire, URI base, Defects defects) {
    Wire wide = wire.upTo(LARGEST_ANSWER);
    return new DmpDoor(
        (service, type, message) -> {
          HttpRequest request =
              HttpRequest.newBuilder(base.resolve(service))
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofByteArray(message))
                  .build();
          try {
            return wide.send(request);
          } catch (Wire.Unreachable e) {
            throw new DmpUnreachable(String.valueOf(e.getMessage()));
          }
        },
        defects);
  }

  /**
   * Calls an operation.
   *
   * @param vihf the assertion, as it stands in the header
   * @param body what the envelope holds
   * @throws DmpUnreachable when no whole answer came back
   * @throws DmpRefused when the answer is a fault
   */
  public DmpReply call(Operation operation, String vihf, String body)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    String type = "application/soap+xml; charset=utf-8; action=\"" + operation.action() + "\"";
    return post(operation, type, envelope(operation, vihf, body).getBytes(UTF_8));
  }

  /**
   * Calls an operation that sends documents.
   *
   * @param documents by Content-ID
   */
  public DmpReply send(Operation operation, String vihf, String body, Map<String, byte[]> documents)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    Mtom mtom = new Mtom();
    return post(
        operation,
        mtom.contentType(operation.action()),
        mtom.write(envelope(operation, vihf, body), documents));
  }

  private DmpReply post(Operation operation, String type, byte[] message)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    Answer answer = way.post(operation.service(), type, message);
    // dmp.md 2.6: 200, or 500 with a fault. Anything else is not the DMP speaking.
    if (answer.status() != 200 && answer.status() != 500) {
      throw new DmpUnreachable("réponse HTTP " + answer.status());
    }
    return read(answer);
  }

  private static DmpReply read(Answer answer) throws DmpUnreachable, DmpRefused {
    Map<String, byte[]> parts;
    Element envelope;
    try {
      if (answer.contentType().equals("multipart/related")) {
        parts = Mtom.read(answer.body(), answer.boundary());
        if (parts.isEmpty()) {
          throw new DmpUnreachable("réponse vide");
        }
        envelope = Xml.read(parts.values().iterator().next()).getDocumentElement();
      } else {
        parts = Map.of();
        envelope = Xml.read(answer.body()).getDocumentElement();
      }
    } catch (IOException e) {
      throw new DmpUnreachable("réponse incomplète ou illisible");
    }
    Element body =
        Xml.find(envelope, "Body")
            .flatMap(inside -> Xml.find(inside, "*"))
            .orElseThrow(() -> new DmpUnreachable("réponse sans contenu"));
    if (body.getLocalName().equals("Fault")) {
      throw fault(body);
    }
    if (answer.status() != 200) {
      throw new DmpUnreachable("réponse HTTP " + answer.status());
    }
    return new DmpReply(body, parts);
  }

  private static DmpRefused fault(Element fault) throws DmpUnreachable {
    String code = Xml.text(fault, "Code", "Subcode", "Value");
    String local = code.substring(code.indexOf(':') + 1);
    boolean theirs = Xml.text(fault, "Code", "Value").endsWith("Receiver");
    String text = Xml.text(fault, "Reason", "Text");
    if (theirs) {
      throw new DmpUnreachable(text.isEmpty() ? "erreur du service" : text);
    }
    return new DmpRefused(List.of(local), Errors.inFrench(local, text));
  }

  private String envelope(Operation operation, String vihf, String body) {
    boolean astray = operation.equals(Operation.EXISTENCE) && defects.has(Mutant.DMP_ACTION_AUTRE);
    Operation named = astray ? Operation.PATIENTS : operation;
    String scheme = defects.has(Mutant.DMP_MESSAGE_NUMERO_NU) ? "" : "urn:uuid:";
    return new Markup()
        .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .open(
            "env:Envelope",
            "xmlns:env",
            "http://www.w3.org/2003/05/soap-envelope",
            "xmlns:wsa",
            "http://www.w3.org/2005/08/addressing")
        .open("env:Header")
        .leaf("wsa:MessageID", scheme + UUID.randomUUID())
        .empty("wsa:To")
        .open("wsa:ReplyTo", "env:mustUnderstand", "true")
        .leaf("wsa:Address", "http://www.w3.org/2005/08/addressing/anonymous")
        .close("wsa:ReplyTo")
        .leaf("wsa:Action", named.action(), "env:mustUnderstand", "true")
        .open(
            "wsse:Security",
            "xmlns:wsse",
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd")
        .raw(vihf)
        .close("wsse:Security")
        .close("env:Header")
        .open("env:Body")
        .raw(body)
        .close("env:Body")
        .close("env:Envelope")
        .toString();
  }
}

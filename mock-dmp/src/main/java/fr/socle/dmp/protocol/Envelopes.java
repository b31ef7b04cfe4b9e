package fr.socle.dmp.protocol;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapContentType;
import fr.socle.bench.xml.XmlLimits;
import java.util.Map;

/** Finds the envelope of a request, alone or first of several parts. */
@FunctionalInterface
public interface Envelopes {
  /** For requests that are an envelope and nothing else. */
  Envelopes PLAIN =
      request ->
          new Unpacked(
              envelope(request.content()),
              SoapContentType.parse(request.headers().first("Content-Type").orElse(null)),
              Map.of());

  /**
   * Finds it.
   *
   * @throws UnreadableException with a French sentence, when the parts cannot be told apart
   */
  Unpacked unpack(IncomingRequest request) throws UnreadableException;

  /**
   * The bytes of an envelope, in memory.
   *
   * @throws UnreadableException when there are more than the bench reads of XML
   */
  static byte[] envelope(Content content) throws UnreadableException {
    int most = XmlLimits.standard().bytes();
    if (content.size() > most) {
      throw UnreadableException.ofOurLimits(
          "Enveloppe de "
              + content.size()
              + " octets : Socle en lit "
              + most
              + " au plus ; joignez les documents en parties MTOM.");
    }
    return content.all();
  }

  /**
   * An envelope and what came with it.
   *
   * @param envelope its bytes
   * @param contentType its type
   * @param attachments the other parts, by Content-ID without angle brackets
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Unpacked(
      byte[] envelope, SoapContentType contentType, Map<String, Attachment> attachments) {
    /** Copies the map. */
    public Unpacked {
      attachments = Map.copyOf(attachments);
    }
  }

  /** Parts that cannot be told apart; the message is a French sentence. */
  final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean ofOurLimits;

    /** Built with what the user reads. */
    public UnreadableException(String sentence) {
      this(sentence, false);
    }

    private UnreadableException(String sentence, boolean ofOurLimits) {
      super(sentence);
      this.ofOurLimits = ofOurLimits;
    }

    /** What is only more than Socle takes. */
    public static UnreadableException ofOurLimits(String sentence) {
      return new UnreadableException(sentence, true);
    }

    /** Whether it is only more than Socle takes, which no rule of the DMP forbids. */
    public boolean isOfOurLimits() {
      return ofOurLimits;
    }
  }
}

package fr.socle.dmp.protocol;

import fr.socle.bench.soap.XmlContent;
import fr.socle.dmp.service.DmpRefusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an operation.
 *
 * @param content element of the body
 * @param attachments parts to send beside it, by Content-ID without angle brackets
 * @param refusal why the DMP refused inside its answer; null when it did not
 * @param decoded view for the journal
 * @param cut whether the last part is to be sent by half, and nothing after it
 * @param listed numbers of the patients whose records it lists (TD0.4)
 */
public record DmpReply(
    XmlContent content,
    Map<String, Attachment> attachments,
    @Nullable DmpRefusal refusal,
    Map<String, Object> decoded,
    boolean cut,
    List<String> listed) {

  /** A reply that is whole. */
  public DmpReply(
      XmlContent content,
      Map<String, Attachment> attachments,
      @Nullable DmpRefusal refusal,
      Map<String, Object> decoded) {
    this(content, attachments, refusal, decoded, false, List.of());
  }

  /** The same reply, cut inside its last part. */
  public DmpReply cutInside() {
    return new DmpReply(content, attachments, refusal, decoded, true, listed);
  }

  /** The same reply, which lists the records of these patients. */
  public DmpReply listing(List<String> patients) {
    return new DmpReply(content, attachments, refusal, decoded, cut, patients);
  }

  /** Copies the maps and the list. */
  public DmpReply {
    attachments = Map.copyOf(attachments);
    decoded = Map.copyOf(decoded);
    listed = List.copyOf(listed);
  }

  /** A result. */
  public static DmpReply of(XmlContent content, Map<String, Object> decoded) {
    return new DmpReply(content, Map.of(), null, decoded);
  }

  /** A refusal. */
  public static DmpReply refused(XmlContent content, DmpRefusal refusal) {
    return new DmpReply(
        content, Map.of(), refusal, Map.of("refus", refusal.code(), "texte", refusal.text()));
  }
}

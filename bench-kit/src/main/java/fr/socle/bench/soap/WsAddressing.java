package fr.socle.bench.soap;

import fr.socle.bench.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * The WS-Addressing headers of a message.
 *
 * @param namespace namespace they were written in; null when there is none
 * @param action what the message is for
 * @param messageId identifier of the message
 * @param to destination
 * @param replyTo address of the endpoint that takes the answer
 * @param faultTo address of the endpoint that takes a fault
 * @param relatesTo message it answers
 * @param repeated local names of the headers met more than once, which the standard forbids
 *     (WS-Addressing 1.0 SOAP Binding, 6.4.1)
 */
public record WsAddressing(
    @Nullable String namespace,
    @Nullable String action,
    @Nullable String messageId,
    @Nullable String to,
    @Nullable String replyTo,
    @Nullable String faultTo,
    @Nullable String relatesTo,
    List<String> repeated) {

  /** WS-Addressing 1.0, W3C recommendation. */
  public static final String NAMESPACE_1_0 = "http://www.w3.org/2005/08/addressing";

  /** The member submission of 2004, still sent by old stacks. */
  public static final String NAMESPACE_2004 = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

  private static final List<String> ONCE =
      List.of("Action", "MessageID", "To", "ReplyTo", "FaultTo");

  /** Copies the list. */
  public WsAddressing {
    repeated = List.copyOf(repeated);
  }

  /** Reads the headers of a message; the recommendation wins when both namespaces are there. */
  static WsAddressing read(List<HeaderBlock> header) {
    for (String namespace : List.of(NAMESPACE_1_0, NAMESPACE_2004)) {
      List<XmlElement> blocks =
          header.stream()
              .map(HeaderBlock::element)
              .filter(block -> block.namespace().equals(namespace))
              .toList();
      if (!blocks.isEmpty()) {
        return read(namespace, blocks);
      }
    }
    return new WsAddressing(null, null, null, null, null, null, null, List.of());
  }

  private static WsAddressing read(String namespace, List<XmlElement> blocks) {
    QName address = new QName(namespace, "Address");
    return new WsAddressing(
        namespace,
        text(blocks, "Action"),
        text(blocks, "MessageID"),
        text(blocks, "To"),
        first(blocks, "ReplyTo").flatMap(block -> block.textOf(address)).orElse(null),
        first(blocks, "FaultTo").flatMap(block -> block.textOf(address)).orElse(null),
        text(blocks, "RelatesTo"),
        ONCE.stream().filter(name -> named(blocks, name).count() > 1).toList());
  }

  private static @Nullable String text(List<XmlElement> blocks, String name) {
    return first(blocks, name).map(XmlElement::text).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static Optional<XmlElement> first(List<XmlElement> blocks, String name) {
    return named(blocks, name).findFirst();
  }

  private static Stream<XmlElement> named(List<XmlElement> blocks, String name) {
    return blocks.stream().filter(block -> block.localName().equals(name));
  }
}

package fr.socle.features.etapes;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** A search of documents as it is on the wire (dmp.md 1.10): its parameters by name. */
final class DmpQuery {
  private DmpQuery() {}

  /** The parameters in a request as recorded; nothing when it cannot be read. */
  static Optional<Map<String, List<String>>> read(byte[] request) {
    String message = new String(request, StandardCharsets.UTF_8);
    int start = message.indexOf('<');
    int end = message.lastIndexOf('>');
    return start < 0 || end < start
        ? Optional.empty()
        : DmpXml.read(message.substring(start, end + 1).getBytes(StandardCharsets.UTF_8))
            .map(DmpQuery::parameters);
  }

  private static Map<String, List<String>> parameters(Element envelope) {
    Map<String, List<String>> parameters = new HashMap<>();
    DmpXml.everywhere(envelope, "AdhocQuery")
        .flatMap(query -> DmpXml.children(query, "Slot").stream())
        .forEach(
            slot ->
                parameters.put(
                    slot.getAttribute("name"),
                    DmpXml.at(slot, "ValueList", "Value").stream().map(DmpXml::text).toList()));
    return parameters;
  }
}

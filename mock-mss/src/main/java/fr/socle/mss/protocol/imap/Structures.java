package fr.socle.mss.protocol.imap;

import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MailAddress;
import fr.socle.mss.protocol.mime.MimePart;
import fr.socle.mss.protocol.mime.Parameterized;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ENVELOPE} and {@code BODYSTRUCTURE} (RFC 3501 section 7.4.2). */
final class Structures {
  private Structures() {}

  static String envelope(HeaderBlock header) {
    String from = addresses(header, "From");
    String sender = addresses(header, "Sender");
    String replyTo = addresses(header, "Reply-To");
    return "("
        + String.join(
            " ",
            field(header, "Date"),
            field(header, "Subject"),
            from,
            sender.equals("NIL") ? from : sender,
            replyTo.equals("NIL") ? from : replyTo,
            addresses(header, "To"),
            addresses(header, "Cc"),
            addresses(header, "Bcc"),
            field(header, "In-Reply-To"),
            field(header, "Message-ID"))
        + ")";
  }

  private static String field(HeaderBlock header, String name) {
    return ImapText.string(header.first(name).orElse(null));
  }

  private static String addresses(HeaderBlock header, String name) {
    List<MailAddress> addresses =
        header.all(name).stream().flatMap(each -> MailAddress.read(each).stream()).toList();
    if (addresses.isEmpty()) {
      return "NIL";
    }
    return addresses.stream()
        .map(
            each ->
                "("
                    + String.join(
                        " ",
                        ImapText.string(each.name()),
                        ImapText.string(each.route()),
                        ImapText.string(each.local()),
                        ImapText.string(each.domain()))
                    + ")")
        .collect(Collectors.joining("", "(", ")"));
  }

  /**
   * The structure of a body.
   *
   * @param extended whether what only {@code BODYSTRUCTURE} tells is told
   */
  static String body(MimePart part, boolean extended) {
    StringBuilder text = new StringBuilder("(");
    if (!part.parts().isEmpty()) {
      part.parts().forEach(each -> text.append(body(each, extended)));
      text.append(' ').append(ImapText.string(part.subType()));
      if (extended) {
        text.append(' ').append(parameters(part.type().parameters()));
        text.append(' ').append(disposition(part));
        text.append(' ').append(language(part));
        text.append(' ').append(field(part.header(), "Content-Location"));
      }
      return text.append(')').toString();
    }
    // A multipart without parts cannot be written as one.
    boolean empty = part.mainType().equals("MULTIPART");
    text.append(
        String.join(
            " ",
            ImapText.string(empty ? "TEXT" : part.mainType()),
            ImapText.string(empty ? "PLAIN" : part.subType()),
            parameters(part.type().parameters()),
            field(part.header(), "Content-ID"),
            field(part.header(), "Content-Description"),
            ImapText.string(part.encoding()),
            Integer.toString(part.end() - part.bodyStart())));
    MimePart message = part.message();
    if (message != null) {
      text.append(' ').append(envelope(message.header()));
      text.append(' ').append(body(message, extended));
    }
    if (message != null || empty || part.mainType().equals("TEXT")) {
      text.append(' ').append(part.lines());
    }
    if (extended) {
      text.append(' ').append(field(part.header(), "Content-MD5"));
      text.append(' ').append(disposition(part));
      text.append(' ').append(language(part));
      text.append(' ').append(field(part.header(), "Content-Location"));
    }
    return text.append(')').toString();
  }

  private static String parameters(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? "NIL"
        : parameters.entrySet().stream()
            .map(each -> ImapText.string(each.getKey()) + " " + ImapText.string(each.getValue()))
            .collect(Collectors.joining(" ", "(", ")"));
  }

  private static String disposition(MimePart part) {
    Optional<String> said = part.header().first("Content-Disposition");
    if (said.isEmpty()) {
      return "NIL";
    }
    Parameterized read = Parameterized.read(said.get());
    return "(" + ImapText.string(read.value()) + " " + parameters(read.parameters()) + ")";
  }

  private static String language(MimePart part) {
    return part.header()
        .first("Content-Language")
        .map(
            each ->
                Arrays.stream(each.split(",", -1))
                    .map(one -> ImapText.string(one.strip()))
                    .collect(Collectors.joining(" ", "(", ")")))
        .orElse("NIL");
  }
}

package fr.socle.app.champs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as it is submitted: the commands of its envelope, then itself, its dots doubled (RFC
 * 5321 section 4.5.2). Each character is a byte.
 */
final class SubmittedText {
  /** The address of the author, perhaps on a line that continues the field. */
  private static final Pattern OWN =
      Pattern.compile("(?mi)^From:(?:[^\\r]|\\r\\n[ \\t])*?([^\\s<>\"]+@[^\\s<>\"]+)");

  private final String envelope;
  private final String text;

  private SubmittedText(String envelope, String text) {
    this.envelope = envelope;
    this.text = text;
  }

  /**
   * Reads an exchange.
   *
   * @param at where the data begins
   */
  static SubmittedText of(byte[] bytes, int at) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.endsWith("\r\n.\r\n") ? all.length() - ".\r\n".length() : all.length();
    return new SubmittedText(
        all.substring(0, at), all.substring(at, end).replaceAll("(?m)^\\.\\.", "."));
  }

  /** The message itself. */
  byte[] message() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** As it was said. */
  byte[] bytes() {
    return saying(message());
  }

  /** The same envelope, with another message. */
  byte[] saying(byte[] message) {
    String dotted = new String(message, StandardCharsets.ISO_8859_1).replaceAll("(?m)^\\.", "..");
    String data = envelope + dotted + (dotted.endsWith("\r\n") ? "" : "\r\n") + ".\r\n";
    return data.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * A message under another envelope.
   *
   * @param label command, and what was done to it
   * @param bytes what is then said
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Altered(String label, byte[] bytes) {}

  /** The envelopes that differ in one place, each with the message. */
  List<Altered> envelopes() {
    List<Altered> all = new ArrayList<>();
    String data =
        new String(saying(message()), StandardCharsets.ISO_8859_1).substring(envelope.length());
    String[] lines = envelope.split("(?<=\r\n)", -1);
    for (int i = 0; i < lines.length; i++) {
      String verb = lines[i].split("[ :\r]", 2)[0];
      if (!verb.isEmpty() && !verb.equals("DATA")) {
        for (TextAlterations.Altered other : others(lines[i])) {
          String[] changed = lines.clone();
          changed[i] = other.text();
          all.add(
              new Altered(
                  verb + " " + other.gesture(),
                  (String.join("", changed) + data).getBytes(StandardCharsets.ISO_8859_1)));
        }
      }
    }
    return all;
  }

  private List<TextAlterations.Altered> others(String line) {
    List<TextAlterations.Altered> others = new ArrayList<>(TextAlterations.words(line));
    others.add(new TextAlterations.Altered("retiré", ""));
    others.add(new TextAlterations.Altered("vidé", line.replaceFirst("<[^>]*>", "<>")));
    Matcher own = OWN.matcher(text);
    if (line.contains("<>") && own.find()) {
      others.add(
          new TextAlterations.Altered("garni", line.replace("<>", "<" + own.group(1) + ">")));
    }
    return others;
  }
}

package fr.socle.app.champs;

import fr.socle.app.champs.MailPart.Field;
import fr.socle.mss.protocol.mime.DecodedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every way to alter a message in one place: fields of its headers, texts, parts, the archives and
 * the documents in them. Remembers the fields of the messages it has seen, to add them to others.
 */
final class MailAlterations {
  private static final int TOO_LARGE = 26 << 20;
  private static final int LINES = 12;
  private static final String CITIZENS = "@patient.mssante.fr";
  private static final Pattern ACCENTED =
      Pattern.compile("[^ ]*[^\\x00-\\x7f][^ ]*( +[^ ]*[^\\x00-\\x7f][^ ]*)*");
  private static final int LONGEST_WORD = 40;

  private final Map<String, String> seen = new LinkedHashMap<>(Map.of("Bcc", "x@y.mssante.fr"));

  /**
   * One altered message.
   *
   * @param place field, part, entry of an archive
   * @param gesture what was done
   * @param isOfDocument whether it is one of the many places of a document
   * @param message makes the message that results
   */
  record Altered(String place, String gesture, boolean isOfDocument, Supplier<byte[]> message) {
    String label() {
      return place + " " + gesture;
    }
  }

  /** Puts a part in the place of another, in the whole message. */
  @FunctionalInterface
  private interface Placed {
    String with(MailPart other);
  }

  /** All of them. */
  List<Altered> of(byte[] message) {
    List<Altered> all = new ArrayList<>();
    MailPart whole = MailPart.read(new String(message, StandardCharsets.ISO_8859_1));
    part("", whole, MailPart::write, all);
    if (whole.first("To").contains(CITIZENS)) {
      // What follows the last part counts too (RFC 2046 section 5.1.1), and is the cheapest to add.
      String line = "x".repeat(76) + "\r\n";
      add("message", "alourdi", () -> whole.write() + line.repeat(TOO_LARGE / line.length()), all);
    }
    seen.forEach(
        (name, value) -> {
          if (whole.first(name).isEmpty()) {
            List<Field> more = new ArrayList<>(whole.fields());
            more.add(new Field(name, value));
            add("en-tête " + name, "ajouté", () -> whole.headed(more).write(), all);
          }
        });
    whole.fields().forEach(field -> seen.putIfAbsent(field.name(), field.value()));
    return all;
  }

  /** What the messages of one shape have alike: fields, types of parts, marks. */
  static String shape(byte[] message) {
    MailPart whole = MailPart.read(new String(message, StandardCharsets.ISO_8859_1));
    StringBuilder shape = new StringBuilder();
    shape(whole, shape);
    for (String name : List.of("X-MSS-INS", "X-MSS-MES", "X-MSS-CODECDA")) {
      shape.append(' ').append(whole.first(name));
    }
    return shape.append(mailboxes(whole)).toString();
  }

  /** The domains of those who write and are written to. */
  static String mailboxes(byte[] message) {
    return mailboxes(MailPart.read(new String(message, StandardCharsets.ISO_8859_1)));
  }

  private static String mailboxes(MailPart whole) {
    StringBuilder domains = new StringBuilder(" ");
    for (String name : List.of("From", "To")) {
      domains.append(whole.first(name).replaceAll("[^@]*(@[^ ,>]*)[>]?", "$1")).append(' ');
    }
    return domains.toString();
  }

  private static void shape(MailPart part, StringBuilder shape) {
    shape.append(part.type());
    part.fields().stream()
        .map(Field::name)
        .sorted()
        .forEach(name -> shape.append(' ').append(name));
    part.parts().forEach(each -> shape(each, shape.append('/')));
  }

  private static void part(String place, MailPart part, Placed placed, List<Altered> all) {
    fields(place, part.fields(), other -> placed.with(part.headed(other)), all);
    for (int i = 0; i < part.parts().size(); i++) {
      int at = i;
      MailPart inner = part.parts().get(i);
      String name = place + "partie " + (i + 1) + " (" + inner.type() + ") ";
      parts(name, part, at, placed, all);
      part(name, inner, other -> placed.with(part.with(set(part.parts(), at, other))), all);
    }
    if (part.parts().isEmpty()) {
      content(place, part, placed, all);
    }
  }

  private static <T> List<T> set(List<T> list, int at, T other) {
    List<T> all = new ArrayList<>(list);
    all.set(at, other);
    return all;
  }

  private static void parts(String name, MailPart part, int at, Placed placed, List<Altered> all) {
    List<MailPart> without = new ArrayList<>(part.parts());
    without.remove(at);
    add(name, "retirée", () -> placed.with(part.with(without)), all);
    List<MailPart> twice = new ArrayList<>(part.parts());
    twice.add(at, part.parts().get(at));
    add(name, "doublée", () -> placed.with(part.with(twice)), all);
    if (at + 1 < part.parts().size()) {
      List<MailPart> moved = new ArrayList<>(part.parts());
      moved.set(at, part.parts().get(at + 1));
      moved.set(at + 1, part.parts().get(at));
      add(name, "déplacée", () -> placed.with(part.with(moved)), all);
    }
  }

  private static void content(String place, MailPart part, Placed placed, List<Altered> all) {
    byte[] content = part.content();
    bytes(place + "contenu ", content, other -> placed.with(part.holding(other)), all);
    if (part.type().equals("message/disposition-notification")) {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      fields(
          place,
          MailPart.fields(text),
          other ->
              placed.with(part.holding(MailPart.head(other).getBytes(StandardCharsets.ISO_8859_1))),
          all);
    } else if (part.type().startsWith("text/")) {
      text(place, part, placed, all);
      alternative(place, part, placed, all);
    } else if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
      for (ZipAlterations.Altered altered : ZipAlterations.of(content)) {
        all.add(
            new Altered(
                place + altered.place(),
                altered.gesture(),
                altered.isOfDocument(),
                () -> latin(placed.with(part.holding(altered.zip().get())))));
      }
    }
  }

  /** What can be done to any content. */
  private static void bytes(
      String place, byte[] content, Function<byte[], String> made, List<Altered> all) {
    add(place, "vidé", () -> made.apply(new byte[0]), all);
    add(place, "tronqué", () -> made.apply(Arrays.copyOf(content, content.length / 2)), all);
    add(
        place,
        "suivi d'un octet",
        () -> made.apply(Arrays.copyOf(content, content.length + 1)),
        all);
    if (content.length > 0) {
      byte[] changed = content.clone();
      changed[content.length / 2] ^= 1;
      add(place, "changé", () -> made.apply(changed), all);
    }
  }

  private static void text(String place, MailPart part, Placed placed, List<Altered> all) {
    String text = new String(part.content(), StandardCharsets.UTF_8);
    String[] lines = text.split("\r\n", -1);
    for (int i = 0; i < lines.length && i < LINES; i++) {
      if (!lines[i].isBlank()) {
        String without = text.replace(lines[i], "");
        add(
            place + "ligne " + (i + 1),
            "retirée",
            () -> placed.with(part.holding(without.getBytes(StandardCharsets.UTF_8))),
            all);
      }
    }
    add(
        place + "texte",
        "en lignes trop longues",
        () ->
            placed.with(
                part.holding(
                    text.repeat(50)
                        .replaceAll("\\s+", " ")
                        .concat("x".repeat(1000))
                        .getBytes(StandardCharsets.UTF_8))),
        all);
  }

  /** The text as an alternative whose first part says nothing. */
  private static void alternative(String place, MailPart part, Placed placed, List<Altered> all) {
    MailPart silent = new MailPart(List.of(new Field("Content-Type", "text/plain")), "", List.of());
    MailPart html =
        new MailPart(List.of(new Field("Content-Type", "text/html")), "<p>Bonjour</p>", List.of());
    List<Field> fields = new ArrayList<>();
    part.fields().stream()
        .filter(field -> !field.name().regionMatches(true, 0, "Content-", 0, 8))
        .forEach(fields::add);
    fields.add(new Field("Content-Type", "multipart/alternative; boundary=\"deux\""));
    add(
        place + "texte",
        "en deux écritures, la première vide",
        () -> placed.with(new MailPart(fields, "", List.of(silent, html))),
        all);
  }

  private static void fields(
      String place, List<Field> fields, Function<List<Field>, String> made, List<Altered> all) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String name = place + "en-tête " + field.name();
      List<Field> without = new ArrayList<>(fields);
      without.remove(i);
      add(name, "retiré", () -> made.apply(without), all);
      List<Field> twice = new ArrayList<>(fields);
      twice.add(field);
      add(name, "doublé", () -> made.apply(twice), all);
      int at = i;
      UnaryOperator<String> put = other -> made.apply(set(fields, at, field.saying(other)));
      add(name, "en octets hors de l'ASCII", () -> put.apply(field.value() + "\u00c3\u00a9"), all);
      add(name, "d'un jeu inconnu", () -> put.apply(field.value() + " =?x-inconnu?Q?a?="), all);
      if (field.name().equalsIgnoreCase("Subject")) {
        add(name, "changé en [fin]", () -> put.apply("[fin]"), all);
      }
      String said = DecodedText.ofHeader(field.value());
      for (TextAlterations.Altered altered : TextAlterations.of(said)) {
        add(name, altered.gesture(), () -> put.apply(coded(altered.text())), all);
      }
    }
  }

  /** As headers write it: what is not ASCII in encoded words (RFC 2047). */
  static String coded(String text) {
    Matcher matcher = ACCENTED.matcher(text);
    StringBuilder coded = new StringBuilder();
    while (matcher.find()) {
      String run = matcher.group();
      List<String> words = new ArrayList<>();
      for (int i = 0; i < run.length(); i += LONGEST_WORD / 2) {
        String piece = run.substring(i, Math.min(run.length(), i + LONGEST_WORD / 2));
        words.add(
            "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(piece.getBytes(StandardCharsets.UTF_8))
                + "?=");
      }
      matcher.appendReplacement(coded, Matcher.quoteReplacement(String.join(" ", words)));
    }
    return matcher.appendTail(coded).toString();
  }

  private static void add(
      String place, String gesture, Supplier<String> message, List<Altered> all) {
    all.add(new Altered(place.strip(), gesture, false, () -> latin(message.get())));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MimePart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing a {@code FETCH} asks of a message.
 *
 * @param name as it is written in the answer
 * @param kind what it is
 * @param section section of a body, upper case; empty for all of it
 * @param partial which of its bytes; null for all
 * @param peeks whether reading it leaves the message unseen
 */
record FetchItem(String name, Kind kind, String section, @Nullable Partial partial, boolean peeks) {
  private static final Pattern BODY =
      Pattern.compile(
          "BODY(\\.PEEK)?\\[([^\\]]*)\\](?:<(\\d{1,10})\\.(\\d{1,10})>)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SECTION =
      Pattern.compile(
          // Bounded: a group that repeats is read by recursion.
          "((?:[1-9]\\d{0,3}\\.){0,30}[1-9]\\d{0,3})?(?:(?<=\\d)\\.(?=[A-Z]))?"
              + "(HEADER|TEXT|MIME|HEADER\\.FIELDS(?:\\.NOT)? \\([^()]+\\))?");
  private static final List<String> FAST = List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE");

  /**
   * Some bytes.
   *
   * @param from the first
   * @param count how many
   */
  record Partial(long from, long count) {}

  /** What can be asked. */
  enum Kind {
    /** Flags. */
    FLAGS,
    /** UID. */
    UID,
    /** Number of its last change (RFC 7162). */
    MODSEQ,
    /** Date of reception. */
    INTERNALDATE,
    /** Number of bytes. */
    SIZE,
    /** What the header says. */
    ENVELOPE,
    /** Structure, without what was added to it. */
    BODY,
    /** Structure. */
    BODYSTRUCTURE,
    /** Bytes. */
    SECTION
  }

  static List<FetchItem> uid() {
    return List.of(new FetchItem("UID", Kind.UID, "", null, true));
  }

  static List<FetchItem> flags() {
    return List.of(new FetchItem("FLAGS", Kind.FLAGS, "", null, true));
  }

  static FetchItem modseq() {
    return new FetchItem("MODSEQ", Kind.MODSEQ, "", null, true);
  }

  /** Whether its bytes have to be read. */
  boolean isOfBytes() {
    return switch (kind) {
      case FLAGS, UID, MODSEQ, INTERNALDATE, SIZE -> false;
      default -> true;
    };
  }

  /** Reads what a command asks. */
  static List<FetchItem> read(Arguments arguments) throws BadCommandException {
    List<String> words = new ArrayList<>();
    if (arguments.skip('(')) {
      while (!arguments.skip(')')) {
        if (!words.isEmpty()) {
          arguments.space();
        }
        words.add(arguments.item());
      }
    } else {
      String word = arguments.item();
      words.addAll(
          switch (word.toUpperCase(Locale.ROOT)) {
            case "FAST" -> FAST;
            case "ALL" -> List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE");
            case "FULL" -> List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY");
            default -> List.of(word);
          });
    }
    if (words.isEmpty()) {
      throw new BadCommandException("Nothing to fetch");
    }
    List<FetchItem> items = new ArrayList<>();
    for (String word : words) {
      items.add(item(word));
    }
    return items;
  }

  private static FetchItem item(String word) throws BadCommandException {
    String upper = word.toUpperCase(Locale.ROOT);
    switch (upper) {
      case "FLAGS", "UID", "MODSEQ", "INTERNALDATE", "ENVELOPE", "BODY", "BODYSTRUCTURE" -> {
        return new FetchItem(upper, Kind.valueOf(upper), "", null, true);
      }
      case "RFC822.SIZE" -> {
        return new FetchItem(upper, Kind.SIZE, "", null, true);
      }
      case "RFC822" -> {
        return new FetchItem("RFC822", Kind.SECTION, "", null, false);
      }
      case "RFC822.HEADER" -> {
        return new FetchItem(upper, Kind.SECTION, "HEADER", null, true);
      }
      case "RFC822.TEXT" -> {
        return new FetchItem(upper, Kind.SECTION, "TEXT", null, false);
      }
      default -> {
        return section(word);
      }
    }
  }

  private static FetchItem section(String word) throws BadCommandException {
    Matcher body = BODY.matcher(word);
    if (!body.matches()) {
      throw new BadCommandException("Unknown item");
    }
    String section = body.group(2).toUpperCase(Locale.ROOT);
    Matcher form = SECTION.matcher(section);
    if (!form.matches()
        || section.startsWith("MIME")
        || (form.group(1) != null
            && form.group(2) != null
            && !section.contains("." + form.group(2)))) {
      throw new BadCommandException("Unknown section");
    }
    Partial partial = null;
    if (body.group(3) != null) {
      partial = new Partial(Long.parseLong(body.group(3)), Long.parseLong(body.group(4)));
      if (partial.count() == 0) {
        throw new BadCommandException("No byte asked");
      }
    }
    String name = "BODY[" + section + "]" + (partial == null ? "" : "<" + partial.from() + ">");
    return new FetchItem(name, Kind.SECTION, section, partial, body.group(1) != null);
  }

  /** The bytes of a section; nothing when the message has no such part. */
  Optional<Content> bytes(LoadedMessage message) {
    Optional<Content> whole = whole(message);
    Partial some = partial;
    if (whole.isEmpty() || some == null) {
      return whole;
    }
    long from = Math.min(some.from(), whole.get().size());
    return Optional.of(whole.get().region(from, Math.min(some.count(), whole.get().size() - from)));
  }

  private Optional<Content> whole(LoadedMessage message) {
    if (section.isEmpty()) {
      return Optional.of(message.content());
    }
    Matcher form = SECTION.matcher(section);
    if (!form.matches()) {
      return Optional.empty();
    }
    String what = form.group(2) == null ? "" : form.group(2);
    boolean numbered = form.group(1) != null;
    if (!numbered && what.startsWith("HEADER.")) {
      return Optional.of(Content.of(ImapText.bytes(fields(message.header(), what))));
    }
    Optional<MimePart> found =
        numbered
            ? part(message.root(), form.group(1).split("\\.", -1))
            : Optional.of(message.root());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    MimePart part = found.get();
    if (what.isEmpty()) {
      return Optional.of(place(message, part.bodyStart(), part.end()));
    }
    if (what.equals("MIME")) {
      return Optional.of(place(message, part.headerStart(), part.bodyStart()));
    }
    MimePart of = numbered ? part.message() : part;
    if (of == null) {
      return Optional.empty();
    }
    if (what.equals("HEADER")) {
      return Optional.of(place(message, of.headerStart(), of.bodyStart()));
    }
    return Optional.of(
        what.equals("TEXT")
            ? place(message, of.bodyStart(), of.end())
            : Content.of(ImapText.bytes(fields(of.header(), what))));
  }

  private static Optional<MimePart> part(MimePart root, String[] numbers) {
    MimePart part = root;
    for (int i = 0; i < numbers.length; i++) {
      int number = Integer.parseInt(numbers[i]);
      Optional<MimePart> inner;
      if (i == 0 && root.parts().isEmpty()) {
        // A message that is no multipart has one part, itself (RFC 3501 section 6.4.5).
        inner = number == 1 ? Optional.of(root) : Optional.empty();
      } else {
        inner = part.part(number);
      }
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      part = inner.get();
    }
    return Optional.of(part);
  }

  private static Content place(LoadedMessage message, int from, int to) {
    return message.content().region(from, to - from);
  }

  private static String fields(HeaderBlock header, String what) {
    int open = what.indexOf('(');
    List<String> names =
        Arrays.stream(what.substring(open + 1, what.length() - 1).split(" ", -1))
            .map(each -> each.replace("\"", ""))
            .toList();
    boolean not = what.startsWith("HEADER.FIELDS.NOT");
    return header.fields().stream()
            .filter(
                each -> names.stream().anyMatch(name -> name.equalsIgnoreCase(each.name())) != not)
            .map(HeaderBlock.Field::raw)
            .collect(Collectors.joining())
        + "\r\n";
  }
}

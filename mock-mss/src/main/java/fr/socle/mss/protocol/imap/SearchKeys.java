package fr.socle.mss.protocol.imap;

import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads the keys of a {@code SEARCH} (RFC 3501 section 6.4.4). */
final class SearchKeys {
  private static final int DEEPEST = 50;
  private static final int MOST = 1000;

  private final Arguments arguments;
  private final SelectedFolder folder;
  private int count;

  SearchKeys(Arguments arguments, SelectedFolder folder) {
    this.arguments = arguments;
    this.folder = folder;
  }

  /**
   * A message that is looked at.
   *
   * @param number its sequence number
   * @param message the message
   * @param recent whether it is recent
   */
  record Candidate(int number, LoadedMessage message, boolean recent) {
    boolean has(String flag) {
      return message.message().flags().stream().anyMatch(flag::equalsIgnoreCase);
    }

    boolean inHeader(String name, String text) {
      return message.root().header().fields().stream()
          .filter(each -> each.name().equalsIgnoreCase(name))
          .anyMatch(each -> holds(DecodedText.ofHeader(each.value()), text));
    }

    boolean inBody(String text) {
      return holds(DecodedText.ofBody(message.bytes(), message.root()), text);
    }

    boolean inText(String text) {
      return message.root().header().fields().stream()
              .map(Field::raw)
              .anyMatch(each -> holds(DecodedText.ofHeader(each), text))
          || inBody(text);
    }

    private static boolean holds(String whole, String text) {
      return whole.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    LocalDate received() {
      return day(message.message().receivedAt());
    }

    LocalDate sent() {
      return message
          .root()
          .header()
          .first("Date")
          .map(Candidate::written)
          .orElseGet(this::received);
    }

    private static LocalDate written(String date) {
      try {
        // The day as its writer saw it (RFC 3501 section 6.4.4 disregards time and zone).
        return LocalDate.from(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.replaceAll("\\(.*?\\)", "").strip()));
      } catch (DateTimeParseException e) {
        return LocalDate.EPOCH;
      }
    }

    private static LocalDate day(Instant instant) {
      return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
  }

  /** All the keys, which a message has to meet together. */
  Predicate<Candidate> read() throws BadCommandException {
    Predicate<Candidate> all = together(DEEPEST);
    arguments.end();
    return all;
  }

  private Predicate<Candidate> together(int deeper) throws BadCommandException {
    List<Predicate<Candidate>> all = new ArrayList<>();
    do {
      all.add(key(deeper));
    } while (arguments.skip(' '));
    return each -> all.stream().allMatch(key -> key.test(each));
  }

  private Predicate<Candidate> key(int deeper) throws BadCommandException {
    if (deeper == 0) {
      throw new BadCommandException("Search nested too deep");
    }
    if (++count > MOST) {
      throw new BadCommandException("Too many search keys");
    }
    if (arguments.skip('(')) {
      Predicate<Candidate> all = together(deeper - 1);
      arguments.expect(')');
      return all;
    }
    String word = arguments.word().toUpperCase(Locale.ROOT);
    return switch (word) {
      case "ALL" -> any -> true;
      case "ANSWERED" -> flag("\\Answered");
      case "DELETED" -> flag("\\Deleted");
      case "DRAFT" -> flag("\\Draft");
      case "FLAGGED" -> flag("\\Flagged");
      case "SEEN" -> flag("\\Seen");
      case "UNANSWERED" -> flag("\\Answered").negate();
      case "UNDELETED" -> flag("\\Deleted").negate();
      case "UNDRAFT" -> flag("\\Draft").negate();
      case "UNFLAGGED" -> flag("\\Flagged").negate();
      case "UNSEEN" -> flag("\\Seen").negate();
      case "RECENT" -> Candidate::recent;
      case "OLD" -> each -> !each.recent();
      case "NEW" -> flag("\\Seen").negate().and(Candidate::recent);
      case "KEYWORD" -> flag(argument());
      case "UNKEYWORD" -> flag(argument()).negate();
      case "FROM", "TO", "CC", "BCC", "SUBJECT" -> {
        String text = text();
        yield each -> each.inHeader(word, text);
      }
      case "HEADER" -> {
        String name = argument();
        String text = text();
        yield each -> each.inHeader(name, text);
      }
      case "BODY" -> {
        String text = text();
        yield each -> each.inBody(text);
      }
      case "TEXT" -> {
        String text = text();
        yield each -> each.inText(text);
      }
      case "LARGER" -> {
        long size = number();
        yield each -> each.message().message().size() > size;
      }
      case "SMALLER" -> {
        long size = number();
        yield each -> each.message().message().size() < size;
      }
      case "BEFORE", "ON", "SINCE" -> date(word, Candidate::received);
      case "SENTBEFORE", "SENTON", "SENTSINCE" ->
          date(word.substring("SENT".length()), Candidate::sent);
      case "NOT" -> {
        arguments.space();
        yield key(deeper - 1).negate();
      }
      case "OR" -> {
        arguments.space();
        Predicate<Candidate> one = key(deeper - 1);
        arguments.space();
        yield one.or(key(deeper - 1));
      }
      case "UID" -> {
        NumberSet set = NumberSet.read(argument());
        long last = folder.lastUid();
        yield each -> set.holds(each.message().message().uid(), last);
      }
      default -> numbers(word);
    };
  }

  private Predicate<Candidate> numbers(String word) throws BadCommandException {
    if (!word.matches("[0-9*:,]+")) {
      throw new BadCommandException("Unknown search key");
    }
    NumberSet set = NumberSet.read(word);
    long last = folder.messages().size();
    return each -> set.holds(each.number(), last);
  }

  private static Predicate<Candidate> flag(String flag) {
    return each -> each.has(flag);
  }

  private Predicate<Candidate> date(String word, Function<Candidate, LocalDate> of)
      throws BadCommandException {
    LocalDate day = ImapText.date(argument());
    return each -> {
      int order = of.apply(each).compareTo(day);
      return switch (word) {
        case "BEFORE" -> order < 0;
        case "ON" -> order == 0;
        default -> order >= 0;
      };
    };
  }

  private String argument() throws BadCommandException {
    arguments.space();
    return arguments.string();
  }

  /** What is looked for, in the charset of the command: UTF-8, which holds US-ASCII. */
  private String text() throws BadCommandException {
    return new String(argument().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private long number() throws BadCommandException {
    String text = argument();
    if (!text.matches("\\d{1,10}")) {
      throw new BadCommandException("Bad number");
    }
    return Long.parseLong(text);
  }
}

package fr.socle.mss.protocol.imap;

import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock.Field;
import fr.socle.mss.protocol.mime.MailAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys of a {@code SEARCH} (RFC 3501 section 6.4.4). */
final class SearchKeys {
  private static final int DEEPEST = 50;
  private static final int MOST = 1000;
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\s+([A-Za-z]{3})\\s+(\\d{4})");

  private final Arguments arguments;
  private final SelectedFolder folder;
  private final boolean condstore;
  private int count;
  private boolean asksModseq;

  /**
   * Reads the keys of one command.
   *
   * @param condstore whether numbers of changes can be looked for
   */
  SearchKeys(Arguments arguments, SelectedFolder folder, boolean condstore) {
    this.arguments = arguments;
    this.folder = folder;
    this.condstore = condstore;
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
      return message.header().fields().stream()
          .filter(each -> each.name().equalsIgnoreCase(name))
          .anyMatch(each -> holds(DecodedText.ofHeader(each.value()), text));
    }

    /** In the field as it is written, or in its addresses without comments. */
    boolean inAddresses(String name, String text) {
      return inHeader(name, text)
          || message.header().all(name).stream()
              .flatMap(each -> MailAddress.read(each).stream())
              .anyMatch(each -> holds(each.local() + "@" + each.domain(), text));
    }

    boolean inBody(String text) {
      return holds(DecodedText.ofBody(message.bytes(), message.root()), text);
    }

    boolean inText(String text) {
      return message.header().fields().stream()
              .map(Field::raw)
              .anyMatch(each -> holds(DecodedText.ofHeader(each), text))
          || inBody(text);
    }

    private static boolean holds(String whole, String text) {
      return whole.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    LocalDate received() {
      return message.message().received().toLocalDate();
    }

    LocalDate sent() {
      return message.header().first("Date").map(Candidate::written).orElseGet(this::received);
    }

    private static LocalDate written(String date) {
      // The day as its writer saw it (RFC 3501 section 6.4.4 disregards time and zone); a day of
      // the week that is not its own does not matter.
      Matcher day = DAY.matcher(date);
      try {
        return day.find()
            ? ImapText.date(day.group(1) + "-" + day.group(2) + "-" + day.group(3))
            : LocalDate.EPOCH;
      } catch (BadCommandException e) {
        return LocalDate.EPOCH;
      }
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
      case "FROM", "TO", "CC", "BCC" -> {
        String text = text();
        yield each -> each.inAddresses(word, text);
      }
      case "SUBJECT" -> {
        String text = text();
        yield each -> each.inHeader(word, text);
      }
      case "MODSEQ" -> modseq();
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

  /** Changes since (RFC 7162 section 3.1.5); the name of a flag and its kind say nothing here. */
  private Predicate<Candidate> modseq() throws BadCommandException {
    if (!condstore) {
      throw new BadCommandException("Unknown search key");
    }
    arguments.space();
    if (arguments.peek() == '"') {
      String unusedName = arguments.string();
      arguments.space();
      String unusedKind = arguments.word();
      arguments.space();
    }
    long least = arguments.number();
    asksModseq = true;
    return each -> each.message().message().modseq() >= least;
  }

  /** Whether the numbers of changes were asked for. */
  boolean asksModseq() {
    return asksModseq;
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

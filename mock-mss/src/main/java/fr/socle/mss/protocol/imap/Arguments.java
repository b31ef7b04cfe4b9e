package fr.socle.mss.protocol.imap;

import fr.socle.bench.content.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one command: its text, and the literals that stand between. Text holds bytes as
 * ISO-8859-1.
 */
final class Arguments {
  private static final String APPEND = "APPEND ";
  private static final String LARGEST = Long.toString(Long.MAX_VALUE);

  private final List<String> texts = new ArrayList<>();
  private final List<Content> literals = new ArrayList<>();
  private int part;
  private int at;

  /** Adds a line, without its end and without the announcement of a literal. */
  void addText(String text) {
    texts.add(text);
  }

  /** Adds the literal after the last line. */
  void addLiteral(Content literal) {
    literals.add(literal);
  }

  /** Whether the literal that is announced now is the message of an APPEND, not its folder. */
  boolean isMessage() {
    if (!texts.get(0).regionMatches(true, 0, APPEND, 0, APPEND.length())) {
      return false;
    }
    return texts.get(0).length() > APPEND.length() ? texts.size() == 1 : texts.size() == 2;
  }

  int literals() {
    return literals.size();
  }

  private String text() {
    return texts.get(part);
  }

  /** Whether a literal comes next. */
  private boolean isLiteral() {
    return at == text().length() && part < literals.size();
  }

  boolean isOver() {
    return at == text().length() && !isLiteral();
  }

  /** The next character; 0 at the end or before a literal. */
  char peek() {
    return at < text().length() ? text().charAt(at) : 0;
  }

  boolean skip(char one) {
    if (peek() == one) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char one) throws BadCommandException {
    if (!skip(one)) {
      throw new BadCommandException(one == ' ' ? "Missing argument" : "Expected " + one);
    }
  }

  void space() throws BadCommandException {
    expect(' ');
  }

  void end() throws BadCommandException {
    if (!isOver()) {
      throw new BadCommandException("Too many arguments");
    }
  }

  /** Everything up to a blank, a parenthesis or the end. */
  String word() throws BadCommandException {
    int start = at;
    while (at < text().length() && " ()\"{".indexOf(text().charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw new BadCommandException("Missing word");
    }
    return text().substring(start, at);
  }

  /** A word that may hold brackets with anything in them, as an item of FETCH. */
  String item() throws BadCommandException {
    int start = at;
    int open = 0;
    while (at < text().length()) {
      char next = text().charAt(at);
      if (open == 0 && (next == ' ' || next == '(' || next == ')')) {
        break;
      }
      open += next == '[' ? 1 : next == ']' ? -1 : 0;
      at++;
    }
    if (at == start || open != 0) {
      throw new BadCommandException("Item not understood");
    }
    return text().substring(start, at);
  }

  /** An atom, a quoted string or a literal. */
  String string() throws BadCommandException {
    if (isLiteral()) {
      return new String(literal().all(), StandardCharsets.ISO_8859_1);
    }
    return peek() == '"' ? quoted() : word();
  }

  /** A literal. */
  Content literal() throws BadCommandException {
    if (!isLiteral()) {
      throw new BadCommandException("Literal expected");
    }
    Content literal = literals.get(part);
    part++;
    at = 0;
    return literal;
  }

  private String quoted() throws BadCommandException {
    StringBuilder found = new StringBuilder();
    at++;
    while (at < text().length()) {
      char next = text().charAt(at++);
      if (next == '"') {
        return found.toString();
      }
      if (next == '\\') {
        if (at == text().length()) {
          break;
        }
        next = text().charAt(at++);
      }
      if (next > 0x7e) {
        throw new BadCommandException("8-bit character in a quoted string, use a literal");
      }
      found.append(next);
    }
    throw new BadCommandException("Quoted string without end");
  }

  /** A number that may need 63 bits. */
  long number() throws BadCommandException {
    String text = string();
    boolean tooLarge = text.length() == 19 && text.compareTo(LARGEST) > 0;
    if (!text.matches("\\d{1,19}") || tooLarge) {
      throw new BadCommandException("Bad number");
    }
    return Long.parseLong(text);
  }

  /** Whether the text goes on so, whatever the case. */
  boolean startsWith(String word) {
    return text().regionMatches(true, at, word, 0, word.length());
  }

  /** Words between parentheses. */
  List<String> list() throws BadCommandException {
    List<String> words = new ArrayList<>();
    expect('(');
    while (!skip(')')) {
      if (!words.isEmpty()) {
        space();
      }
      words.add(word());
    }
    return words;
  }
}

package fr.socle.mss.protocol.mime;

/** Comments of a field (RFC 5322 section 3.2.2): one within another, and signs that are escaped. */
public final class HeaderComments {
  private HeaderComments() {}

  /** A value without its comments and the blanks around it; one that does not end is none. */
  public static String without(String value) {
    StringBuilder text = new StringBuilder();
    boolean isQuoted = false;
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      boolean isEscaped = each == '\\' && i + 1 < value.length();
      if (isEscaped && (isQuoted || depth > 0)) {
        i++;
      } else if (each == '"' && depth == 0) {
        isQuoted = !isQuoted;
      } else if (each == '(' && !isQuoted) {
        depth++;
      } else if (each == ')' && depth > 0) {
        depth--;
        continue;
      }
      if (depth == 0) {
        text.append(isEscaped && isQuoted ? value.substring(i - 1, i + 1) : each);
      }
    }
    return depth > 0 ? value.strip() : text.toString().strip();
  }
}

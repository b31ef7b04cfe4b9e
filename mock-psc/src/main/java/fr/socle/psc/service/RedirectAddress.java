package fr.socle.psc.service;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A redirect address as declared. It is compared character for character (psc.md 1.4), but for a
 * loopback address declared with {@code :*}, which stands for any port (RFC 8252 7.3), and {@code
 * /*} after it, for any path: both are for the bench's own clients and have no national model.
 *
 * @param declared text of the declaration
 */
public record RedirectAddress(String declared) {
  private static final String LOOPBACK_HOST = "https?://(?:127\\.0\\.0\\.1|localhost|\\[::1])";
  private static final Pattern ANY_PORT =
      Pattern.compile("(" + LOOPBACK_HOST + "):\\*(/[^#*]*?)(\\*)?");

  /** Whether an address sent by a relying party is this one. */
  public boolean matches(String sent) {
    if (declared.equals(sent)) {
      return true;
    }
    Matcher pattern = ANY_PORT.matcher(declared);
    if (!pattern.matches()) {
      return false;
    }
    String path = Pattern.quote(pattern.group(2));
    String rest = pattern.group(3) == null ? "" : "[\\x21-\\x7e&&[^#]]*";
    return Pattern.compile(Pattern.quote(pattern.group(1)) + "(?::\\d{1,5})?" + path + rest)
        .matcher(sent)
        .matches();
  }
}

package fr.socle.features.report.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The location of a finding, reduced to what can be compared with the path of a row: local names,
 * no first index. Case does not count.
 *
 * @param path comparable path
 * @param header whether the finding says that it is a header
 */
record Place(String path, boolean header) {
  private static final Pattern LOCAL_NAME =
      Pattern.compile("\\*\\[local-name\\(\\)\\s*=\\s*['\"]([^'\"]+)['\"]]");
  private static final Pattern PREFIX = Pattern.compile("(^|/|@)[\\w.-]+:(?=[\\w@*])");
  private static final Pattern LEADING_WORDS =
      Pattern.compile(
          "^(?:(?:l'|le |la |du |de la )?(?:paramètre|champ|revendication|claim|corps|requête"
              + "|réponse|jeton|query|form|body)s?\\s*[: ]\\s*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern HEADER_WORDS =
      Pattern.compile(
          "^(?:en-tête|header)s?\\s*[: ]\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "^(?:le )?certificat(?: client)?\\s*[,:]?\\s*(\\w+)(?: du sujet)?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static Place of(String location) {
    Matcher certificate = CERTIFICATE.matcher(location.strip());
    if (certificate.matches()) {
      return new Place(CertificateRows.PATH + certificate.group(1), false);
    }
    String path = LOCAL_NAME.matcher(location.strip().replace("`", "")).replaceAll("$1");
    String unheaded = HEADER_WORDS.matcher(path).replaceFirst("");
    boolean header = !unheaded.equals(path);
    path = LEADING_WORDS.matcher(unheaded).replaceFirst("");
    path = path.startsWith("#/") ? path.substring(1) : path;
    path = PREFIX.matcher(path).replaceAll("$1").replace("[1]", "");
    while (path.startsWith("//")) {
      path = path.substring(1);
    }
    return new Place(path.strip(), header);
  }

  boolean isEmpty() {
    return path.isEmpty() || path.equals("/");
  }

  /** Whether it is an absolute path through several levels. */
  boolean isDeep() {
    return path.startsWith("/") && path.indexOf('/', 1) > 0;
  }

  /** Whether it is a plain name, such as a parameter. */
  boolean isName() {
    return path.matches("[\\w.#-]+");
  }

  boolean is(String rowPath) {
    return rowPath.equalsIgnoreCase(path);
  }

  boolean isEndOf(String rowPath) {
    String end = path.startsWith("/") ? path : "/" + path;
    int start = rowPath.length() - end.length();
    return start >= 0 && rowPath.regionMatches(true, start, end, 0, end.length());
  }

  /** Whether the row is this place or stands above it. */
  boolean isBelow(String rowPath) {
    String above = rowPath + "/";
    return path.regionMatches(true, 0, above, 0, above.length());
  }
}

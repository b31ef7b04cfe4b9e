package fr.socle.lps.reseau;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service answered to one request.
 *
 * @param status HTTP status
 * @param contentType media type without parameters, in lower case, empty when none was given
 * @param boundary {@code boundary} of a multipart answer, empty when none was given
 * @param location value of {@code Location}, empty when none
 * @param body body
 * @param uri the address that answered
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Answer(
    int status,
    String contentType,
    String boundary,
    Optional<String> location,
    byte[] body,
    URI uri) {

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]*)\"|([^;\\s]+))");

  /** The same answer as one who takes UTF-8 for an older alphabet reads it. */
  public Answer misread() {
    byte[] mangled = new String(body, ISO_8859_1).getBytes(UTF_8);
    return new Answer(status, contentType, boundary, location, mangled, uri);
  }

  static String boundary(String header) {
    Matcher found = BOUNDARY.matcher(header);
    if (!found.find()) {
      return "";
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  static String mediaType(String header) {
    int parameters = header.indexOf(';');
    String type = parameters < 0 ? header : header.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}

package fr.socle.lps.reseau;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service answered to one request.
 *
 * @param status HTTP status
 * @param contentType media type without parameters, in lower case, empty when none was given
 * @param location value of {@code Location}, empty when none
 * @param body body
 * @param uri the address that answered
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Answer(
    int status, String contentType, Optional<String> location, byte[] body, URI uri) {

  /** The same answer as one who takes UTF-8 for an older alphabet reads it. */
  public Answer misread() {
    byte[] mangled = new String(body, ISO_8859_1).getBytes(UTF_8);
    return new Answer(status, contentType, location, mangled, uri);
  }

  static String mediaType(String header) {
    int parameters = header.indexOf(';');
    String type = parameters < 0 ? header : header.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}

package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param type content type
 * @param bytes body
 */
@SuppressWarnings("ArrayRecordComponent")
record DmpReply(int status, String type, byte[] bytes) {
  private static final String SUCCESS =
      "status=\"urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success\"";

  String text() {
    return new String(bytes, UTF_8);
  }

  /** Whether documents, or metadata, were accepted. */
  boolean isSuccess() {
    return status == 200 && text().contains(SUCCESS);
  }

  /** The bytes of the parts, envelope first. */
  List<byte[]> parts() {
    String boundary = type.replaceAll(".*boundary=\"([^\"]+)\".*", "$1");
    String[] pieces = ("\r\n" + new String(bytes, ISO_8859_1)).split("\r\n--" + boundary, -1);
    List<byte[]> parts = new ArrayList<>();
    for (int i = 1; i < pieces.length - 1; i++) {
      parts.add(pieces[i].substring(pieces[i].indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1));
    }
    return parts;
  }
}

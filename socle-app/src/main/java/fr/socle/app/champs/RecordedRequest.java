package fr.socle.app.champs;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a request back from the bytes of the journal. */
final class RecordedRequest {
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private RecordedRequest() {}

  /**
   * The request of a recorded exchange, as its service received it.
   *
   * @param tls facts of the connection, which the bytes do not carry
   * @throws IllegalArgumentException if the bytes are not one complete HTTP/1.1 request
   */
  static IncomingRequest of(RawExchange raw, TlsFacts tls) {
    byte[] bytes = raw.request();
    int end = indexOf(bytes, END_OF_HEAD, 0);
    if (end < 0) {
      throw new IllegalArgumentException("no end of head in exchange " + raw.exchange().sequence());
    }
    List<String> lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    byte[] body = new byte[bytes.length - end - END_OF_HEAD.length];
    System.arraycopy(bytes, end + END_OF_HEAD.length, body, 0, body.length);
    Headers all = new Headers(headers);
    if (all.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
      body = dechunk(body);
    }
    Exchange exchange = raw.exchange();
    String[] start = lines.get(0).split(" ", 3);
    return new IncomingRequest(
        exchange.listener(), start[0], start[1], all, body, tls, exchange.startedAt());
  }

  private static byte[] dechunk(byte[] chunked) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunked.length) {
      int end = indexOf(chunked, new byte[] {'\r', '\n'}, at);
      String size = new String(chunked, at, end - at, StandardCharsets.US_ASCII);
      int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
      if (length == 0) {
        break;
      }
      body.write(chunked, end + 2, length);
      at = end + 2 + length + 2;
    }
    return body.toByteArray();
  }

  /** Where bytes are in others, from a place on; less than zero when they are not. */
  static int indexOf(byte[] bytes, byte[] wanted, int from) {
    for (int i = from; i <= bytes.length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }
}

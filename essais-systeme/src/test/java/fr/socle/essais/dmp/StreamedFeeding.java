package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLSocket;

/**
 * A feeding of one document written byte by byte on a TLS connection of its own, so that nobody
 * holds the document: as long as it is, only a block of it is in memory.
 *
 * @param address where documents are fed
 * @param card who calls
 * @param envelope envelope of the message, whose document is {@code Document01}
 * @param size bytes of the document
 */
record StreamedFeeding(URI address, DmpCard card, String envelope, long size) {
  private static final int BLOCK = 1 << 16;
  private static final int PATIENCE_MILLIS = 120_000;

  /** How the length of the message is told. */
  enum Framing {
    LENGTH,
    CHUNKS
  }

  /** Sends everything, then reads the answer. */
  DmpReply send(Framing framing) throws IOException {
    byte[] before = before();
    byte[] after = after();
    boolean chunks = framing == Framing.CHUNKS;
    try (SSLSocket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          head(
              chunks
                  ? "Transfer-Encoding: chunked"
                  : "Content-Length: " + (before.length + size + after.length)));
      write(out, before, before.length, chunks);
      byte[] block = new byte[BLOCK];
      Arrays.fill(block, (byte) 'x');
      for (long left = size; left > 0; left -= BLOCK) {
        write(out, block, (int) Math.min(BLOCK, left), chunks);
      }
      write(out, after, after.length, chunks);
      if (chunks) {
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
      }
      out.flush();
      return reply(socket.getInputStream());
    }
  }

  /** Sends the head alone and waits to be told to continue (RFC 9110, 10.1.1). */
  DmpReply ask() throws IOException {
    long length = before().length + size + after().length;
    try (SSLSocket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Content-Length: " + length + "\r\nExpect: 100-continue"));
      out.flush();
      return reply(socket.getInputStream());
    }
  }

  private SSLSocket connect() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            card.tls().getSocketFactory().createSocket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private byte[] head(String framing) {
    String line = "POST " + address.getRawPath() + " HTTP/1.1\r\n";
    String host = "Host: " + address.getHost() + ":" + address.getPort() + "\r\n";
    String type = "Content-Type: " + DmpClient.MTOM + "\r\n";
    return (line + host + type + framing + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1);
  }

  /** The message as far as its document. */
  private byte[] before() {
    byte[] whole = DmpClient.mtom(envelope, Map.of("Document01", new byte[0]));
    return Arrays.copyOf(whole, whole.length - after().length);
  }

  private byte[] after() {
    String whole = new String(DmpClient.mtom("", Map.of("Document01", new byte[0])), UTF_8);
    return whole.substring(whole.lastIndexOf("\r\n--")).getBytes(UTF_8);
  }

  private static void write(OutputStream out, byte[] bytes, int length, boolean chunk)
      throws IOException {
    if (chunk) {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
    }
    out.write(bytes, 0, length);
    if (chunk) {
      out.write("\r\n".getBytes(ISO_8859_1));
    }
  }

  private static DmpReply reply(InputStream in) throws IOException {
    String answer = new String(in.readAllBytes(), ISO_8859_1);
    int end = answer.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no whole head: " + answer);
    }
    String head = answer.substring(0, end);
    String type =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
            .findFirst()
            .orElse("");
    return new DmpReply(
        Integer.parseInt(head.split(" ", 3)[1]),
        type,
        answer.substring(end + 4).getBytes(ISO_8859_1));
  }
}

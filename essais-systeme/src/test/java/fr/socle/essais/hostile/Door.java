package fr.socle.essais.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One listener of the bench, reached byte by byte.
 *
 * @param listener its name in the journal
 * @param address an address it serves
 * @param tls what a good client shows and trusts there; null where TLS is not spoken
 */
record Door(String listener, URI address, SSLContext tls) {
  private static final int PATIENCE_MILLIS = 60_000;

  /** The same listener at another path below the address's parent. */
  Door at(String path) {
    String base = address.toString();
    return new Door(listener, URI.create(base.substring(0, base.lastIndexOf('/')) + path), tls);
  }

  /** Sends one request and reads its answer. */
  String ask(byte[]... request) throws IOException {
    try (Socket socket = connect()) {
      for (byte[] part : request) {
        socket.getOutputStream().write(part);
      }
      socket.getOutputStream().flush();
      return answer(socket.getInputStream());
    }
  }

  /** Sends bytes, says that nothing more follows, and reads until the server ends. */
  String leave(byte[] bytes) throws IOException {
    try (Socket socket = connect()) {
      return sendAndLeave(socket, bytes);
    }
  }

  /** The same below TLS. */
  String leaveBelowTls(byte[] bytes) throws IOException {
    try (Socket socket = plain()) {
      return sendAndLeave(socket, bytes);
    }
  }

  /** Shakes hands and reads until the server ends, which is an error told by TLS. */
  String shake(SSLContext context, String protocol) throws IOException {
    try (SSLSocket socket = secure(context)) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** Address and method of a request, then the header lines every request needs. */
  String head(String method, String path, String more) {
    return "%s %s HTTP/1.1\r\nHost: %s:%d\r\n%s"
        .formatted(method, path, address.getHost(), address.getPort(), more);
  }

  /** A whole POST to the address. */
  byte[] post(String contentType, String more, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(postHead(contentType, more, bytes.length));
    request.writeBytes(bytes);
    return request.toByteArray();
  }

  /** Head of a POST to the address. */
  byte[] postHead(String contentType, String more, long length) {
    String head =
        head(
            "POST",
            address.getRawPath(),
            "Content-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n" + more);
    return (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private Socket connect() throws IOException {
    return tls == null ? plain() : secure(tls);
  }

  private Socket plain() throws IOException {
    Socket socket = new Socket(InetAddress.getByName(address.getHost()), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private SSLSocket secure(SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(address.getHost(), address.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static String sendAndLeave(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    socket.shutdownOutput();
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** One answer, as long as its {@code Content-Length} says. */
  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head;
      }
      bytes.write(next);
      head = bytes.toString(StandardCharsets.ISO_8859_1);
    }
    int length =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    bytes.writeBytes(in.readNBytes(length));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

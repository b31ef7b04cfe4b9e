package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** HTTP/1.1 by hand, header for header as a client wrote it. */
final class RawSocket {
  private RawSocket() {}

  /** Posts a body after header lines; gives the whole answer, status line first. */
  static String post(String url, String headers, String body) throws IOException {
    URI address = URI.create(url);
    byte[] bytes = body.getBytes(UTF_8);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      String head =
          "POST "
              + address.getPath()
              + " HTTP/1.1\r\nHost: "
              + address.getAuthority()
              + "\r\n"
              + headers
              + "Content-Length: "
              + bytes.length
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}

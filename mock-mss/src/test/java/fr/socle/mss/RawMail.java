package fr.socle.mss;

import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** A connection that says what it is told, byte for byte. */
final class RawMail implements AutoCloseable {
  private final Path ca;
  private Socket socket;
  private final String greeting;
  private boolean ended;

  private RawMail(Socket socket, Path ca) throws IOException {
    this.socket = socket;
    this.ca = ca;
    socket.setSoTimeout(20_000);
    this.greeting = line();
  }

  static RawMail connect(int port, Path ca) throws IOException {
    return new RawMail(new Socket(InetAddress.getLoopbackAddress(), port), ca);
  }

  /** Begins with TLS. */
  static RawMail connectSecure(int port, Path ca) throws IOException {
    SSLSocket secure =
        (SSLSocket) trusting(ca).createSocket(InetAddress.getLoopbackAddress(), port);
    secure.startHandshake();
    return new RawMail(secure, ca);
  }

  String greeting() {
    return greeting;
  }

  void say(String line) throws IOException {
    send(line + "\r\n");
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** A line without its end; empty once the connection is closed. */
  String line() throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    int next = in.read();
    ended = next < 0;
    for (; next >= 0; next = in.read()) {
      text.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    return text.toString().stripTrailing();
  }

  /** Lines up to the one that begins so. */
  List<String> until(String start) throws IOException {
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = line();
      if (ended) {
        throw new IOException("closed after " + lines);
      }
      lines.add(line);
      if (line.startsWith(start)) {
        return lines;
      }
    }
  }

  /** Says a command of IMAP and reads all its answers. */
  String ask(String tag, String command) throws IOException {
    say(tag + " " + command);
    return String.join("\n", until(tag + " "));
  }

  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  void startTls(String command, String answer) throws IOException {
    say(command);
    until(answer);
    secure();
  }

  /** The same, with a client certificate. */
  void startTlsAs(String command, String answer, KeyStoreDescription identity) throws IOException {
    say(command);
    until(answer);
    secure(trusting(ca, keys(identity)));
  }

  private static KeyManager[] keys(KeyStoreDescription identity) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(identity.pkcs12()))) {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(in, identity.password().toCharArray());
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, identity.password().toCharArray());
      return keys.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  void secure() throws IOException {
    secure(trusting(ca));
  }

  private void secure(SSLSocketFactory factory) throws IOException {
    SSLSocket secure =
        (SSLSocket) factory.createSocket(socket, "localhost", socket.getPort(), true);
    secure.startHandshake();
    socket = secure;
  }

  static SSLSocketFactory trusting(Path ca) throws IOException {
    return trusting(ca, new KeyManager[0]);
  }

  private static SSLSocketFactory trusting(Path ca, KeyManager[] own) throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      try (InputStream in = Files.newInputStream(ca)) {
        trusted.setCertificateEntry(
            "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

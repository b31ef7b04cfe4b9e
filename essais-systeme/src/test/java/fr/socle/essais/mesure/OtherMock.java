package fr.socle.essais.mesure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * The mock-oauth2-server of navikt, over TLS and on Netty as in its image, in a process of its own:
 * what the token endpoint of Socle is measured beside.
 */
final class OtherMock implements AutoCloseable {
  private final Process process;
  private final String issuer;

  private OtherMock(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  static OtherMock start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OtherMock.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new OtherMock(process, lines.readLine());
  }

  /** Where a login is answered at once, without a page. */
  String authorization() {
    return issuer + "/authorize";
  }

  /** Its token endpoint. */
  String token() {
    return issuer + "/token";
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The server itself; it stops with the process. */
  public static void main(String[] arguments) {
    MockOAuth2Server server =
        new MockOAuth2Server(
            OAuth2Config.Companion.fromJson(
                "{\"httpServer\":{\"type\":\"NettyWrapper\",\"ssl\":{}}}"));
    server.start(InetAddress.getLoopbackAddress(), 0);
    System.out.println(server.issuerUrl("mesure"));
  }
}

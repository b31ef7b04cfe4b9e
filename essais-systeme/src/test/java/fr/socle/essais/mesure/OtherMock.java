package fr.socle.essais.mesure;

import java.io.IOException;
import java.net.InetAddress;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * The mock-oauth2-server of navikt, over TLS and on Netty as in its image, in a process of its own:
 * what the token endpoint of Socle is measured beside.
 */
final class OtherMock implements AutoCloseable {
  private final ServerProcess process;

  private OtherMock(ServerProcess process) {
    this.process = process;
  }

  static OtherMock start() throws IOException {
    return new OtherMock(ServerProcess.start(OtherMock.class));
  }

  /** Where a login is answered at once, without a page. */
  String authorization() {
    return process.address() + "/authorize";
  }

  /** Its token endpoint. */
  String token() {
    return process.address() + "/token";
  }

  @Override
  public void close() {
    process.close();
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

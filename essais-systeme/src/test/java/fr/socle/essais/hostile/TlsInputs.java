package fr.socle.essais.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import fr.socle.essais.hostile.BadInput.Attempt;
import fr.socle.essais.hostile.BadInput.Kept;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** Handshakes that cannot succeed, and TLS where it is not spoken. */
final class TlsInputs {
  private final List<Door> doors;
  private final SSLContext anonymous;
  private final SSLContext distrustful;
  private final SSLContext strange;
  private final SSLContext expired;

  TlsInputs(SpaceDescriptor space, List<Door> doors) throws IOException, GeneralSecurityException {
    this.doors = doors;
    this.anonymous = ClientTls.anonymous(space);
    this.distrustful = ClientTls.distrustful(space);
    this.strange = ClientTls.context(space, "autorite-inconnue");
    this.expired = ClientTls.context(space, "expire");
  }

  List<BadInput> all() throws SSLException {
    List<BadInput> inputs = new ArrayList<>();
    byte[] hello = clientHello();
    byte[] half = Arrays.copyOf(hello, hello.length / 2);
    for (Door door : doors) {
      if (door.tls() == null) {
        inputs.add(helloInClear(door, half));
        continue;
      }
      inputs.add(cutHello(door, half));
      inputs.add(clearOnTls(door));
      for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
        inputs.add(distrust(door, protocol));
        if (door.listener().equals("insi.certificate")) {
          inputs.add(refused(door, "no certificate", "absent", anonymous, protocol));
        }
        if (!door.listener().equals("psc.wallet")) {
          inputs.add(refused(door, "unknown authority", "refuse", strange, protocol));
          inputs.add(refused(door, "expired certificate", "refuse", expired, protocol));
        }
      }
    }
    return inputs;
  }

  /** The first flight of a client of the JDK. */
  private byte[] clientHello() throws SSLException {
    SSLEngine engine = anonymous.createSSLEngine("localhost", 443);
    engine.setUseClientMode(true);
    ByteBuffer flight = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), flight);
    byte[] bytes = new byte[flight.flip().remaining()];
    flight.get(bytes);
    return bytes;
  }

  private static BadInput cutHello(Door door, byte[] half) {
    return new BadInput(
        "ClientHello cut in the middle",
        door.listener(),
        () -> door.leaveBelowTls(half),
        TlsInputs::isAlert,
        Kept.handshake("poignee-de-main-interrompue"));
  }

  private static BadInput clearOnTls(Door door) {
    byte[] request = (door.head("GET", "/", "") + "\r\n").getBytes(StandardCharsets.US_ASCII);
    return new BadInput(
        "HTTP in clear on a TLS port",
        door.listener(),
        () -> door.leaveBelowTls(request),
        TlsInputs::isAlert,
        Kept.handshake("clair-sur-tls"));
  }

  private static BadInput helloInClear(Door door, byte[] half) {
    return new BadInput(
        "TLS on a clear port",
        door.listener(),
        () -> door.leaveBelowTls(half),
        seen -> assertThat(seen).startsWith("HTTP/1.1 400 ").contains("http://"),
        Kept.connection(400, "400"));
  }

  /** Nothing but records of type alert, RFC 8446 5.1. */
  private static void isAlert(String seen) {
    assertThat(seen).matches("(?s)(\\x15\\x03.\\x00\\x02..)+");
  }

  private BadInput distrust(Door door, String protocol) {
    return new BadInput(
        "client that does not trust the bench, " + protocol,
        door.listener(),
        failing(() -> door.shake(distrustful, protocol)),
        seen -> assertThat(seen).contains("PKIX path"),
        Kept.handshake("certificat-serveur-refuse"));
  }

  private static BadInput refused(
      Door door, String what, String why, SSLContext context, String protocol) {
    return new BadInput(
        what + ", " + protocol,
        door.listener(),
        failing(() -> door.shake(context, protocol)),
        seen ->
            assertThat(seen)
                .containsPattern(
                    "Received fatal alert: (bad_certificate|certificate_(required|unknown))"),
        Kept.handshake("certificat-client-" + why));
  }

  /** The words of TLS, of which there must be some. */
  private static Attempt failing(Attempt attempt) {
    return () -> {
      try {
        return "no failure, read: " + attempt.send();
      } catch (SSLException e) {
        return String.valueOf(e.getMessage());
      }
    };
  }
}

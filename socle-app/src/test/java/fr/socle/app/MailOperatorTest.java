package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the assembly, nobody has to tell the mail whom to ask about tokens. */
class MailOperatorTest {
  @Test
  void theMailAsksTheProSanteConnectOfItsSpaceWithoutBeingTold(@TempDir Path pki) throws Exception {
    try (EmbeddedBench embedded =
        EmbeddedBench.start(
            BenchOptions.builder().pkiDirectory(pki).build(), ControlOptions.loopback())) {
      SpaceDescriptor space =
          embedded.bench().createSpace(new SpaceRequest(null, null, Map.of("mss.clair", "oui")));
      URI smtp = URI.create(space.urls().getOrDefault("mss.smtp", ""));

      // Asked and told that it is not worth anything: a challenge, and no 454
      assertThat(answerToUnknownToken(smtp.getPort())).startsWith("334 ");
      assertThat(embedded.bench().exchanges(space.id(), 0, null).exchanges())
          .extracting(Exchange::transaction, Exchange::status)
          .contains(tuple("PSC introspect", 200));
    }
  }

  private static String answerToUnknownToken(int port) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.setSoTimeout(20_000);
      assertThat(in.readLine()).startsWith("220 ");
      socket.getOutputStream().write("EHLO x\r\n".getBytes(StandardCharsets.US_ASCII));
      String offered = in.readLine();
      while (offered != null && !offered.startsWith("250 ")) {
        offered = in.readLine();
      }
      String response =
          Base64.getEncoder()
              .encodeToString(
                  "user=a@b.fr\u0001auth=Bearer x\u0001\u0001".getBytes(StandardCharsets.US_ASCII));
      socket
          .getOutputStream()
          .write(("AUTH XOAUTH2 " + response + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return String.valueOf(in.readLine());
    }
  }
}

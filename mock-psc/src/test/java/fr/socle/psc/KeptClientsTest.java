package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.control.ControlOptions;
import fr.socle.bench.control.ControlServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relying party keeps its registration and its secret when the bench starts again. */
class KeptClientsTest {
  private static final ClientDescription EDITOR =
      new ClientDescription(
          "editeur",
          "secret-de-l-editeur",
          "client_secret_post",
          List.of("https://lps.invalid/retour"),
          null);

  @TempDir private Path data;

  @Test
  void theClientsOfASpaceAreThoseItHadBefore() {
    List<ClientDescription> before;
    try (Bench bench = bench();
        ControlServer control = ControlServer.start(bench, ControlOptions.loopback())) {
      BenchClient client = new BenchClient(control.address());
      String space = client.createSpace(new SpaceRequest(null, null, null)).id();
      client.registerClient(
          space,
          new ClientRequest(
              EDITOR.clientId(),
              EDITOR.clientSecret(),
              EDITOR.authMethod(),
              null,
              EDITOR.redirectUris(),
              null,
              null));
      before = client.clients(space);
      assertThat(before)
          .contains(EDITOR)
          .extracting(ClientDescription::clientId)
          .contains("lps-demo", "lps-demo-mtls", "lps-demo-mtls-2");
    }
    try (Bench bench = bench()) {
      assertThat(bench.reopen()).hasSize(1);
      assertThat(bench.clients("e1")).isEqualTo(before);
      assertThat(bench.space("e1").clients()).isEqualTo(before);
      bench.reset("e1");
      assertThat(bench.clients("e1")).doesNotContain(EDITOR).hasSize(before.size() - 1);
    }
    try (Bench bench = bench()) {
      bench.reopen();
      assertThat(bench.clients("e1")).doesNotContain(EDITOR);
    }
  }

  private Bench bench() {
    return Bench.start(BenchOptions.builder().services(new PscMock()).dataDir(data).build());
  }
}

package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.Window;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relying party that nobody here wrote, against {@code ./socle up}. */
class ModAuthOpenidcTest {
  private static SocleProcess socle;
  private static Path folder;

  private BenchClient bench;
  private SpaceDescriptor space;
  private Window window;
  private ApacheRelyingParty apache;
  private Professional doctor;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("socle-apache");
    socle = SocleProcess.up(folder.resolve("banc"));
  }

  @AfterAll
  static void stop() {
    socle.close();
  }

  @BeforeEach
  void openWindow() throws IOException {
    bench = socle.client();
    space = socle.space();
    window = bench.openWindow(space.id(), "Apache mod_auth_openidc");
    doctor = bench.createProfessional(space.id(), new ProfessionalRequest("medecin"));
    bench.nextLogin(space.id(), new NextLogin(doctor.nationalId(), "accepter"));
    apache = ApacheRelyingParty.start(space, Files.createTempDirectory(folder, "httpd"));
  }

  @AfterEach
  void closeWindow() {
    apache.close();
    bench.closeWindow(space.id(), window.id());
  }

  @Test
  void logsAProfessionalInByCodeFlowWithPkceThroughTheWalletDiscovery() throws Exception {
    HttpResponse<String> page = new Browser(Path.of(space.caFile())).get(apache.page());

    assertThat(page.statusCode()).as(apache.log()).isEqualTo(200);
    assertThat(page.body()).contains("dossier ouvert");
    assertThat(page.headers().firstValue("X-Professionnel").orElse(""))
        .startsWith(doctor.nationalId());
    assertThat(transactions())
        .contains("PSC discovery", "PSC authorize", "PSC token", "PSC jwks", "PSC userinfo");
  }

  @ParameterizedTest
  @CsvSource({
    "nonce-faux, nonce",
    "iss-faux, issuer",
    "signature-fausse, signature",
    "kid-inconnu, could not find key with kid"
  })
  void refusesTheLoginWhenTheBenchArms(String fault, String reason) throws Exception {
    bench.armFault(space.id(), new FaultRequest("psc", fault, Map.of(), null, null));

    HttpResponse<String> page = new Browser(Path.of(space.caFile())).get(apache.page());

    // Apache answers its error page, with status 200: what counts is that the door stays closed.
    assertThat(page.body()).doesNotContain("dossier ouvert");
    assertThat(page.headers().firstValue("X-Professionnel").orElse("")).isEmpty();
    assertThat(apache.log()).contains("id_token").contains(reason);
    assertThat(exchanges()).anySatisfy(e -> assertThat(e.faults()).contains(fault));
  }

  private List<Exchange> exchanges() {
    return bench.exchanges(space.id(), window.openedAtCursor(), window.id()).exchanges();
  }

  private List<String> transactions() {
    return exchanges().stream().map(Exchange::transaction).toList();
  }
}

package fr.socle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.Bench;
import fr.socle.bench.BenchOptions;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.StandardClient;
import fr.socle.bench.pki.TestPki;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The services under their real names, on free ports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealNamesTest {
  private static final RealNameTable TABLE = RealNameTable.standard();

  private final TestPki pki;
  private final Bench bench;
  private final SpaceDescriptor space;

  RealNamesTest(@TempDir Path folder) {
    bench =
        Bench.start(
            BenchOptions.builder().pkiDirectory(folder).realNames(TABLE.onFreePorts()).build());
    space = bench.createSpace(new SpaceRequest(null, null, null));
    pki =
        TestPki.open(
            folder, PkiOptions.builder().hosts(TABLE.hosts().keySet()).build(), Clock.systemUTC());
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "psc.discovery,auth.bas.psc.esante.gouv.fr",
    "psc.authorization,wallet.bas.psc.esante.gouv.fr",
    "insi.certificate,qualiflps-services-ps-tlsm.ameli.fr",
    "insi.assertion,qualiflps.services-ps.ameli.fr",
    "dmp,lps2.dmp.gouv.fr",
    "mss.smtp,mail-psc.formation.mailiz.mssante.fr",
    "mss.imap,mail-psc.formation.mailiz.mssante.fr",
    "mss.fhir,gateway.api.esante.gouv.fr",
    "mss.extraction,service.annuaire.sante.fr",
    "mss.liste-blanche,espacedeconfiance.mssante.fr",
    "mss.ldap,ldap.annuaire.sante.fr"
  })
  void showsTheRealNames(String url, String host) {
    assertThat(URI.create(space.urls().get(url)).getHost()).isEqualTo(host);
  }

  @Test
  void answersOverTlsUnderEachNameWithItsOwnPolicy() throws Exception {
    for (String listener : List.of("psc.discovery", "psc.authorization", "insi.assertion")) {
      assertThat(ask(listener, null)).as(listener).startsWith("HTTP/1.1 ");
    }
    for (String listener : List.of("insi.certificate", "dmp")) {
      assertThatThrownBy(() -> ask(listener, null)).as(listener).isInstanceOf(IOException.class);
      assertThat(ask(listener, StandardClient.INSI_AUTO)).as(listener).startsWith("HTTP/1.1 ");
    }
    assertThat(ask("mss.liste-blanche", null)).startsWith("HTTP/1.1 200");
    assertThat(bench.exchanges(space.id(), 0, null).exchanges())
        .filteredOn(exchange -> exchange.kind() == Kind.HANDSHAKE)
        .extracting(Exchange::service)
        .contains("insi", "dmp");
  }

  @Test
  void vouchesForNoNameThatIsNotInTheTable() {
    assertThatThrownBy(() -> ask("dmp", StandardClient.INSI_AUTO, "lps3.dmp.gouv.fr"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lps3.dmp.gouv.fr");
  }

  @Test
  void givesTheNamesToOneSpaceAlone() {
    SpaceDescriptor second = bench.createSpace(new SpaceRequest(null, null, null));

    assertThat(URI.create(second.urls().get("dmp")).getHost()).isEqualTo("localhost");
    bench.deleteSpace(second.id());
  }

  @Test
  void writesTheHostsAndWhatEachSystemNeeds() {
    assertThat(TABLE.hostLines())
        .hasSize(8)
        .contains("127.0.0.15 lps2.dmp.gouv.fr", "127.0.0.18 ldap.annuaire.sante.fr");
    assertThat(TABLE.systemLines("Linux").get(0))
        .isEqualTo("sudo sysctl -w net.ipv4.ip_unprivileged_port_start=143");
    assertThat(TABLE.systemLines("Mac OS X"))
        .contains("sudo ifconfig lo0 alias 127.0.0.11 up")
        .hasSize(9);
    assertThat(TABLE.systemLines("Windows 11")).hasSize(1);
  }

  @Test
  void takesOtherNames() {
    RealNameTable production =
        TABLE.with(
            Map.of(
                "psc.backchannel",
                "auth.esw.esante.gouv.fr",
                "mss.web",
                "gateway.api.esante.gouv.fr, autoconfig.medecin.mssante.fr"));

    assertThat(production.hosts())
        .containsEntry("auth.esw.esante.gouv.fr", "127.0.0.11")
        .containsEntry("autoconfig.medecin.mssante.fr", "127.0.0.17")
        .doesNotContainKeys("auth.bas.psc.esante.gouv.fr", "service.annuaire.sante.fr");
    assertThat(production.names().called()).isEmpty();
  }

  @Test
  void refusesNamesThatCannotBe() {
    assertThatThrownBy(() -> TABLE.with(Map.of("psc.proxy", "a.b")))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("psc.proxy", "mss.imap");
    assertThatThrownBy(
            () ->
                TABLE
                    .of(BenchOptions.builder().build().services().stream().limit(1).toList())
                    .with(Map.of("mss.imap", "a.b")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("que vous n'avez pas demandé");
    assertThatThrownBy(() -> TABLE.with(Map.of("dmp", "lps2 dmp")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nom d'hôte");
    assertThatThrownBy(() -> TABLE.with(Map.of("dmp", "auth.bas.psc.esante.gouv.fr")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("deux services");
  }

  @Test
  void keepsTheirAuthorityApart() {
    BenchOptions real = BenchOptions.builder().realNames(TABLE.names()).build();

    assertThat(real.certificates()).isNotEqualTo(BenchOptions.builder().build().certificates());
  }

  @Test
  void startsNothingWhileANameLeadsElsewhere() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("up", "dmp", "--real-name", "dmp=absent.socle.invalid", "--port-base", "0");

    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).contains("127.0.0.15 absent.socle.invalid");
    assertThat(err.toString())
        .startsWith("socle : absent.socle.invalid ne mène nulle part, et doit mener à 127.0.0.15")
        .hasLineCount(1);
  }

  private String ask(String url, StandardClient client) throws Exception {
    return ask(url, client, URI.create(space.urls().get(url)).getHost());
  }

  /** A request under a name, which no resolver is asked for. */
  private String ask(String url, StandardClient client, String host) throws Exception {
    URI address = URI.create(space.urls().get(url));
    Socket tcp = new Socket(TABLE.hosts().get(address.getHost()), address.getPort());
    try (SSLSocket socket =
        (SSLSocket)
            context(client).getSocketFactory().createSocket(tcp, host, address.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(20_000);
      String request =
          "GET "
              + address.getPath()
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (answer.isEmpty()) {
        throw new IOException("no answer");
      }
      return answer;
    }
  }

  private SSLContext context(StandardClient client) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(client == null ? own : pki.client(client).keyStore(), TestPki.PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(pki.serverTrustStore());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}

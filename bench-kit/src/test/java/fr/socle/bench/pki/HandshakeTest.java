package fr.socle.bench.pki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every certificate over a real TLS handshake between two JDK sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {
  private final Clock clock = Clock.systemUTC();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TestPki pki;

  @BeforeAll
  void open(@TempDir Path folder) {
    pki = TestPki.open(folder, PkiOptions.defaults(), clock);
  }

  @AfterAll
  void stop() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
  void aClientTrustingTheAuthorityAcceptsTheServerUnderEachOfItsNames(String host)
      throws Exception {
    assertThat(talk(ServerIdentity.GOOD, null, host)).isEqualTo("personne");
    assertThat(talk(ServerIdentity.INSI, null, host)).isEqualTo("personne");
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, NotAfter",
    "WRONG_NAME, no subject alternative",
    "UNKNOWN_AUTHORITY, unable to find valid certification path"
  })
  void aClientRefusesAServerThatIsWrongInOneWay(ServerIdentity identity, String reason) {
    assertThatThrownBy(() -> talk(identity, null, "localhost"))
        .rootCause()
        .message()
        .containsIgnoringCase(reason);
  }

  @Test
  void insiIsPresentedUnderTheNameOfItsHost() throws Exception {
    KeyStore store = pki.serverKeyStore(ServerIdentity.INSI);
    assertThat(store.getCertificate("server").toString())
        .contains("CN=qualiflps-services-ps-tlsm.ameli.fr");
  }

  @ParameterizedTest
  @EnumSource(
      value = StandardClient.class,
      names = {
        "INSI_AUTO",
        "INSI_MANU",
        "PSC_CLIENT",
        "ORGANISATION",
        "CPS_AUTHENTICATION",
        "WRONG_CN"
      })
  void theServerAcceptsEachClientItsAuthoritiesVouchFor(StandardClient client) throws Exception {
    ClientIdentity identity = pki.client(client);

    assertThat(talk(ServerIdentity.GOOD, identity.keyStore(), "localhost"))
        .isEqualTo(identity.subject());
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRED, est expiré depuis le",
    "NOT_YET_VALID, n'est pas encore valable",
    "REVOKED, est révoqué",
    "UNKNOWN_AUTHORITY, n'est pas signé par elle",
    "CPS_SIGNATURE, certificat de signature"
  })
  void theServerRefusesAWrongClientAndSaysWhy(StandardClient client, String reason) {
    assertThatThrownBy(() -> talk(ServerIdentity.GOOD, pki.client(client).keyStore(), "localhost"))
        .rootCause()
        .message()
        .containsIgnoringWhitespaces(reason);
  }

  @Test
  void aLegitimateClientIsRefusedOnceItsValidityIsOver() throws Exception {
    Clock later = Clock.offset(clock, Duration.ofDays(800));
    var chain = pki.client(StandardClient.INSI_AUTO).chain().toArray(X509Certificate[]::new);

    assertThat(pki.judge(chain, later.instant()).reason())
        .isEqualTo(ClientCertificateVerdict.Reason.EXPIRED);
  }

  /** What the server answered; when there is a refusal, the exception of the side that refused. */
  private String talk(ServerIdentity identity, @Nullable KeyStore client, String host)
      throws Exception {
    SSLContext serverSide =
        context(pki.serverKeyStore(identity), new TrustManager[] {pki.clientTrustManager(clock)});
    SSLContext clientSide = context(client, trusting(pki.serverTrustStore()));
    try (SSLServerSocket listener =
        (SSLServerSocket)
            serverSide
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getByName(host))) {
      listener.setNeedClientAuth(client != null);
      Future<String> answer = threads.submit(() -> serve(listener, client != null));
      try (SSLSocket socket =
          (SSLSocket) clientSide.getSocketFactory().createSocket(host, listener.getLocalPort())) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        String seen = new String(socket.getInputStream().readAllBytes(), UTF_8);
        answer.get();
        return seen;
      } catch (IOException brokenHere) {
        throw sideThatRefused(brokenHere, answer);
      }
    }
  }

  private static Exception sideThatRefused(IOException here, Future<String> server)
      throws InterruptedException {
    // An alert received, or a connection closed, is the echo of what the other side decided.
    boolean decidedHere =
        here instanceof SSLException
            && !String.valueOf(here.getMessage())
                .toLowerCase(Locale.ROOT)
                .contains("received fatal alert");
    try {
      server.get();
      return here;
    } catch (ExecutionException there) {
      return decidedHere ? here : there;
    }
  }

  private static String serve(SSLServerSocket listener, boolean named) throws IOException {
    try (SSLSocket socket = (SSLSocket) listener.accept()) {
      socket.startHandshake();
      String peer = named ? socket.getSession().getPeerPrincipal().getName() : "personne";
      socket.getOutputStream().write(peer.getBytes(UTF_8));
      return peer;
    }
  }

  private static SSLContext context(@Nullable KeyStore keys, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    if (keys == null) {
      context.init(null, trust, null);
    } else {
      factory.init(keys, TestPki.PASSWORD.toCharArray());
      context.init(factory.getKeyManagers(), trust, null);
    }
    return context;
  }

  private static TrustManager[] trusting(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}

package fr.socle.essais;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Apache with mod_auth_openidc from Debian, configured as a deployment in front of an application:
 * wallet discovery address, code flow, PKCE, secret or certificate, logout. It knows nothing of
 * Socle.
 */
final class ApacheRelyingParty implements AutoCloseable {
  private final Process process;
  private final int port;
  private final Path folder;

  private ApacheRelyingParty(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /** Authenticates with its secret. */
  static ApacheRelyingParty withSecret(SpaceDescriptor space, Path folder) throws IOException {
    ClientDescription client = client(space, "lps-demo");
    return start(
        space,
        folder,
        "OIDCClientID %s\nOIDCClientSecret %s\n"
            .formatted(client.clientId(), client.clientSecret()));
  }

  /** Authenticates at the token endpoint with a certificate. */
  static ApacheRelyingParty withCertificate(
      SpaceDescriptor space, Path folder, KeyStoreDescription certificate) throws IOException {
    // Apache calls Pro Santé Connect as www-data: the key must be its own.
    Path key = Files.copy(Path.of(certificate.key()), folder.resolve("key.pem"));
    Files.setOwner(
        key, key.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("www-data"));
    return start(
        space,
        folder,
        """
        OIDCClientID %s
        OIDCProviderTokenEndpointAuth none
        OIDCClientTokenEndpointCert "%s"
        OIDCClientTokenEndpointKey "%s"
        """
            .formatted(client(space, "lps-demo-mtls").clientId(), certificate.pem(), key));
  }

  private static ClientDescription client(SpaceDescriptor space, String id) {
    return space.clients().stream().filter(c -> c.clientId().equals(id)).findFirst().orElseThrow();
  }

  private static ApacheRelyingParty start(SpaceDescriptor space, Path folder, String client)
      throws IOException {
    int port = freePort();
    Files.createDirectories(folder.resolve("site"));
    Files.writeString(folder.resolve("site/index.html"), "dossier ouvert\n");
    Files.writeString(folder.resolve("site/au-revoir"), "au revoir\n");
    Path configuration = folder.resolve("httpd.conf");
    Files.writeString(
        configuration,
        """
        ServerRoot "%1$s"
        ServerName 127.0.0.1
        Listen 127.0.0.1:%2$d
        PidFile "%1$s/httpd.pid"
        ErrorLog "%1$s/error.log"
        LogLevel warn auth_openidc:info
        DefaultRuntimeDir "%1$s"
        LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
        LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
        LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
        LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
        LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
        LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
        LoadModule auth_openidc_module /usr/lib/apache2/modules/mod_auth_openidc.so
        User www-data
        Group www-data
        DocumentRoot "%1$s/site"
        DirectoryIndex index.html
        OIDCProviderMetadataURL %3$s
        OIDCCABundlePath "%4$s"
        %5$s
        OIDCRedirectURI http://127.0.0.1:%2$d/retour
        OIDCCryptoPassphrase essai
        OIDCResponseType code
        OIDCPKCEMethod S256
        OIDCScope "openid scope_all"
        OIDCAuthRequestParams acr_values=eidas1
        OIDCRemoteUserClaim preferred_username
        OIDCJWKSRefreshInterval 300
        <Location "/">
          AuthType openid-connect
          Require valid-user
          Header always set X-Professionnel "expr=%%{REMOTE_USER}"
        </Location>
        <Location "/au-revoir">
          AuthType None
          Require all granted
        </Location>
        """
            .formatted(folder, port, space.urls().get("psc.discovery"), space.caFile(), client));
    openTo(folder);
    Process process =
        new ProcessBuilder("/usr/sbin/apache2", "-X", "-f", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    ApacheRelyingParty apache = new ApacheRelyingParty(process, port, folder);
    Awaitility.await().atMost(20, TimeUnit.SECONDS).until(apache::listens);
    return apache;
  }

  /** Address of the protected page. */
  String page() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Address that ends the session here and at Pro Santé Connect, then goes to a page. */
  String logout() {
    return page() + "retour?logout=" + URLEncoder.encode(page() + "au-revoir", UTF_8);
  }

  /** What Apache wrote of its reasons. */
  String log() throws IOException {
    Path log = folder.resolve("error.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Apache's workers run as another user: they must be able to read the page. */
  private static void openTo(Path folder) throws IOException {
    for (Path at = folder; at != null && at.startsWith("/tmp/"); at = at.getParent()) {
      Files.setPosixFilePermissions(
          at, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}

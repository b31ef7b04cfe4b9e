package fr.socle.essais.mesure;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The least a Java server can do over TLS, in a process of its own: read the body, answer. */
final class BareJetty implements AutoCloseable {
  private final ServerProcess process;

  private BareJetty(ServerProcess process) {
    this.process = process;
  }

  static BareJetty start(Path folder) throws IOException, InterruptedException {
    Path store = keyStore(folder.resolve("nu.p12"));
    return new BareJetty(ServerProcess.start(BareJetty.class, store.toString()));
  }

  /** Makes the key and the certificate of a server, password {@code mesure}. */
  static Path keyStore(Path store) throws IOException, InterruptedException {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    run(
        List.of(
            bin.resolve("keytool").toString(),
            "-genkeypair",
            "-alias",
            "nu",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "mesure",
            "-keystore",
            store.toString()));
    return store;
  }

  URI address() {
    return process.address();
  }

  @Override
  public void close() {
    process.close();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(command.get(0) + " ended with " + code);
    }
  }

  /** The server itself. */
  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(arguments[0]);
    tls.setKeyStorePassword("mesure");
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, "http/1.1"),
            new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    byte[] body = new byte[1500];
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            Content.Source.asByteBuffer(request);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
          }
        });
    server.start();
    System.out.println("https://127.0.0.1:" + connector.getLocalPort() + "/");
    server.join();
  }
}

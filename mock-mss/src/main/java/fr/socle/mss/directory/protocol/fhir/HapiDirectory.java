package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.mss.directory.service.DirectorySettings;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * HAPI's server, which needs a servlet container: one without a port. Costs a second the first time
 * in a process, then some milliseconds. Safe for use by several threads.
 */
final class HapiDirectory implements AutoCloseable {
  /** Address that the links of the answer begin with. */
  static final String BASE_HEADER = "X-Socle-Base";

  /** What of the directory the request sees: {@link #EVERYTHING}, {@link #NOTHING} or the rest. */
  static final String VIEW_HEADER = "X-Socle-Vue";

  /** Has the next page be this one. */
  static final String LOOP_HEADER = "X-Socle-Boucle";

  static final String EVERYTHING = "tout";
  static final String NOTHING = "rien";

  // RFC 9112 section 6: framing is that of the call behind, the rest would only be ignored.
  private static final Set<String> PASSED_ON =
      Set.of("accept", "accept-charset", "content-type", "prefer", "if-none-match", "if-match");
  private static final Set<String> NOT_BROUGHT_BACK =
      Set.of("date", "connection", "content-length", "server", "x-powered-by", "transfer-encoding");
  private static final int SEARCHES = 100;
  private static final int THREADS = 8;
  private static final long PATIENCE_SECONDS = 30;

  private final Server server;
  private final LocalConnector connector;

  private HapiDirectory(Server server, LocalConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  static HapiDirectory start(DirectorySettings settings, Providers.View view) {
    FhirContext context = FhirContext.forR4Cached();
    List<IResourceProvider> providers = Providers.all(view);
    RestfulServer fhir = new RestfulServer(context);
    fhir.setResourceProviders(providers);
    fhir.setServerName("Annuaire Santé (Socle)");
    fhir.setImplementationDescription("Annuaire Santé simulé par Socle");
    fhir.setDefaultResponseEncoding(EncodingEnum.JSON);
    fhir.setServerAddressStrategy((servlet, request) -> request.getHeader(BASE_HEADER));
    FifoMemoryPagingProvider pages = new FifoMemoryPagingProvider(SEARCHES);
    pages.setDefaultPageSize(settings.page());
    pages.setMaximumPageSize(settings.largestPage());
    fhir.setPagingProvider(pages);
    fhir.setDefaultPageSize(settings.page());
    fhir.setMaximumPageSize(settings.largestPage());
    fhir.registerInterceptor(new Refusals(settings, providers));
    fhir.registerInterceptor(new Totals(settings));
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 0);
    threads.setName("annuaire");
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    LocalConnector connector = new LocalConnector(server);
    server.addConnector(connector);
    ServletContextHandler servlets = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(fhir);
    holder.setInitOrder(0); // at start, not at the first request
    servlets.addServlet(holder, DirectoryCall.BASE + "/*");
    server.setHandler(servlets);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the FHIR directory does not start", e);
    }
    return new HapiDirectory(server, connector);
  }

  /**
   * Has a request answered.
   *
   * @param below what follows the base address
   * @param told headers for this server alone
   */
  Answer answer(IncomingRequest request, String below, Headers told) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    line(bytes, request.method() + " " + DirectoryCall.BASE + below + " HTTP/1.0");
    line(bytes, "Host: localhost");
    request.headers().lines().stream()
        .filter(each -> PASSED_ON.contains(each.name().toLowerCase(Locale.ROOT)))
        .forEach(each -> line(bytes, each.name() + ": " + each.value()));
    told.lines().forEach(each -> line(bytes, each.name() + ": " + each.value()));
    byte[] body = request.body();
    line(bytes, "Content-Length: " + body.length);
    line(bytes, "");
    bytes.writeBytes(body);
    try {
      ByteBuffer answered =
          connector.getResponse(
              ByteBuffer.wrap(bytes.toByteArray()),
              request.method().equals("HEAD"),
              PATIENCE_SECONDS,
              TimeUnit.SECONDS);
      if (answered == null) {
        throw new IllegalStateException("the FHIR directory did not answer");
      }
      byte[] whole = new byte[answered.remaining()];
      answered.get(whole);
      return read(whole);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the FHIR directory did not answer", e);
    }
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Answer read(byte[] whole) {
    int end = 0;
    while (!(whole[end] == '\r'
        && whole[end + 1] == '\n'
        && whole[end + 2] == '\r'
        && whole[end + 3] == '\n')) {
      end++;
    }
    List<String> lines = new String(whole, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    Headers headers = Headers.none();
    for (String each : lines.subList(1, lines.size())) {
      Header header =
          new Header(
              each.substring(0, each.indexOf(':')), each.substring(each.indexOf(':') + 1).strip());
      if (!NOT_BROUGHT_BACK.contains(header.name().toLowerCase(Locale.ROOT))) {
        headers = headers.with(header.name(), header.value());
      }
    }
    byte[] body = new byte[whole.length - end - 4];
    System.arraycopy(whole, end + 4, body, 0, body.length);
    return new Answer(status, headers, body);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the FHIR directory does not stop", e);
    }
  }
}

package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.ApiError;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.Health;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.client.api.ProxyState;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import fr.socle.exigences.RuleSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control API over real HTTP that remembers, and whose services a test plays itself. */
public final class FakeBench implements AutoCloseable {
  /** Secret of the relying party of every space. */
  public static final String SECRET = "secret-du-logiciel";

  private static final int PAGE = 3;
  private static final JsonMapper JSON = BenchJson.mapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, SpaceDescriptor> spaces = new LinkedHashMap<>();
  private final Map<String, Window> open = new LinkedHashMap<>();
  private final Map<String, List<Finding>> closingFindings = new LinkedHashMap<>();
  private final Map<String, List<Exchange>> journals = new LinkedHashMap<>();
  private final Map<Long, RawExchange> bytes = new LinkedHashMap<>();
  private final Map<String, List<InsiState.Call>> insi = new LinkedHashMap<>();
  private final Map<String, List<PscState.Session>> psc = new LinkedHashMap<>();
  private final Map<String, List<PscState.PhoneRequest>> phone = new LinkedHashMap<>();
  private final Map<String, List<PscState.LogoutNotice>> notices = new LinkedHashMap<>();
  private final Map<String, List<Fault>> faults = new LinkedHashMap<>();
  private final Set<String> newcomers = new HashSet<>();
  private final Trials trials = new Trials();
  private final List<String> calls = new ArrayList<>();
  private final List<String> benchErrors = new ArrayList<>();
  private List<String> services = List.of("psc", "insi");
  private boolean quiet = true;
  private long sequence;
  private int most;

  public FakeBench() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/control/v1/", this::handle);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Says that the bench was started with these services. */
  public synchronized void offering(List<String> names) {
    services = names;
  }

  /** Adds a space that the bench has from the start. */
  public synchronized SpaceDescriptor addSpace(String name) {
    return addSpace(name, Map.of());
  }

  /** The same, whose services have these settings. */
  public synchronized SpaceDescriptor addSpace(String name, Map<String, String> settings) {
    String id = "e" + (spaces.size() + 1);
    SpaceDescriptor space =
        new SpaceDescriptor(
            "0.1.0",
            id,
            name,
            1,
            "1.2.250.1.213.1.4.10",
            Map.of(),
            "/ca.pem",
            List.of(),
            List.of(
                client("lps-demo", SECRET, "client_secret_basic"),
                client("lps-demo-mtls", null, "tls_client_auth")),
            new SpaceDescriptor.LpsDescription("SOCLE0000001"),
            settings);
    spaces.put(id, space);
    journals.put(id, new ArrayList<>());
    insi.put(id, new ArrayList<>());
    psc.put(id, new ArrayList<>());
    phone.put(id, new ArrayList<>());
    faults.put(id, new ArrayList<>());
    return space;
  }

  private static ClientDescription client(String id, @Nullable String secret, String method) {
    return new ClientDescription(id, secret, method, List.of("http://127.0.0.1:*/*"), null);
  }

  /** Whether somebody forged a notice of logout in this space. */
  public synchronized boolean forgedNotices(String space) {
    return notices.getOrDefault(space, List.of()).stream()
        .anyMatch(notice -> notice.status().equals("recue"));
  }

  /** Whether Pro Santé Connect ended a session of this space. */
  synchronized boolean endedSessions(String space) {
    return notices.getOrDefault(space, List.of()).stream()
        .anyMatch(notice -> notice.status().equals("refusee"));
  }

  /** A service of a space receives a request with these bytes; its checks find this. */
  public synchronized Exchange receive(
      String space, String service, String transaction, String request, Finding... findings) {
    return receive(space, service, transaction, JSON.createObjectNode(), request, findings);
  }

  /** Name of the window that is open in a space; empty when none is. */
  public synchronized String playing(String space) {
    Window window = open.get(space);
    return window == null ? "" : window.name();
  }

  /** The same, with what the service made of it. */
  public synchronized Exchange receive(
      String space,
      String service,
      String transaction,
      JsonNode decoded,
      String request,
      Finding... findings) {
    return receive(space, service, transaction, decoded, null, request, findings);
  }

  /** The same, refused with this code. */
  public synchronized Exchange refuse(
      String space, String service, String transaction, JsonNode decoded, String code) {
    return receive(space, service, transaction, decoded, new Refusal(code, "Refusé."), transaction);
  }

  private Exchange receive(
      String space,
      String service,
      String transaction,
      JsonNode decoded,
      @Nullable Refusal refusal,
      String request,
      Finding... findings) {
    sequence++;
    Window window = open.get(space);
    Exchange exchange =
        new Exchange(
            sequence,
            space,
            window == null ? null : window.id(),
            service,
            service,
            Exchange.Kind.HTTP,
            transaction,
            Instant.now(),
            100,
            "POST",
            "/" + service,
            200,
            null,
            decoded,
            refusal,
            struckBy(space, service),
            request.length(),
            2,
            List.of(findings));
    journals.get(space).add(exchange);
    bytes.put(
        sequence,
        new RawExchange(
            exchange,
            request.getBytes(StandardCharsets.UTF_8),
            response(transaction).getBytes(StandardCharsets.UTF_8),
            false));
    return exchange;
  }

  /** Every login page sends the browser to a page that is there. */
  private String response(String transaction) {
    return transaction.equals("PSC login")
        ? "HTTP/1.1 302 Found\r\nLocation: " + url() + "control/v1/health?code=c1\r\n\r\n"
        : "ok";
  }

  private List<String> struckBy(String space, String service) {
    return faults.get(space).stream()
        .filter(fault -> fault.service().equals(service))
        .map(Fault::fault)
        .toList();
  }

  /** Names of the faults armed in a space; one with a key or a time of its own is named with it. */
  public synchronized List<String> armed(String space) {
    return faults.get(space).stream()
        .map(
            fault ->
                Stream.of("cle", "secondes")
                    .flatMap(name -> Stream.ofNullable(fault.parameters().get(name)))
                    .findFirst()
                    .map(value -> fault.fault() + " " + value)
                    .orElse(fault.fault()))
        .toList();
  }

  /** What the sequence checks will say when the open window of a space closes. */
  public synchronized void willFind(String space, Finding finding) {
    closingFindings.computeIfAbsent(space, s -> new ArrayList<>()).add(finding);
  }

  /** Makes windows close with an error of the bench. */
  public synchronized void willErr(String error) {
    benchErrors.add(error);
  }

  public synchronized void insiCalled(String space, InsiState.Call call) {
    insi.get(space).add(call);
  }

  /** Makes windows close while the LPS still talks. */
  public synchronized void neverQuiet() {
    quiet = false;
  }

  public synchronized List<InsiState.Call> insiCalls(String space) {
    return List.copyOf(insi.get(space));
  }

  /** Pro Santé Connect holds a living session of the professional of every test. */
  public synchronized void pscSession(String space) {
    psc.get(space).add(new PscState.Session("s", "899990000012", List.of(), Instant.now(), true));
  }

  /** A login asks for that professional's phone. */
  public synchronized void pscPhone(String space, String channel, String number) {
    phone
        .get(space)
        .add(
            new PscState.PhoneRequest(
                "d1",
                "899990000012",
                "lps",
                channel,
                number,
                "en-attente",
                Instant.now(),
                Instant.now().plusSeconds(120),
                0,
                0));
  }

  /** Pro Santé Connect holds a living session of somebody. */
  public synchronized void pscSession(String space, String nationalId) {
    psc.get(space).add(new PscState.Session("s2", nationalId, List.of(), Instant.now(), true));
  }

  public static Finding finding(RuleSource source, String... requirements) {
    return new Finding(
        "ESSAI-01",
        source,
        "essai",
        List.of(requirements),
        1L,
        "/a",
        "b",
        "c",
        "Mettez b à la place de c.");
  }

  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** What went wrong on purpose in each window, by its name. */
  public synchronized Map<String, Set<String>> trials() {
    return trials.byWindow();
  }

  public synchronized int mostWindowsAtOnce() {
    return most;
  }

  public synchronized List<SpaceDescriptor> spaces() {
    return List.copyOf(spaces.values());
  }

  private void handle(HttpExchange http) throws IOException {
    try (http) {
      String path = http.getRequestURI().getPath().substring("/control/v1/".length());
      String query = http.getRequestURI().getQuery();
      JsonNode body = JSON.readTree(http.getRequestBody());
      Object answer;
      synchronized (this) {
        calls.add(http.getRequestMethod() + " " + path);
        List<String> parts = List.of(path.split("/"));
        Window window = open.get(parts.size() > 1 ? parts.get(1) : "");
        if (window != null) {
          trials.note(window.name(), String.join("/", parts.subList(2, parts.size())), body);
        }
        answer = answer(http.getRequestMethod(), parts, query, body);
      }
      byte[] json = answer == null ? new byte[0] : JSON.writeValueAsBytes(answer);
      int status = answer instanceof ApiError ? 409 : answer == null ? 204 : 200;
      http.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
      if (json.length > 0) {
        http.getResponseBody().write(json);
      }
    }
  }

  private @Nullable Object answer(
      String method, List<String> path, @Nullable String query, JsonNode body) throws IOException {
    if (path.equals(List.of("health"))) {
      return new Health("pret", "0.1.0", services);
    }
    if (path.size() == 1) {
      return method.equals("POST")
          ? addSpace(String.valueOf(JSON.treeToValue(body, SpaceRequest.class).name()))
          : List.copyOf(spaces.values());
    }
    String space = path.get(1);
    if (path.size() == 2) {
      return method.equals("DELETE") ? null : spaces.get(space);
    }
    return inSpace(space, path.subList(2, path.size()), query, body);
  }

  private @Nullable Object inSpace(
      String space, List<String> path, @Nullable String query, JsonNode body) throws IOException {
    return switch (path.get(0)) {
      case "windows" -> path.size() == 1 ? openWindow(space, body) : closeWindow(space);
      case "exchanges" ->
          path.size() == 1
              ? page(space, query)
              : path.get(1).equals("await") ? null : bytes.get(Long.parseLong(path.get(1)));
      case "patients" -> patient(JSON.treeToValue(body, PatientRequest.class).persona());
      case "professionals" -> path.size() == 1 ? professional(space, body) : null;
      case "faults" ->
          path.size() == 1
              ? arm(space, JSON.treeToValue(body, FaultRequest.class))
              : disarm(space, path.get(1));
      case "reset" -> forget(space);
      case "services" ->
          path.get(2).equals("proxy-call")
              ? WrongProxy.answer(this, space, JSON.treeToValue(body, ProxyCallRequest.class))
              : service(space, path.get(1), path.get(2), body);
      default -> null;
    };
  }

  /** The professional of every test; the second one who is asked for without persona is another. */
  private Professional professional(String space, JsonNode body) {
    boolean another = body.path("persona").isNull() || body.path("persona").isMissingNode();
    String id = another && !newcomers.add(space) ? "899990000020" : "899990000012";
    return new Professional(id, null, "EXEMPLE", "CAMILLE", List.of("CABINET"));
  }

  private @Nullable Object forget(String space) {
    newcomers.remove(space);
    insi.get(space).clear();
    psc.get(space).clear();
    phone.get(space).clear();
    notices.remove(space);
    return null;
  }

  private Fault arm(String space, FaultRequest request) {
    List<Fault> armed = faults.get(space);
    Map<String, String> parameters = request.parameters();
    Fault fault =
        new Fault(
            "f" + armed.size(),
            request.service(),
            request.fault(),
            parameters == null ? Map.of() : parameters,
            null,
            null,
            0);
    armed.add(fault);
    return fault;
  }

  private @Nullable Object disarm(String space, String id) {
    faults.get(space).removeIf(fault -> fault.id().equals(id));
    return null;
  }

  /** The LPS takes a forged notice for a good one, and the other way round. */
  private @Nullable Object service(String space, String service, String operation, JsonNode body) {
    return switch (operation) {
      case "state" -> state(space, service);
      case "proxy-state" -> new ProxyState(List.of(), List.of(), List.of());
      case "end-session" -> told(space, "refusee");
      // Sent twice, a good notice stays one
      case "logout-notice" ->
          told(
              space,
              body.path("fault").asText().equals("deconnexion-double") ? "refusee" : "recue");
      case "datamatrix" -> print(body.path("qualified").asBoolean());
      default -> null;
    };
  }

  /** A print that is wrong, whatever is printed. */
  private static PrintReading print(boolean qualified) {
    Finding finding =
        qualified
            ? finding(RuleSource.VU, "INS/va1.03", "INSI-T14")
            : finding(RuleSource.VU, "INS/va1.53", "INSI-T12", "INSI-T14");
    return new PrintReading(
        1,
        List.of(),
        List.of(new PrintReading.Datamatrix(1, "IS", null, null, null, null, null, null, null)),
        List.of(finding),
        null);
  }

  private @Nullable Object told(String space, String status) {
    notices
        .computeIfAbsent(space, key -> new ArrayList<>())
        .add(
            new PscState.LogoutNotice(
                "s", "lps-demo", "arriere", "http://a", status, null, List.of(), Instant.now()));
    return null;
  }

  private Object state(String space, String service) {
    return service.equals("insi")
        ? new InsiState(insi.get(space))
        : new PscState(
            psc.get(space), List.of(), phone.get(space), notices.getOrDefault(space, List.of()));
  }

  private Object openWindow(String space, JsonNode body) throws IOException {
    if (open.containsKey(space)) {
      return new ApiError("fenetre-ouverte", "Une fenêtre est déjà ouverte dans cet espace.");
    }
    WindowRequest request = JSON.treeToValue(body, WindowRequest.class);
    Window window =
        new Window("f" + calls.size(), space, request.name(), Instant.now(), null, cursor(space));
    open.put(space, window);
    most = Math.max(most, open.size());
    return window;
  }

  private Object closeWindow(String space) {
    Window window = open.remove(space);
    faults.get(space).clear();
    List<Finding> findings = closingFindings.remove(space);
    return new WindowClosure(
        window, quiet, 0, findings == null ? List.of() : findings, List.copyOf(benchErrors));
  }

  private ExchangePage page(String space, @Nullable String query) {
    long after = Long.parseLong(parameter(query, "after"));
    String window = parameter(query, "window");
    List<Exchange> next =
        journals.get(space).stream()
            .filter(e -> e.sequence() > after)
            .filter(e -> window.isEmpty() || window.equals(e.windowId()))
            .limit(PAGE)
            .toList();
    return new ExchangePage(next, next.isEmpty() ? after : next.get(next.size() - 1).sequence());
  }

  private static String parameter(@Nullable String query, String name) {
    Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher("" + query);
    return matcher.find() ? matcher.group(1) : "";
  }

  private long cursor(String space) {
    List<Exchange> journal = journals.get(space);
    return journal.isEmpty() ? 0 : journal.get(journal.size() - 1).sequence();
  }

  private static Patient patient(@Nullable String persona) {
    return new Patient(
        "p1",
        persona,
        "MOQUETTE",
        List.of("ALIX", "MARIE-LOU"),
        "ALIX",
        "F",
        "1988-02-29",
        "75056",
        new Patient.InsNumber("2880275056123", "37", "1.2.250.1.213.1.4.10"),
        List.of());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package fr.socle.psc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameters;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.OutgoingTls;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.spi.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pro Santé Connect of one space without a wire: requests go in and answers come out as values. */
public final class PscOnPaper {
  public static final String BACK = "https://localhost:8441";
  public static final String WALLET = "https://localhost:8442";
  public static final String PROXY = "https://localhost:8453";
  public static final String ISSUER = BACK + "/auth/realms/esante-wallet";
  public static final String CONNECT = "/auth/realms/esante-wallet/protocol/openid-connect/";
  public static final String REDIRECT = "http://127.0.0.1:51234/retour";
  public static final String STATE = "st-Zk3v9QmX2pLw7RtY5uNc";
  public static final String NONCE = "no-8fJb4HsD1gVx6KeA0qTz";

  private static final JsonMapper JSON = new JsonMapper();

  public final SettableClock clock = new SettableClock();
  public final People people = new People();
  public final ArmedFaults faults = new ArmedFaults();
  private final PscInstance psc;
  private final List<Recorded> traffic = new ArrayList<>();
  private X509Certificate certificate;
  private String protocol = "TLSv1.3";
  private String cookie = "";
  private String foretold;

  /**
   * A space whose client identity {@code psc-client} is this certificate.
   *
   * @param clientCertificate null for none
   */
  public PscOnPaper(Map<String, String> settings, X509Certificate clientCertificate) {
    ServiceContext context =
        new ServiceContext(
            "e1",
            Map.of(PscMock.BACK_CHANNEL, BACK, PscMock.WALLET, WALLET, PscMock.PROXY, PROXY),
            new Settings(settings),
            clock,
            new SecureRandom(),
            people.store(),
            clientCertificate == null ? Map.of() : Map.of("psc-client", clientCertificate),
            OutgoingTls.none(),
            KeyPool.inTurn(),
            List.of());
    this.psc = new PscInstance(context);
  }

  public PscOnPaper(Map<String, String> settings) {
    this(settings, null);
  }

  public PscOnPaper() {
    this(Map.of());
  }

  public ServiceInstance instance() {
    return psc;
  }

  /** From now on the back channel presents this certificate. */
  public void present(X509Certificate presented) {
    this.certificate = presented;
  }

  public String secret() {
    return psc.clients().get(0).clientSecret();
  }

  @SuppressWarnings("unchecked")
  public Object control(String name, Object input) {
    ControlOperation<Object, Object> operation =
        (ControlOperation<Object, Object>)
            psc.operations().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    return operation.run().apply(input);
  }

  public PscState state() {
    return (PscState) control("state", null);
  }

  /** A correct authorization request. */
  public static Map<String, String> correctRequest() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", "lps-demo");
    parameters.put("redirect_uri", REDIRECT);
    parameters.put("scope", "openid scope_all");
    parameters.put("acr_values", "eidas1");
    parameters.put("state", STATE);
    parameters.put("nonce", NONCE);
    return parameters;
  }

  /** The correct request with some parameters changed; null takes one away. */
  public static Map<String, String> requestWith(String name, String value) {
    Map<String, String> parameters = correctRequest();
    if (value == null) {
      parameters.remove(name);
    } else {
      parameters.put(name, value);
    }
    return parameters;
  }

  public Served authorize(Map<String, String> parameters) {
    return remember(browse("GET", "/auth?" + encode(parameters), ""));
  }

  public Served submit(Map<String, String> form) {
    return remember(browse("POST", "/login-page", encode(form)));
  }

  public Served browse(String method, String target, String body) {
    Headers headers = Headers.none();
    if (!cookie.isEmpty()) {
      headers = headers.with("Cookie", "autre=1; " + cookie);
    }
    if (method.equals("POST")) {
      headers = headers.with("Content-Type", "application/x-www-form-urlencoded");
    }
    return send(PscMock.WALLET, method, target, headers, body);
  }

  public void forgetCookies() {
    cookie = "";
  }

  /** Logs the doctor in and gives the parameters that came back. */
  public Map<String, String> login() {
    return login(People.DOCTOR, correctRequest());
  }

  public Map<String, String> login(String nationalId, Map<String, String> request) {
    control("next-login", new NextLogin(nationalId, "accepter"));
    return returned(authorize(request));
  }

  public Served token(Map<String, String> form) {
    return post("token", form, basic("lps-demo", secret()));
  }

  public Served exchange(String code) {
    return token(codeForm(code));
  }

  public static Map<String, String> codeForm(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    return form;
  }

  public Served refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  /** Tokens of a whole login. */
  public JsonNode tokens() {
    return json(exchange(login().get("code")));
  }

  public Served userinfo(String accessToken) {
    return back(
        "GET",
        CONNECT + "userinfo",
        Headers.none().with("Authorization", "Bearer " + accessToken),
        "");
  }

  public Served post(String endpoint, Map<String, String> form, Headers headers) {
    return back(
        "POST",
        CONNECT + endpoint,
        headers.with("Content-Type", "application/x-www-form-urlencoded"),
        encode(form));
  }

  public Served back(String method, String target, Headers headers, String body) {
    if (!cookie.isEmpty() && target.contains("logout")) {
      headers = headers.with("Cookie", cookie);
    }
    return send(PscMock.BACK_CHANNEL, method, target, headers, body);
  }

  public Served send(String listener, String method, String target, Headers headers, String body) {
    TlsFacts tls =
        new TlsFacts(
            protocol,
            "TLS_AES_256_GCM_SHA384",
            certificate == null || listener.equals(PscMock.WALLET)
                ? List.of()
                : List.of(certificate));
    IncomingRequest request =
        new IncomingRequest(
            listener, method, target, headers, body.getBytes(UTF_8), tls, clock.instant());
    faults.forgetStruck();
    foretold = psc.endpoint(listener).transactionOf(request);
    Served served = psc.endpoint(listener).serve(request, faults);
    traffic.add(new Recorded(request, served, List.copyOf(faults.struck())));
    return served;
  }

  /** What the last request was said to be before it was served. */
  public String foretold() {
    return foretold;
  }

  /** A request that a stub of the user answered in place of Pro Santé Connect. */
  public void stubbed(String transaction) {
    Recorded last = traffic.get(traffic.size() - 1);
    Served served = new Served(Answer.empty(503), transaction, null, Map.of("bouchon", true), null);
    traffic.add(new Recorded(last.request(), served, List.of()));
  }

  /** One exchange of the test. */
  public record Recorded(IncomingRequest request, Served served, List<String> faults) {}

  /** Everything that was exchanged so far. */
  public List<Recorded> traffic() {
    return traffic;
  }

  /** From now on connections speak this version of TLS. */
  public void speak(String protocol) {
    this.protocol = protocol;
  }

  public static Headers basic(String clientId, String secret) {
    String pair = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    return Headers.none()
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  public static Map<String, String> returned(Served served) {
    String location = location(served);
    Map<String, String> parameters = new LinkedHashMap<>();
    URI address = URI.create(location);
    Parameters.parse(
            address.getRawQuery() == null ? address.getRawFragment() : address.getRawQuery())
        .list()
        .forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
    return parameters;
  }

  public static String location(Served served) {
    return served
        .answer()
        .headers()
        .first("Location")
        .orElseThrow(() -> new AssertionError("no redirect: " + text(served)));
  }

  public static JsonNode json(Served served) {
    try {
      return JSON.readTree(served.answer().body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode claims(String token) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String header(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), UTF_8);
  }

  public static String text(Served served) {
    Answer answer = served.answer();
    return answer.status() + " " + new String(answer.body(), UTF_8);
  }

  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                URLEncoder.encode(entry.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Served remember(Served served) {
    served
        .answer()
        .headers()
        .first("Set-Cookie")
        .ifPresent(line -> cookie = line.substring(0, line.indexOf(';')));
    return served;
  }
}

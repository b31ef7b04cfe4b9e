package fr.socle.lps.banc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A small provider that answers right unless told otherwise, and notes every request. */
public final class FakePsc implements AutoCloseable {

  public static final String CLIENT = "lps-essai";
  public static final String SUBJECT = "f:00000000-0000-4000-8000-000000000001:899990000012";

  private static final String REALM = "/auth/realms/esante-wallet";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One request as it came. */
  public record Seen(
      String path, Map<String, String> parameters, String authorization, String clientDn) {}

  public final List<Seen> seen = new CopyOnWriteArrayList<>();
  public final Map<String, Object> userinfo = new HashMap<>();

  /** Bends the claims of the next ID tokens. */
  public volatile Consumer<Map<String, Object>> claims = map -> {};

  /** Bends the callback parameters; removing them all shows a page instead. */
  public volatile Consumer<Map<String, String>> callback = map -> {};

  /** Bends the answers of the token endpoint. */
  public volatile Consumer<Map<String, Object>> tokens = map -> {};

  /** By which ID tokens are dated. */
  public volatile Clock clock = Clock.systemUTC();

  /** Bends the answer to a login asked without browser. */
  public volatile Consumer<Map<String, Object>> demand = map -> {};

  /** Status of that answer. */
  public volatile int demandStatus = 200;

  /** What each request for its result is answered: an error, a status, or tokens when empty. */
  public volatile Supplier<String> poll = () -> "";

  public volatile String refreshError = "";
  public volatile boolean accessTokensAccepted = true;
  public volatile RSAKey signing;
  public volatile List<RSAKey> published;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String nonce = "";
  private final AtomicInteger issuedSoFar = new AtomicInteger();

  public FakePsc(SSLContext tls, RSAKey key) throws IOException {
    signing = key;
    published = List.of(key);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters settings = getSSLContext().getDefaultSSLParameters();
            settings.setWantClientAuth(true);
            parameters.setSSLParameters(settings);
          }
        });
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    userinfo.putAll(
        Map.of(
            "sub", SUBJECT,
            "SubjectNameID", "899990000012",
            "given_name", "CAMILLE",
            "family_name", "EXEMPLE",
            "SubjectRefPro",
                Map.of(
                    "exercices",
                    List.of(
                        Map.of(
                            "codeProfession",
                            "10",
                            "activities",
                            List.of(
                                Map.of(
                                    "raisonSocialeSite", "CABINET EXEMPLE",
                                    "codeModeExercice", "L"),
                                Map.of(
                                    "raisonSocialeSite", "HOPITAL EXEMPLE",
                                    "codeModeExercice", "S")))))));
  }

  public static RSAKey key(String id) throws JOSEException {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  public String issuer() {
    return "https://localhost:" + server.getAddress().getPort() + REALM;
  }

  public String discovery() {
    return issuer() + "/.well-known/wallet-openid-configuration";
  }

  public List<Seen> seen(String endOfPath) {
    return seen.stream().filter(request -> request.path().endsWith(endOfPath)).toList();
  }

  /** Signs claims with the header of PSC, blanks around its colons included. */
  public static String sign(Map<String, Object> claims, RSAKey key) throws Exception {
    return sign(
        "{\"alg\":\"RS256\",\"typ\" : \"JWT\",\"kid\" : \"" + key.getKeyID() + "\"}", claims, key);
  }

  /** Signs claims under any header. */
  public static String sign(String header, Map<String, Object> claims, RSAKey key)
      throws Exception {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String input =
        base64.encodeToString(header.getBytes(UTF_8))
            + "."
            + base64.encodeToString(JSON.writeValueAsBytes(claims));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.toPrivateKey());
    signature.update(input.getBytes(UTF_8));
    return input + "." + base64.encodeToString(signature.sign());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Map<String, String> parameters =
          decode(body.isEmpty() ? exchange.getRequestURI().getRawQuery() : body);
      seen.add(new Seen(path, parameters, header(exchange), dn(exchange)));
      switch (path.replace(REALM, "")) {
        case "/.well-known/wallet-openid-configuration" -> json(exchange, 200, metadata());
        case "/portail" -> authorize(exchange, parameters);
        case "/token" -> token(exchange, parameters);
        case "/userinfo" -> {
          if (accessTokensAccepted) {
            json(exchange, 200, userinfo);
          } else {
            json(exchange, 401, Map.of("error", "invalid_token"));
          }
        }
        case "/certs" ->
            json(
                exchange,
                200,
                Map.of(
                    "keys",
                    published.stream().map(key -> key.toPublicJWK().toJSONObject()).toList()));
        case "/ciba" -> {
          Map<String, Object> answer = new HashMap<>();
          if (demandStatus == 200) {
            answer.putAll(Map.of("auth_req_id", "demande-1", "expires_in", 120, "interval", 5));
          } else {
            answer.put("error", demandStatus == 503 ? "server_error" : "invalid_request");
          }
          demand.accept(answer);
          json(exchange, demandStatus, answer);
        }
        case "/logout" -> {
          if (parameters.containsKey("post_logout_redirect_uri")) {
            redirect(exchange, parameters.get("post_logout_redirect_uri"));
          } else {
            json(exchange, 200, Map.of());
          }
        }
        default -> json(exchange, 404, Map.of());
      }
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("issuer", issuer());
    metadata.put("authorization_endpoint", issuer().replace(REALM, "") + "/portail");
    metadata.put("token_endpoint", issuer() + "/token");
    metadata.put("userinfo_endpoint", issuer() + "/userinfo");
    metadata.put("jwks_uri", issuer() + "/certs");
    metadata.put("end_session_endpoint", issuer() + "/logout");
    metadata.put("backchannel_authentication_endpoint", issuer() + "/ciba");
    metadata.put("authorization_response_iss_parameter_supported", true);
    return metadata;
  }

  private void authorize(HttpExchange exchange, Map<String, String> parameters) throws IOException {
    nonce = parameters.getOrDefault("nonce", "");
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", "code-1");
    answer.put("state", parameters.getOrDefault("state", ""));
    answer.put("iss", issuer());
    callback.accept(answer);
    if (answer.isEmpty()) {
      send(exchange, 200, "text/html", "<p>Attendez</p>".getBytes(UTF_8));
      return;
    }
    StringBuilder location = new StringBuilder(parameters.get("redirect_uri"));
    answer.forEach(
        (name, value) ->
            location
                .append(location.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, UTF_8)));
    redirect(exchange, location.toString());
  }

  private void token(HttpExchange exchange, Map<String, String> parameters) throws Exception {
    boolean refresh = "refresh_token".equals(parameters.get("grant_type"));
    if (refresh && !refreshError.isEmpty()) {
      json(exchange, 400, Map.of("error", refreshError));
      return;
    }
    boolean ciba = "urn:openid:params:grant-type:ciba".equals(parameters.get("grant_type"));
    String unless = ciba ? poll.get() : "";
    if (unless.matches("5..")) {
      send(exchange, Integer.parseInt(unless), "text/html", "<p>Panne</p>".getBytes(UTF_8));
      return;
    }
    if (!unless.isEmpty()) {
      json(exchange, 400, Map.of("error", unless));
      return;
    }
    if (ciba) {
      nonce = ""; // there is none without browser
    }
    int issued = issuedSoFar.incrementAndGet();
    Map<String, Object> answer = new HashMap<>();
    answer.put("access_token", "acces-" + issued);
    answer.put("expires_in", 120);
    answer.put("refresh_token", "rafraichissement-" + issued);
    answer.put("token_type", "Bearer");
    answer.put("id_token", sign(goodClaims(), signing));
    tokens.accept(answer);
    json(exchange, 200, answer);
  }

  private Map<String, Object> goodClaims() {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> good = new HashMap<>();
    good.put("iss", issuer());
    good.put("aud", CLIENT);
    good.put("azp", CLIENT);
    good.put("sub", SUBJECT);
    good.put("iat", now);
    good.put("exp", now + 120);
    if (!nonce.isEmpty()) {
      good.put("nonce", nonce);
    }
    good.put("acr", "eidas1");
    good.put("SubjectNameID", "899990000012");
    good.put("given_name", "CAMILLE");
    good.put("family_name", "EXEMPLE");
    claims.accept(good);
    return good;
  }

  private static String header(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header;
  }

  private static String dn(HttpExchange exchange) {
    try {
      return ((com.sun.net.httpserver.HttpsExchange) exchange)
          .getSSLSession()
          .getPeerPrincipal()
          .getName();
    } catch (SSLPeerUnverifiedException e) {
      return "";
    }
  }

  private static Map<String, String> decode(String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/; Secure; HttpOnly");
    exchange.sendResponseHeaders(302, -1);
  }

  private static void json(HttpExchange exchange, int status, Object content) throws IOException {
    send(exchange, status, "application/json", JSON.writeValueAsBytes(content));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}

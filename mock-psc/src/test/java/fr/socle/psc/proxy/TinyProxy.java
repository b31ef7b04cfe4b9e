package fr.socle.psc.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import com.sun.net.httpserver.HttpExchange;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.psc.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * An editor's proxy: its own code on the JDK and the Nimbus library, with the bench behind it. It
 * can be given a flaw.
 */
final class TinyProxy implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Set<Flaw> flaws;
  private final Business door = Business.answering(this::serve);
  private final Map<String, Login> logins = new ConcurrentHashMap<>();
  private final List<String> traces = new ArrayList<>();
  private SpaceDescriptor space;
  private HttpClient http;
  private SSLContext tls;

  /** What it does wrong. */
  enum Flaw {
    LOGS_IN_AGAIN,
    SAYS_401_TO_STRANGERS,
    NEVER_LOGS_OUT,
    LOGS_OUT_EVERYBODY_TWICE,
    KEEPS_ENDED_SESSIONS,
    FORGETS_TRACES,
    SENDS_THE_PSC_TOKEN,
    CALLS_WITH_ANOTHER_CERTIFICATE,
    ANNOUNCES_NO_THUMBPRINT
  }

  private record Login(String nationalId, JsonNode tokens) {}

  TinyProxy(Flaw... flaws) {
    this.flaws = EnumSet.noneOf(Flaw.class);
    this.flaws.addAll(List.of(flaws));
  }

  String url() {
    return door.url();
  }

  /** Configures it for a space, as an editor would from bench.json. */
  TinyProxy configure(SpaceDescriptor given) throws Exception {
    space = given;
    tls = Trust.of(given, "psc-client");
    http = client(tls);
    return this;
  }

  private static HttpClient client(SSLContext context) {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
  }

  private void serve(Business.Seen call, HttpExchange exchange) throws IOException {
    try {
      String path = exchange.getRequestURI().getPath();
      String cookie =
          call.cookie() == null
              ? ""
              : call.cookie().replaceAll(".*proxy_session_id=([^;]*).*", "$1");
      if (path.equals("/connect")) {
        connect(JSON.readTree(call.body()), cookie, exchange);
      } else if (path.equals("/disconnect")) {
        disconnect(cookie, exchange);
      } else if (path.equals("/traces")) {
        answer(exchange, 200, "[" + String.join(",", traces) + "]");
      } else {
        send(call, cookie, exchange);
      }
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      answer(exchange, 500, "{\"code\":\"500\",\"message\":\"" + e + "\"}");
    }
  }

  private void connect(JsonNode asked, String cookie, HttpExchange exchange) throws Exception {
    String nationalId = asked.path("nationalId").asText();
    if (logins.containsKey(cookie) && !flaws.contains(Flaw.LOGS_IN_AGAIN)) {
      trace("CONNECT_REPLAY", cookie, logins.get(cookie));
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    if (!asked.path("clientId").asText().equals("lps-demo-mtls")) {
      trace("CONNECT_FAILURE", "", new Login(nationalId, JSON.createObjectNode()));
      int status = flaws.contains(Flaw.SAYS_401_TO_STRANGERS) ? 401 : 404;
      answer(exchange, status, "{\"code\":\"" + status + "\",\"message\":\"inconnu\"}");
      return;
    }
    JsonNode begun =
        post(
            space.urls().get("psc.ciba"),
            "client_id=lps-demo-mtls&scope=openid%20scope_all&acr_values=eidas1&channel=MOBILE"
                + "&login_hint="
                + nationalId
                + "&binding_message="
                + asked.path("bindingMessage").asText());
    Login login = new Login(nationalId, poll(begun));
    get(space.urls().get("psc.userinfo"), login.tokens().path("access_token").asText());
    String id = UUID.randomUUID().toString();
    logins.put(id, login);
    trace("CONNECT_SUCCESS", id, login);
    exchange.getResponseHeaders().set("Set-Cookie", "proxy_session_id=" + id + "; Path=/");
    answer(
        exchange,
        200,
        "{\"proxy_session_id\":\""
            + id
            + "\",\"session_state\":\""
            + login.tokens().path("session_state").asText()
            + "\"}");
  }

  private JsonNode poll(JsonNode begun) throws Exception {
    while (true) {
      // One second passes, and nothing else happens here
      boolean never = new CountDownLatch(1).await(begun.path("interval").asInt(), TimeUnit.SECONDS);
      JsonNode answer =
          post(
              space.urls().get("psc.token"),
              "client_id=lps-demo-mtls&grant_type=urn%3Aopenid%3Aparams%3Agrant-type%3Aciba"
                  + "&auth_req_id="
                  + begun.path("auth_req_id").asText());
      if (!answer.path("error").asText().equals("authorization_pending") || never) {
        return answer;
      }
    }
  }

  private void disconnect(String cookie, HttpExchange exchange) throws Exception {
    Login login = logins.get(cookie);
    if (login == null) {
      answer(exchange, 401, "{\"code\":\"401\",\"message\":\"inconnue\"}");
      return;
    }
    int times =
        flaws.contains(Flaw.NEVER_LOGS_OUT)
            ? 0
            : flaws.contains(Flaw.LOGS_OUT_EVERYBODY_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      post(
          space.urls().get("psc.logout"),
          "client_id=lps-demo-mtls&id_token_hint=" + login.tokens().path("id_token").asText());
    }
    if (!flaws.contains(Flaw.KEEPS_ENDED_SESSIONS)) {
      logins.remove(cookie);
    }
    trace("DISCONNECT", cookie, login);
    exchange.sendResponseHeaders(200, -1);
  }

  private void send(Business.Seen call, String cookie, HttpExchange exchange) throws Exception {
    Login login = logins.get(cookie);
    if (login == null) {
      answer(exchange, 401, "{\"code\":\"401\",\"message\":\"inconnue\"}");
      return;
    }
    trace("SEND", cookie, login);
    String psc = login.tokens().path("access_token").asText();
    String token = flaws.contains(Flaw.SENDS_THE_PSC_TOKEN) ? psc : exchange(psc);
    HttpClient caller =
        flaws.contains(Flaw.CALLS_WITH_ANOTHER_CERTIFICATE)
            ? client(Trust.of(space, "organisation"))
            : http;
    HttpResponse<String> answer =
        caller.send(
            HttpRequest.newBuilder(
                    URI.create(
                        space.urls().get("api.insi.url")
                            + call.target().substring("/send/insi".length())))
                .header("Authorization", "Bearer " + token)
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build(),
            BodyHandlers.ofString());
    answer(exchange, answer.statusCode(), answer.body());
  }

  private String exchange(String psc) throws Exception {
    TokenRequest.Builder builder =
        new TokenRequest.Builder(
                URI.create(space.urls().get("api.insi.token")),
                new PKITLSClientAuthentication(new ClientID("proxy-demo"), tls.getSocketFactory()),
                new TokenExchangeGrant(new BearerAccessToken(psc), TokenTypeURI.ACCESS_TOKEN))
            .scope(new Scope("insi"));
    if (!flaws.contains(Flaw.ANNOUNCES_NO_THUMBPRINT)) {
      builder.customParameter("cnf", "{\"x5t#S256\":\"" + thumbprint() + "\"}");
    }
    HTTPRequest request = builder.build().toHTTPRequest();
    request.setSSLSocketFactory(tls.getSocketFactory());
    return TokenResponse.parse(request.send())
        .toSuccessResponse()
        .getTokens()
        .getAccessToken()
        .getValue();
  }

  private String thumbprint() throws Exception {
    String pem =
        space.keyStores().stream()
            .filter(one -> one.name().equals("psc-client"))
            .findFirst()
            .orElseThrow()
            .pem();
    X509Certificate first =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificates(Files.newInputStream(Path.of(pem)))
                .iterator()
                .next();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(MessageDigest.getInstance("SHA-256").digest(first.getEncoded()));
  }

  private void trace(String type, String session, Login login) {
    if (flaws.contains(Flaw.FORGETS_TRACES) && type.equals("DISCONNECT")) {
      return;
    }
    traces.add(
        "{\"type\":\""
            + type
            + "\",\"clientId\":\"lps-demo-mtls\",\"IdRPPS\":\""
            + login.nationalId()
            + "\",\"ipAddress\":\"127.0.0.1\",\"ports\":[1],\"proxy_id_session\":\""
            + session
            + "\",\"session_state\":\""
            + login.tokens().path("session_state").asText()
            + "\",\"timestamp\":\""
            + Instant.now()
            + "\",\"apiRequest\":{\"nomApiPsc\":\"insi\",\"methode\":\"POST\",\"path\":\"/\"}}");
  }

  private JsonNode post(String to, String form) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    return answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
  }

  private void get(String from, String token) throws Exception {
    http.send(
        HttpRequest.newBuilder(URI.create(from)).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.discarding());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    door.close();
  }
}

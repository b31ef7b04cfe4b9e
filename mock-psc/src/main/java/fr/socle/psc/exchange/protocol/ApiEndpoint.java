package fr.socle.psc.exchange.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.psc.exchange.service.ApiAuthorization;
import fr.socle.psc.exchange.service.ApiFaultPlan;
import fr.socle.psc.exchange.service.ApiSettings;
import fr.socle.psc.exchange.service.ProtectedApi;
import fr.socle.psc.protocol.Answers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authorization servers of the APIs ({@code /auth/realms/<api>/…}) and the APIs behind their
 * guard ({@code /api/<api>/…} and {@code /signsessiondata}), on the back channel listener.
 */
public final class ApiEndpoint implements HttpEndpoint {
  private static final String REALMS = "/auth/realms/";
  private static final String CONNECT = "/protocol/openid-connect/";
  private static final String RESOURCES = "/api/";
  private static final String SIGN = "/" + ApiSettings.SIGN_SESSION_DATA;

  private final String base;
  private final ApiAuthorization apis;
  private final TokenExchangeHandler tokens;
  private final ApiCallHandler calls;

  /**
   * The APIs of a space.
   *
   * @param base address of the listener, without path
   * @param upstream what stands behind them
   */
  public ApiEndpoint(String base, ApiAuthorization apis, ApiUpstream upstream) {
    this.base = base;
    this.apis = apis;
    this.tokens = new TokenExchangeHandler(apis.exchange(), apis.introspection());
    this.calls = new ApiCallHandler(apis.guard(), upstream, apis.signatures());
  }

  /**
   * Where a path leads.
   *
   * @param api the API
   * @param transaction its transaction
   * @param methods methods served, none listed for any
   */
  private record Way(ProtectedApi api, String transaction, List<String> methods) {}

  /** Whether a path is one of the APIs. */
  public boolean serves(String path) {
    return way(path) != null;
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    Way way = way(request.path());
    return way == null ? null : way.transaction();
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults armed) {
    Way way = way(request.path());
    if (way == null) {
      return Served.refused(
          Answers.json(404, Map.of("error", "HTTP 404 Not Found")),
          new Refusal("404", "Aucune API n'a l'adresse " + request.path() + "."));
    }
    if (!way.methods().isEmpty() && !way.methods().contains(request.method())) {
      Answer answer =
          Answers.json(405, Map.of("error", "HTTP 405 Method Not Allowed"))
              .with("Allow", String.join(", ", way.methods()));
      return Served.refused(
          answer,
          new Refusal("405", "Méthodes servies ici : " + String.join(", ", way.methods()) + "."));
    }
    ApiFaultPlan faults = fault -> armed.take(fault.label());
    return switch (way.transaction()) {
      case ApiTransactions.TOKEN -> tokens.token(way.api(), request, faults);
      case ApiTransactions.INTROSPECT -> tokens.introspect(way.api(), request);
      case ApiTransactions.JWKS -> Served.plain(Answers.json(200, apis.keys().get().jwks()));
      case ApiTransactions.METADATA ->
          Served.plain(
              Answers.json(200, Realms.metadata(base + way.api().realmPath(), way.api().scopes())));
      case ApiTransactions.SIGN -> calls.sign(way.api(), request, faults);
      default ->
          calls.call(
              way.api(),
              request.target().substring(way.api().resourcePath().length()),
              request,
              faults);
    };
  }

  private @Nullable Way way(String path) {
    if (path.equals(SIGN)) {
      return apis.settings()
          .api(ApiSettings.SIGN_SESSION_DATA)
          .map(api -> new Way(api, ApiTransactions.SIGN, List.of("POST")))
          .orElse(null);
    }
    if (path.startsWith(RESOURCES)) {
      return named(path, RESOURCES)
          .map(api -> new Way(api, ApiTransactions.CALL, List.of()))
          .orElse(null);
    }
    return path.startsWith(REALMS) ? realm(path) : null;
  }

  private @Nullable Way realm(String path) {
    ProtectedApi api = named(path, REALMS).orElse(null);
    if (api == null) {
      return null;
    }
    String rest = path.substring(api.realmPath().length());
    return switch (rest) {
      case CONNECT + "token" -> new Way(api, ApiTransactions.TOKEN, List.of("POST"));
      case CONNECT + "token/introspect" ->
          new Way(api, ApiTransactions.INTROSPECT, List.of("POST"));
      case CONNECT + "certs" -> new Way(api, ApiTransactions.JWKS, List.of("GET"));
      case "/.well-known/openid-configuration" ->
          new Way(api, ApiTransactions.METADATA, List.of("GET"));
      default -> null;
    };
  }

  private Optional<ProtectedApi> named(String path, String prefix) {
    int end = path.indexOf('/', prefix.length());
    return apis.settings()
        .api(end < 0 ? path.substring(prefix.length()) : path.substring(prefix.length(), end));
  }
}

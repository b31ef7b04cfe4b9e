package fr.socle.psc;

import fr.socle.bench.client.api.ApiClientRequest;
import fr.socle.bench.client.api.ApiState;
import fr.socle.bench.client.api.SessionRevocation;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.psc.exchange.protocol.ApiEndpoint;
import fr.socle.psc.exchange.protocol.ApiUpstream;
import fr.socle.psc.exchange.protocol.RemoteIntrospection;
import fr.socle.psc.exchange.service.ApiAuthorization;
import fr.socle.psc.exchange.service.ApiClient;
import fr.socle.psc.exchange.service.ApiSettings;
import fr.socle.psc.exchange.service.LocalIntrospection;
import fr.socle.psc.exchange.service.ProtectedApi;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.SettingReader;
import fr.socle.psc.service.Unguessable;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The APIs Pro Santé Connectées of one space: their authorization servers and their guards. */
final class ProtectedApis {
  /** Callers a space is opened with, and the client identity of each. */
  static final Map<String, String> PRESET =
      Map.of("proxy-demo", "psc-client", "proxy-demo-2", "organisation");

  // INSi in certificate mode and the DMP want a certificate of their own (dmp.md 2.5: a
  // structure's)
  private static final Map<String, String> IDENTITIES =
      Map.of("insi", "insi-manu", "dmp", "organisation");

  // Where a national service is reached once its API let a call in, the best first
  private static final List<String> LISTENERS = List.of(".psc", ".cpx", ".certificate");

  private final String base;
  private final ApiAuthorization apis;
  private final ApiEndpoint endpoint;

  ProtectedApis(ServiceContext context, String base, ProSanteConnect psc, OutgoingCalls calls) {
    this.base = base;
    ApiSettings settings = ApiSettings.read(context.settings(), names(context));
    ApiSettings.Elsewhere elsewhere = settings.introspection();
    this.apis =
        new ApiAuthorization(
            base,
            settings,
            psc.time(),
            new Unguessable(context.random()),
            context.keyPairs(),
            psc.ledger(),
            elsewhere == null
                ? new LocalIntrospection(psc.ledger())
                : new RemoteIntrospection(calls, elsewhere),
            preset(context, settings));
    this.endpoint = new ApiEndpoint(base, apis, new ApiUpstream(calls, targets(context, settings)));
  }

  ApiEndpoint endpoint() {
    return endpoint;
  }

  ApiAuthorization authorization() {
    return apis;
  }

  Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    for (ProtectedApi api : apis.settings().apis().values()) {
      String prefix = "api." + api.name() + ".";
      urls.put(prefix + "token", base + api.realmPath() + "/protocol/openid-connect/token");
      urls.put(
          prefix + "introspection",
          base + api.realmPath() + "/protocol/openid-connect/token/introspect");
      urls.put(
          prefix + "url",
          api.name().equals(ApiSettings.SIGN_SESSION_DATA)
              ? base + "/" + ApiSettings.SIGN_SESSION_DATA
              : base + api.resourcePath());
    }
    return urls;
  }

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "GET",
            "api-state",
            "The APIs Pro Santé Connectées, their callers and living tokens",
            Void.class,
            ApiState.class,
            nothing -> state()),
        new ControlOperation<>(
                "POST",
                "api-clients",
                "Declares a caller to the authorization servers of the APIs",
                ApiClientRequest.class,
                Void.class,
                this::declare)
            .andKept(),
        new ControlOperation<>(
            "POST",
            "api-revoke",
            "Revokes the API tokens that came from a session of Pro Santé Connect",
            SessionRevocation.class,
            Void.class,
            this::revoke));
  }

  void reset() {
    apis.reset();
  }

  private ApiState state() {
    return new ApiState(
        apis.settings().apis().values().stream()
            .map(api -> new ApiState.Api(api.name(), api.scopes(), api.tokenLife().toSeconds()))
            .toList(),
        apis.clients().all().stream().map(ApiClient::clientId).toList(),
        apis.tokens().living());
  }

  private @Nullable Void declare(ApiClientRequest request) {
    if (request.clientId().isBlank()) {
      throw new InvalidControlRequestException("client-sans-identifiant", "Donnez un clientId.");
    }
    X500Principal subject;
    try {
      subject = new X500Principal(request.subjectDn());
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException(
          "nom-de-certificat-illisible",
          "subjectDn « " + request.subjectDn() + " » n'est pas un nom de certificat (RFC 2253).");
    }
    Set<String> known = scopes(apis.settings());
    List<String> wanted = request.scopes();
    if (wanted != null && !known.containsAll(wanted)) {
      throw new InvalidControlRequestException(
          "scope-inconnu",
          "Les scopes des API de cet espace sont : " + String.join(", ", known) + ".");
    }
    apis.clients()
        .add(
            new ApiClient(
                request.clientId(), subject, wanted == null ? known : Set.copyOf(wanted)));
    return null;
  }

  private @Nullable Void revoke(SessionRevocation revocation) {
    if (apis.tokens().revokeSession(revocation.session()) == 0) {
      throw new InvalidControlRequestException(
          "session-inconnue",
          "Aucun jeton d'API ne vient de la session « "
              + revocation.session()
              + " » : donnez le session_state de Pro Santé Connect.");
    }
    return null;
  }

  private static List<String> names(ServiceContext context) {
    List<String> names = new ArrayList<>(List.of("insi", ApiSettings.SIGN_SESSION_DATA));
    if (context.addresses().keySet().stream().anyMatch(name -> name.startsWith("dmp"))) {
      names.add("dmp");
    }
    return names;
  }

  private static Set<String> scopes(ApiSettings settings) {
    Set<String> scopes = new LinkedHashSet<>();
    settings.apis().values().forEach(api -> scopes.addAll(api.scopes()));
    return scopes;
  }

  private static List<ApiClient> preset(ServiceContext context, ApiSettings settings) {
    List<ApiClient> preset = new ArrayList<>();
    for (Map.Entry<String, String> each : new TreeMap<>(PRESET).entrySet()) {
      X509Certificate certificate = context.clientCertificates().get(each.getValue());
      if (certificate != null) {
        preset.add(
            new ApiClient(each.getKey(), certificate.getSubjectX500Principal(), scopes(settings)));
      }
    }
    return preset;
  }

  private static Map<String, ApiUpstream.Target> targets(
      ServiceContext context, ApiSettings settings) {
    Map<String, ApiUpstream.Target> targets = new LinkedHashMap<>();
    for (String name : settings.apis().keySet()) {
      String listener = listener(context, name);
      String known = listener == null ? "" : context.addresses().getOrDefault(listener, "");
      String setting = "api." + name + ".upstream";
      String url = context.settings().get(setting, known);
      if (!url.isEmpty()) {
        targets.put(
            name,
            new ApiUpstream.Target(
                new SettingReader(context.settings()).address(setting, url),
                identity(context, name, listener)));
      }
    }
    return targets;
  }

  private static @Nullable String listener(ServiceContext context, String api) {
    return LISTENERS.stream()
        .map(api::concat)
        .filter(context.addresses()::containsKey)
        .findFirst()
        .orElseGet(() -> context.addresses().containsKey(api) ? api : null);
  }

  // Where none is asked none is shown
  private static @Nullable String identity(
      ServiceContext context, String api, @Nullable String listener) {
    String byDefault =
        listener == null || listener.endsWith(".psc") || listener.endsWith(".cpx")
            ? ""
            : IDENTITIES.getOrDefault(api, "psc-client");
    String setting = "api." + api + ".identity";
    String told = context.settings().get(setting, byDefault);
    if (!told.isEmpty() && !context.clientCertificates().containsKey(told)) {
      throw SettingReader.refused(
          setting, told, List.copyOf(new TreeSet<>(context.clientCertificates().keySet())));
    }
    return told.isEmpty() ? null : told;
  }
}

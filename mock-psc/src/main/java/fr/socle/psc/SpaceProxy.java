package fr.socle.psc;

import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.client.api.ProxyRelay;
import fr.socle.bench.client.api.ProxySoftwareRequest;
import fr.socle.bench.client.api.ProxyState;
import fr.socle.bench.client.api.SessionRevocation;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.psc.exchange.service.ProtectedApi;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.PscAddresses;
import fr.socle.psc.proxy.protocol.ApiOverHttp;
import fr.socle.psc.proxy.protocol.ProxyEndpoint;
import fr.socle.psc.proxy.protocol.PscOverHttp;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.EsanteProxy;
import fr.socle.psc.proxy.service.Pause;
import fr.socle.psc.proxy.service.ProxySession;
import fr.socle.psc.proxy.service.ProxySettings;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.SettingReader;
import fr.socle.psc.service.SpaceTime;
import fr.socle.psc.service.Unguessable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Proxy e-Santé of one space, which calls the services of the space by their addresses. */
final class SpaceProxy implements AutoCloseable {
  private static final String IDENTITY = "psc-client";
  private static final String API_CLIENT = "proxy-demo";
  private static final String SECOND_API_CLIENT = "proxy-demo-2";

  private final EsanteProxy proxy;
  private final SpaceTime time;
  private final Set<String> identities;
  private final ProxyEndpoint endpoint;
  private final ProxyUser user;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Opens in a space.
   *
   * @param clients relying parties that are softwares of the proxy too
   * @param apis APIs behind it
   * @param services makes the calls to Pro Santé Connect and to the authorization servers
   */
  SpaceProxy(
      ServiceContext context,
      PscAddresses addresses,
      ProSanteConnect psc,
      Collection<RelyingParty> clients,
      ProtectedApis apis,
      OutgoingCalls services) {
    this.time = psc.time();
    this.identities = new TreeSet<>(context.clientCertificates().keySet());
    ProxySettings settings = ProxySettings.read(context.settings(), routes(apis));
    OutgoingCalls calls =
        new OutgoingCalls(context.outgoing(), settings.timeout(), settings.longestBody());
    Pause pause = this::pause;
    this.proxy =
        new EsanteProxy(
            settings,
            psc.time(),
            new Unguessable(context.random()),
            identities.contains(IDENTITY) ? preset(clients) : List.of(),
            new PscOverHttp(addresses, services, psc.time()),
            new ApiOverHttp(
                services, psc.time(), settings.fullExchange(), context.clientCertificates()),
            context.clock(),
            pause);
    this.user = new ProxyUser(context.addresses().getOrDefault(PscMock.PROXY, ""), services);
    this.endpoint = new ProxyEndpoint(proxy, calls, context.clock());
  }

  HttpEndpoint endpoint() {
    return endpoint;
  }

  List<ControlOperation<?, ?>> operations() {
    return List.of(
        new ControlOperation<>(
            "GET",
            "proxy-state",
            "Sessions and softwares of the Proxy e-Santé",
            Void.class,
            ProxyState.class,
            nothing -> state()),
        new ControlOperation<>(
                "POST",
                "proxy-software",
                "Declares a software to the Proxy e-Santé",
                ProxySoftwareRequest.class,
                Void.class,
                this::declare)
            .andKept(),
        new ControlOperation<>(
            "POST",
            "proxy-end",
            "Ends a session of the Proxy e-Santé, as an administrator would",
            SessionRevocation.class,
            Void.class,
            this::end),
        new ControlOperation<>(
            "POST",
            "proxy-relay",
            "Puts an editor's proxy in the place of the Proxy e-Santé until the window closes",
            ProxyRelay.class,
            Void.class,
            this::relay),
        new ControlOperation<>(
            "POST",
            "proxy-call",
            "Calls the Proxy e-Santé, or what stands in its place, as a software would",
            ProxyCallRequest.class,
            ProxyCallAnswer.class,
            user::call));
  }

  void windowClosed() {
    proxy.sessions().windowClosed();
    proxy.relay().reset();
  }

  void reset() {
    proxy.reset();
  }

  @Override
  public void close() {
    closing.countDown();
  }

  private boolean pause(Duration duration) {
    try {
      return !closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ProxyState state() {
    return new ProxyState(
        proxy.sessions().all().stream().map(this::session).toList(),
        proxy.softwares().all().stream().map(Software::clientId).toList(),
        List.copyOf(proxy.settings().apis().keySet()));
  }

  private ProxyState.Session session(ProxySession session) {
    return new ProxyState.Session(
        session.id(),
        session.nationalId(),
        session.software().clientId(),
        session.sessionState(),
        time.onWire(session.startedAt()));
  }

  private @Nullable Void declare(ProxySoftwareRequest request) {
    if (request.clientId().isBlank()) {
      throw new InvalidControlRequestException("client-sans-identifiant", "Donnez un clientId.");
    }
    if (!identities.contains(request.keyStore())) {
      throw new InvalidControlRequestException(
          "identite-inconnue",
          "L'identité « "
              + request.keyStore()
              + " » n'existe pas ; il y a : "
              + String.join(", ", identities)
              + ".");
    }
    String pscClientId = request.pscClientId();
    proxy
        .softwares()
        .add(
            new Software(
                request.clientId(),
                pscClientId == null ? request.clientId() : pscClientId,
                request.clientSecret(),
                request.keyStore(),
                request.apiClientId()));
    return null;
  }

  private @Nullable Void relay(ProxyRelay wanted) {
    String url = wanted.url();
    if (url == null) {
      proxy.relay().reset();
    } else {
      proxy.relay().standIn(SettingReader.anAddress("proxy-relay", url));
    }
    return null;
  }

  private @Nullable Void end(SessionRevocation revocation) {
    if (proxy.sessions().end(revocation.session()).isEmpty()) {
      throw new InvalidControlRequestException(
          "session-inconnue",
          "Le proxy n'a pas de session vivante « " + revocation.session() + " ».");
    }
    return null;
  }

  private static List<ApiRoute> routes(ProtectedApis apis) {
    List<ApiRoute> routes = new ArrayList<>();
    for (ProtectedApi api : apis.authorization().settings().apis().values()) {
      String prefix = "api." + api.name() + ".";
      routes.add(
          new ApiRoute(
              api.name(),
              String.valueOf(apis.urls().get(prefix + "url")),
              String.valueOf(apis.urls().get(prefix + "token")),
              api.scopes(),
              false,
              true));
    }
    return routes;
  }

  private static List<Software> preset(Collection<RelyingParty> clients) {
    return clients.stream()
        .map(
            client -> {
              boolean second = client.clientId().equals(PresetClients.SECOND_SOFTWARE);
              return new Software(
                  client.clientId(),
                  client.clientId(),
                  client.secret(),
                  second ? PresetClients.SECOND_IDENTITY : IDENTITY,
                  second ? SECOND_API_CLIENT : API_CLIENT);
            })
        .toList();
  }
}

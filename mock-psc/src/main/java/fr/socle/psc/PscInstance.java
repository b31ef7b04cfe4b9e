package fr.socle.psc;

import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.protocol.HttpBackChannel;
import fr.socle.psc.protocol.HttpRequestObjects;
import fr.socle.psc.protocol.PscAddresses;
import fr.socle.psc.protocol.PscEndpoints;
import fr.socle.psc.proxy.service.ProxySettings;
import fr.socle.psc.service.ProSanteConnect;
import fr.socle.psc.service.ProfessionalDirectory;
import fr.socle.psc.service.PscSettings;
import fr.socle.psc.service.SpareKeys;
import fr.socle.psc.service.Unguessable;
import fr.socle.psc.service.ciba.Ciba;
import fr.socle.psc.service.ciba.CibaSettings;
import fr.socle.psc.sharing.protocol.SharingEndpoint;
import fr.socle.psc.sharing.service.SharingDesk;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Pro Santé Connect in one space. */
final class PscInstance implements ServiceInstance {
  private final PscAddresses addresses;
  private final PresetClients preset;
  private final ProSanteConnect psc;
  private final Ciba ciba;
  private final PscEndpoints endpoints;
  private final PscOperations operations;
  private final PhoneOperations phoneOperations;
  private final ProtectedApis apis;
  private final SpaceProxy proxy;
  private final String proxyAddress;
  private final SharingDesk sharing;

  /** Opens in a space that shares its spare keys with no other. */
  PscInstance(ServiceContext context) {
    this(context, new SpareKeys(context.keyPairs()));
  }

  /** Opens in a space. */
  PscInstance(ServiceContext context, SpareKeys spareKeys) {
    this.addresses =
        new PscAddresses(address(context, PscMock.BACK_CHANNEL), address(context, PscMock.WALLET));
    PscSettings settings = PscSettings.read(context.settings());
    this.preset =
        PresetClients.make(
            new Unguessable(context.random()),
            subject(context, "psc-client"),
            subject(context, PresetClients.SECOND_IDENTITY),
            settings.certificateRequired(),
            context.formerClients());
    String issuer = settings.legacyIssuer() ? PscAddresses.LEGACY_ISSUER : addresses.issuer();
    this.psc =
        new ProSanteConnect(
            issuer,
            settings,
            context.clock(),
            context.random(),
            context.keyPairs(),
            spareKeys,
            new ProfessionalDirectory(context.world()),
            preset.parties(),
            new HttpBackChannel(),
            new HttpRequestObjects());
    this.ciba =
        new Ciba(
            issuer, CibaSettings.read(context.settings()), new Unguessable(context.random()), psc);
    this.endpoints = new PscEndpoints(context.spaceId(), addresses, issuer, settings, psc, ciba);
    this.operations = new PscOperations(psc, ciba.phones(), settings.certificateRequired());
    this.phoneOperations = new PhoneOperations(ciba.phones(), psc.professionals());
    OutgoingCalls calls =
        new OutgoingCalls(
            context.outgoing(),
            Duration.ofSeconds(30),
            ProxySettings.longestAnswer(context.settings()));
    this.apis = new ProtectedApis(context, addresses.backChannel(), psc, calls);
    this.sharing = new SharingDesk(psc.ledger());
    this.proxyAddress = address(context, PscMock.PROXY);
    this.proxy = new SpaceProxy(context, addresses, psc, preset.parties(), apis, calls);
  }

  @Override
  public HttpEndpoint endpoint(String listener) {
    return switch (listener) {
      case PscMock.BACK_CHANNEL ->
          new BackChannelDoor(
              endpoints.backChannel(), apis.endpoint(), new SharingEndpoint(sharing));
      case PscMock.WALLET -> endpoints.wallet();
      case PscMock.PROXY -> proxy.endpoint();
      default -> throw new IllegalArgumentException("no such listener: " + listener);
    };
  }

  @Override
  public Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("psc.issuer", addresses.issuer());
    urls.put("psc.discovery", addresses.discovery());
    urls.put("psc.wallet", addresses.wallet());
    urls.put("psc.authorization", addresses.authorization());
    urls.put("psc.token", addresses.endpoint("token"));
    urls.put("psc.userinfo", addresses.endpoint("userinfo"));
    urls.put("psc.introspection", addresses.endpoint("token/introspect"));
    urls.put("psc.ciba", addresses.endpoint("ext/ciba/auth"));
    urls.put("psc.phone", addresses.phone());
    urls.put("psc.logout", addresses.endpoint("logout"));
    urls.put("psc.context-sharing", addresses.backChannel() + SharingEndpoint.PATH);
    urls.put("psc.proxy", proxyAddress);
    urls.putAll(apis.urls());
    return urls;
  }

  @Override
  public List<ClientDescription> clients() {
    return preset.descriptions(psc.clients().all());
  }

  @Override
  public List<ControlOperation<?, ?>> operations() {
    return Stream.of(operations.all(), phoneOperations.all(), apis.operations(), proxy.operations())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void age(Duration by) {
    psc.age(by);
  }

  @Override
  public void windowClosed() {
    psc.script().reset();
    ciba.phones().forgetScript();
    proxy.windowClosed();
  }

  @Override
  public void reset() {
    psc.reset();
    ciba.reset();
    apis.reset();
    proxy.reset();
    sharing.reset();
  }

  @Override
  public void close() {
    proxy.close();
  }

  private static @Nullable X500Principal subject(ServiceContext context, String identity) {
    X509Certificate certificate = context.clientCertificates().get(identity);
    return certificate == null ? null : certificate.getSubjectX500Principal();
  }

  private static String address(ServiceContext context, String listener) {
    String address = context.addresses().get(listener);
    if (address == null) {
      throw new IllegalArgumentException("the space has no address for " + listener);
    }
    return address;
  }
}

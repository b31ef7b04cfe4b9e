package fr.socle.bench.space;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceDescriptor.LpsDescription;
import fr.socle.bench.exchange.Attendance;
import fr.socle.bench.exchange.Door;
import fr.socle.bench.exchange.Door.Hall;
import fr.socle.bench.exchange.RevocationEndpoint;
import fr.socle.bench.fault.FaultPlan;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.spi.Settings;
import fr.socle.bench.stub.StubOverlay;
import fr.socle.bench.wire.Arrival;
import fr.socle.bench.wire.Conversation;
import fr.socle.bench.wire.Intake;
import fr.socle.bench.wire.Listener;
import fr.socle.bench.wire.TlsFace;
import fr.socle.bench.wire.WireLimits;
import fr.socle.bench.world.InsOidPolicy;
import fr.socle.bench.world.MemoryWorldStore;
import fr.socle.bench.world.PopulatedWorldStore;
import fr.socle.bench.world.PublishedWorld;
import fr.socle.bench.world.World;
import fr.socle.bench.world.WorldGenerator;
import fr.socle.bench.world.WorldStore;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Opens one space: binds its ports, opens its services, then lets requests in. */
public final class SpaceOpening {
  private static final long MIB = 1024 * 1024;
  private final Ground ground;
  private final Opening opening;
  private final String id;
  private final Settings settings;
  private final int portBase;
  private final RealNames names;
  private final Hall hall;
  private final InsOidPolicy oids;
  private final Folio folio;
  private final People people;
  private final Newcomers newcomers;
  private final Map<String, Door> doors = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, ServiceInstance> services = new LinkedHashMap<>();

  /**
   * A space to open.
   *
   * @param ground what it stands on
   * @param opening what it is opened with
   * @param settings its settings and those of the bench
   * @param portBase base of its ports, 0 for free ones
   * @param names listeners that are elsewhere, under their real names
   */
  public SpaceOpening(
      Ground ground, Opening opening, Settings settings, int portBase, RealNames names) {
    this.ground = ground;
    this.opening = opening;
    this.id = opening.id();
    this.settings = settings;
    this.portBase = portBase;
    this.names = names;
    this.oids = InsOidPolicy.of(published(), settings::get);
    this.folio = ground.register().folio(id);
    this.people =
        new People(
            new World(
                populated(new MemoryWorldStore(folio.upcomingPerson())),
                new WorldGenerator(opening.seed(), oids)),
            published(),
            folio);
    this.newcomers = new Newcomers(ground.pki(), people, ground.clock());
    this.hall =
        new Hall(
            id,
            new Attendance(),
            new FaultPlan(
                ground.faults(),
                ground.services().stream().flatMap(one -> one.listeners().stream()).toList(),
                this::show),
            new StubOverlay(ground.services().stream().map(MockService::name).toList()),
            ground.journal(),
            newcomers::meet,
            ground.clock());
  }

  /** The setting {@code monde} says as whom the published persons are answered. */
  private PublishedWorld published() {
    try {
      return PublishedWorld.of(settings::get);
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException("reglage-refuse", String.valueOf(e.getMessage()));
    }
  }

  /** The setting {@code population} gives the space that many people more, kept in the store. */
  private WorldStore populated(WorldStore own) {
    String count = settings.get("population", "0");
    if (!count.matches("\\d{1,7}")) {
      throw new InvalidControlRequestException(
          "reglage-refuse",
          "Le réglage population est un nombre de personnes, 9999999 au plus : corrigez-le.");
    }
    if (count.matches("0+")) {
      return own;
    }
    try {
      return new PopulatedWorldStore(
          own, ground.register().population(opening.seed(), oids, Long.parseLong(count)));
    } catch (IllegalArgumentException e) {
      throw new InvalidControlRequestException(
          "reglage-refuse", "Le réglage population est trop grand : " + e.getMessage());
    }
  }

  private void show(ListenerSpec changed, TlsFace face) {
    listeners.stream()
        .filter(one -> one.spec().equals(changed))
        .forEach(one -> one.present(face.toldAt(revocation())));
  }

  /** Where the revocation of our certificates is told; empty when no service has such a port. */
  private String revocation() {
    return listeners.stream()
        .filter(one -> one.spec().tellsRevocation())
        .findFirst()
        .map(this::address)
        .orElse("");
  }

  private String address(Listener listener) {
    String scheme = listener.spec().addressScheme();
    return names
        .of(listener.spec())
        .map(
            site ->
                scheme + "://" + site.names().get(0) + RealNames.suffix(scheme, listener.port()))
        .orElseGet(() -> scheme + "://" + host() + ":" + listener.port());
  }

  /**
   * Opens it.
   *
   * @param announced further addresses for {@code bench.json}, such as {@code control}
   * @throws InvalidControlRequestException if a port is taken or a setting refused; nothing stays
   *     open then
   */
  public Space open(Map<String, String> announced) {
    try {
      bind();
      openServices();
      new KeptOrders(folio).tellAgain(services);
      SpaceDescriptor descriptor = describe(announced);
      BenchFile.of(ground, id).write(descriptor);
      for (Listener listener : listeners) {
        listener.start();
      }
      return new Space(ground, descriptor, listeners, services, hall, people, folio);
    } catch (RuntimeException e) {
      abandon();
      throw e;
    } catch (Exception e) {
      abandon();
      throw new IllegalStateException("L'espace " + id + " ne peut pas s'ouvrir : " + e, e);
    }
  }

  private void bind() {
    for (MockService service : ground.services()) {
      for (ListenerSpec spec : opened(service)) {
        RealNames.Site site = names.of(spec).orElse(null);
        String host = site == null ? ground.host() : site.address();
        int port = site != null ? site.port() : portBase == 0 ? 0 : portBase + spec.offset();
        try {
          listeners.add(
              Listener.bind(
                  ground.server(),
                  spec,
                  host,
                  port,
                  ground.keys(),
                  new OpenedDoor(doors, spec.name()),
                  limits(spec),
                  ground.spools()));
        } catch (IOException e) {
          throw new InvalidControlRequestException(
              "port-occupe",
              "Le port "
                  + port
                  + " ("
                  + spec.name()
                  + ") ne peut pas être ouvert sur "
                  + host
                  + (site == null
                      ? " : arrêtez le programme qui l'occupe, ou changez la base des ports"
                          + " (--port-base, 0 pour des ports libres)."
                      : " ("
                          + e.getMessage()
                          + ") : arrêtez le programme qui l'occupe, ou permettez les ports bas au"
                          + " banc par la ligne qu'il affiche."));
        }
      }
    }
  }

  private List<ListenerSpec> opened(MockService service) {
    return service.listeners().stream().filter(one -> one.isOpenedBy(settings)).toList();
  }

  /**
   * The setting {@code corps-max.<listener>} limits the bodies of one listener, in bytes; else the
   * setting its service gave it, in MiB.
   */
  private WireLimits limits(ListenerSpec spec) {
    String name = "corps-max." + spec.name();
    String limit = settings.get(name, "");
    if (!limit.isEmpty()) {
      return ground.limits().withBody(number(name, limit, "d'octets"));
    }
    String size = spec.sizeSetting().isEmpty() ? "" : settings.get(spec.sizeSetting(), "");
    return size.isEmpty()
        ? ground.limits()
        : ground.limits().withBody(number(spec.sizeSetting(), size, "de Mio") * MIB);
  }

  private static long number(String name, String written, String unit) {
    if (!written.matches("\\d{1,9}")) {
      throw new InvalidControlRequestException(
          "reglage-refuse", "Le réglage " + name + " est un nombre " + unit + " : corrigez-le.");
    }
    return Long.parseLong(written);
  }

  /** A door that is there by the time somebody comes. */
  private record OpenedDoor(Map<String, Door> doors, String listener) implements Intake {
    @Override
    public Arrival arrive() {
      return door().arrive();
    }

    @Override
    public Conversation converse(SessionLink link) {
      return door().converse(link);
    }

    private Door door() {
      Door door = doors.get(listener);
      if (door == null) {
        throw new IllegalStateException("the listener " + listener + " started before its service");
      }
      return door;
    }
  }

  private void openServices() {
    Map<String, String> addresses = new TreeMap<>();
    for (Listener listener : listeners) {
      addresses.put(listener.spec().name(), address(listener));
    }
    ServiceContext context =
        new ServiceContext(
            id,
            addresses,
            settings,
            ground.clock(),
            ground.random(),
            people.store(),
            KeyStoreDescriptions.certificates(ground.pki()),
            new PkiOutgoingTls(ground.pki()),
            ground.signingKeys(),
            opening.clients(),
            certificate -> {
              newcomers.meet(List.of(certificate));
              return ground
                  .pki()
                  .judge(new X509Certificate[] {certificate}, ground.clock().instant());
            },
            ground::store);
    for (MockService service : ground.services()) {
      ServiceInstance instance;
      try {
        instance = service.open(context);
      } catch (IllegalArgumentException e) {
        throw new InvalidControlRequestException(
            "reglage-refuse",
            "Le service " + service.name() + " refuse un réglage : " + e.getMessage());
      }
      services.put(service.name(), instance);
      for (ListenerSpec spec : opened(service)) {
        doors.put(
            spec.name(),
            spec.isOfSessions()
                ? new Door(
                    hall, spec, instance.sessions(spec.name()), service.checks(), ground.spools())
                : new Door(
                    hall,
                    spec,
                    addresses.getOrDefault(spec.name(), ""),
                    spec.tellsRevocation()
                        ? new RevocationEndpoint(ground.pki()::revocation, ground.clock())
                        : instance.endpoint(spec.name()),
                    service.checks()));
      }
    }
  }

  private String host() {
    String host = ground.publicHost();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private SpaceDescriptor describe(Map<String, String> announced) {
    Map<String, String> urls = new TreeMap<>(announced);
    List<ClientDescription> clients = new ArrayList<>();
    for (ServiceInstance service : services.values()) {
      urls.putAll(service.urls());
      clients.addAll(service.clients());
    }
    urls.replaceAll(names::renamed);
    String idam = settings.get("insi.idam", "SOCLE0000001").split(",", 2)[0].strip();
    return new SpaceDescriptor(
        ground.version(),
        id,
        opening.name(),
        opening.seed(),
        oids.oid(),
        urls,
        ground.pki().caPem().toAbsolutePath().toString(),
        KeyStoreDescriptions.of(ground.pki()),
        clients,
        new LpsDescription(idam.equals("*") ? "SOCLE0000001" : idam),
        shown(settings.values()));
  }

  /** Settings without the secrets among them, which {@code bench.json} has no business to tell. */
  private static Map<String, String> shown(Map<String, String> settings) {
    Map<String, String> shown = new TreeMap<>(settings);
    shown.keySet().removeIf(name -> name.endsWith("-secret"));
    return shown;
  }

  private void abandon() {
    listeners.forEach(Listener::close);
    services.values().forEach(ServiceInstance::close);
  }
}

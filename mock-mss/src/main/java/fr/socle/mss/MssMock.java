package fr.socle.mss;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.introspection.IntrospectionSettings;
import fr.socle.bench.introspection.RemoteIntrospection;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.bench.store.Store;
import fr.socle.mss.check.MssChecks;
import fr.socle.mss.protocol.imap.AccessEndpoint;
import fr.socle.mss.protocol.imap.ImapFault;
import fr.socle.mss.protocol.smtp.SubmissionEndpoint;
import fr.socle.mss.protocol.smtp.SubmissionEndpoint.Role;
import fr.socle.mss.service.Acceptance;
import fr.socle.mss.service.Correspondence;
import fr.socle.mss.service.MailAccess;
import fr.socle.mss.service.MailFault;
import fr.socle.mss.service.MailQueue;
import fr.socle.mss.service.MailStore;
import fr.socle.mss.service.MailWatch;
import fr.socle.mss.service.MssSettings;
import fr.socle.mss.service.OperatorSettings;
import fr.socle.mss.service.Routing;
import fr.socle.mss.service.SessionGuard;
import fr.socle.mss.service.WhiteList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * MSSanté: submission of messages and access to mailboxes, for personal mailboxes.
 *
 * <p>Settings of a space are those of {@link MssSettings}.
 */
public final class MssMock implements MockService {
  static final String SUBMISSION = "mss.smtp";
  static final String ACCESS = "mss.imap";
  static final String OPERATOR = "mss.operateur";
  static final String REVOCATION = "mss.igc";
  private static final String NAME = "mss";

  // What a directory loads at first serves all the spaces: one of them is enough to load it.
  private final AtomicBoolean directoryAwake = new AtomicBoolean();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ListenerSpec> listeners() {
    return Stream.concat(
            Stream.of(
                new ListenerSpec(SUBMISSION, NAME, 7, Tls.CLIENT_ASKED).speaking("smtp"),
                new ListenerSpec(ACCESS, NAME, 8, Tls.CLIENT_ASKED).speaking("imap"),
                new ListenerSpec(OPERATOR, NAME, 12, Tls.CLIENT_REQUIRED).speaking("smtp"),
                new ListenerSpec(REVOCATION, NAME, 14, Tls.CLEAR).tellingRevocation()),
            DirectoryRooms.listeners(NAME).stream())
        .toList();
  }

  @Override
  public List<FaultKind> faults() {
    return Stream.of(
            ImapFault.kinds(NAME).stream(),
            DirectoryRooms.faults(NAME).stream(),
            Arrays.stream(MailFault.values())
                .map(
                    each ->
                        new FaultKind(NAME, each.label(), each.description(), each.parameters())))
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public void requireTakes(String fault, Map<String, String> parameters) {
    ImapFault.require(fault, parameters);
    DirectoryRooms.requireTakes(fault, parameters);
    for (MailFault each : MailFault.values()) {
      String problem = each.label().equals(fault) ? each.problem(parameters) : "";
      if (!problem.isEmpty()) {
        throw new InvalidControlRequestException("parametre-incorrect", problem);
      }
    }
  }

  @Override
  public CheckBook checks() {
    return MssChecks.book();
  }

  @Override
  public void prepare(Store store) {
    MailStore.migrate(store);
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    MssSettings settings = MssSettings.read(context.settings());
    Map<String, String> addresses = addresses(context, settings);
    MailStore store =
        new MailStore(context.store().get(), context.spaceId(), context.clock(), new MailWatch());
    IntrospectionSettings there = settings.introspection();
    MailAccess access =
        new MailAccess(
            store,
            settings,
            there == null
                ? null
                : RemoteIntrospection.at(there, context.addresses(), context.outgoing()));
    OperatorSettings operator = OperatorSettings.read(context.settings());
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, work -> daemon(work, context.spaceId()));
    timer.setRemoveOnCancelPolicy(true);
    WhiteList whiteList = new WhiteList(context.clock(), store::domains);
    DirectoryRooms directory = DirectoryRooms.open(context, store, whiteList, addresses);
    MailQueue queue = new MailQueue(store, context.clock(), timer);
    Correspondence correspondence = new Correspondence(store);
    Routing routing = new Routing(store, whiteList, operator, context.clock());
    SessionGuard guard = new SessionGuard(access, operator.control(), context.clock(), timer);
    SubmissionEndpoint submission =
        new SubmissionEndpoint(
            Role.SUBMISSION,
            routing,
            new Acceptance(queue, correspondence, operator, context.clock()),
            access,
            guard,
            whiteList,
            settings,
            context.clock());
    Map<String, SessionEndpoint> doors = new HashMap<>(directory.lines());
    doors.put(SUBMISSION, submission);
    doors.put(ACCESS, new AccessEndpoint(store, access, guard, settings, context.clock()));
    doors.put(OPERATOR, submission.as(Role.OPERATOR));
    Map<String, String> urls = new LinkedHashMap<>(addresses);
    urls.keySet().removeIf(name -> !doors.containsKey(name) && !name.equals(REVOCATION));
    urls.putAll(directory.urls());
    List<ControlOperation<?, ?>> operations =
        Stream.of(
                new MailboxDesk(
                        store,
                        context.world(),
                        context.clientCertificates(),
                        () -> awaken(directory))
                    .operations(),
                new MssDesk(store).operations(),
                new CorrespondentDesk(store, queue, correspondence, context.clock()).operations(),
                new XdmDesk(store, operator.deletion(), context.clock()).operations(),
                new WhiteListDesk(whiteList, context.clientCertificates(), context.clock())
                    .operations(),
                directory.operations())
            .flatMap(List::stream)
            .<ControlOperation<?, ?>>map(each -> each)
            .toList();
    queue.runDue();
    return new MssInstance(
        new MssInstance.Rooms(store, whiteList, directory, queue, routing, guard, timer),
        doors,
        urls,
        operations);
  }

  /** Those of the space; a scheme in {@code s} says that TLS begins with the connection. */
  private static Map<String, String> addresses(ServiceContext context, MssSettings settings) {
    Map<String, String> addresses = new LinkedHashMap<>(context.addresses());
    if (settings.implicit()) {
      for (String listener : List.of(SUBMISSION, ACCESS)) {
        addresses.computeIfPresent(
            listener, (name, address) -> address.replaceFirst("^(smtp|imap):", "$1s:"));
      }
    }
    return addresses;
  }

  private void awaken(DirectoryRooms directory) {
    if (directoryAwake.compareAndSet(false, true)) {
      directory.awaken();
    }
  }

  private static Thread daemon(Runnable work, String space) {
    Thread thread = new Thread(work, "mss-" + space);
    thread.setDaemon(true);
    return thread;
  }
}

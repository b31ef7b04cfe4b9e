package fr.socle.features.run;

import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.BenchRefusedException;
import fr.socle.bench.client.BenchUnavailableException;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpContent;
import fr.socle.bench.client.api.DmpContentRequest;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.LogoutNoticeRequest;
import fr.socle.bench.client.api.MssBounce;
import fr.socle.bench.client.api.MssCitizenMessage;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssReceipt;
import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.bench.client.api.PrintToRead;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.client.api.ProxyRelay;
import fr.socle.bench.client.api.ProxyState;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.features.model.Cause;
import fr.socle.features.model.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The space a scenario is played in: what it arranges there and what it sees. Everything arranged
 * is written on the timeline. A bench that does not answer stops the scenario, undecided. Used by
 * the thread of the scenario alone.
 */
public final class BenchSpace {
  /** What a bench answers that is told to play what its Java machine forbids. */
  private static final String NOT_HERE = "panne-non-disponible";

  /** What it answers when a document is none. */
  private static final String UNREADABLE = "document-illisible";

  private final Access access;
  private final SpaceDescriptor space;
  private final Fate fate;
  private final Clock clock;
  private final List<TimelineEvent> timeline = new ArrayList<>();
  private long opened;
  private Instant openedAt = Instant.EPOCH;
  private long latest;
  private List<InsiState.Call> callsBefore = List.of();

  /**
   * How a run reaches the bench.
   *
   * @param client client of the control API
   * @param health whether the bench still lives
   */
  record Access(BenchClient client, BenchHealth health) {}

  private BenchSpace(Access access, SpaceDescriptor space, Fate fate, Clock clock) {
    this.access = access;
    this.space = space;
    this.fate = fate;
    this.clock = clock;
  }

  /** The space of a place that has these settings. */
  static BenchSpace of(
      Place place, Map<String, String> settings, Access access, Fate fate, Clock clock) {
    SpaceDescriptor space = asked(access, fate, () -> place.space(settings, access.client()));
    return new BenchSpace(access, space, fate, clock);
  }

  /** The descriptor of the space. */
  public SpaceDescriptor descriptor() {
    return space;
  }

  /** Puts a patient in the world of the space. */
  public Patient createPatient(@Nullable String persona, String described) {
    Patient patient =
        ask(() -> access.client().createPatient(space.id(), new PatientRequest(persona)));
    note(TimelineEvent.Kind.MONDE, described, null);
    return patient;
  }

  /** Puts a professional in the world of the space. */
  public Professional createProfessional(@Nullable String persona, String described) {
    Professional professional =
        ask(() -> access.client().createProfessional(space.id(), new ProfessionalRequest(persona)));
    note(TimelineEvent.Kind.MONDE, described, null);
    return professional;
  }

  /** Changes what Pro Santé Connect knows of a professional. */
  public void changeProfessional(ProfessionalChange change, String described) {
    ask(() -> access.client().changeProfessional(space.id(), change));
    note(TimelineEvent.Kind.MONDE, described, null);
  }

  /** Says what the person at the Pro Santé Connect page does next. */
  public void nextLogin(NextLogin next, String described) {
    ask(() -> access.client().nextLogin(space.id(), next));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Says what somebody does with the logins that ask for his phone or card. */
  public void nextPhone(NextPhone next, String described) {
    ask(() -> access.client().nextPhone(space.id(), next));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Answers a login that asks for somebody's phone or card. */
  public void answerPhone(PhoneAnswer answer, String described) {
    ask(() -> access.client().answerPhone(space.id(), answer));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Declares anew the relying parties of the space, told of logouts at this address. */
  public void tellOfLogoutsAt(String address, String described) {
    declareClients(Map.of("backchannel_logout_uri", address), described);
  }

  /** The relying parties of the space, declared again with these settings and no other. */
  public void declareClients(Map<String, String> settings, String described) {
    for (ClientDescription client : space.clients()) {
      String subject =
          space.keyStores().stream()
              .filter(store -> store.name().equals(client.keyStore()))
              .map(SpaceDescriptor.KeyStoreDescription::subject)
              .findFirst()
              .orElse(null);
      ask(
          () ->
              access
                  .client()
                  .registerClient(
                      space.id(),
                      new ClientRequest(
                          client.clientId(),
                          client.clientSecret(),
                          client.authMethod(),
                          subject,
                          client.redirectUris(),
                          null,
                          settings)));
    }
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Ends the sessions of a professional at Pro Santé Connect, as its administrator would. */
  public void endSessions(String nationalId, String described) {
    ask(() -> access.client().endPscSessions(space.id(), new SessionEnd(nationalId, null)));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Tells relying parties of the end of a session that does not end. */
  public void announceLogout(String nationalId, @Nullable String fault, String described) {
    ask(
        () ->
            access
                .client()
                .announceLogout(space.id(), new LogoutNoticeRequest(nationalId, null, fault)));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Arms a fault. */
  public Fault arm(FaultRequest request, String described) {
    Fault fault = ask(() -> access.client().armFault(space.id(), request));
    note(TimelineEvent.Kind.PANNE, described, request.service());
    return fault;
  }

  /** Disarms a fault. */
  public void disarm(Fault fault, String described) {
    ask(() -> access.client().disarmFault(space.id(), fault.id()));
    note(TimelineEvent.Kind.FIN_DE_PANNE, described, fault.service());
  }

  /** Makes what the services hold older. */
  public void age(Duration by, String described) {
    ask(() -> access.client().age(space.id(), by));
    note(TimelineEvent.Kind.VIEILLISSEMENT, described, null);
  }

  /** Place of the journal now: what arrives later comes after it. */
  public long cursor() {
    exchangesAfter(latest);
    return latest;
  }

  /** What the services received since the window was opened, in order. */
  public List<Exchange> exchanges() {
    return exchangesAfter(opened);
  }

  /** What the services received after a place of the journal, in order. */
  public List<Exchange> exchangesAfter(long place) {
    List<Exchange> exchanges = new ArrayList<>();
    long cursor = place;
    while (true) {
      long after = cursor;
      ExchangePage page = ask(() -> access.client().exchanges(space.id(), after, null));
      exchanges.addAll(page.exchanges());
      if (page.cursor() <= cursor) {
        latest = Math.max(latest, cursor);
        return exchanges;
      }
      cursor = page.cursor();
    }
  }

  /** Waits for the first exchange that matches, by one long poll. */
  public Optional<Exchange> await(AwaitedExchange awaited) {
    return ask(() -> access.client().await(space.id(), awaited));
  }

  /** What INSi did since the window was opened. */
  public InsiState insi() {
    return new InsiState(CallsSince.of(callsBefore, allCalls()));
  }

  private List<InsiState.Call> allCalls() {
    return ask(() -> access.client().insiState(space.id())).calls();
  }

  /** What Pro Santé Connect holds; of the sessions, those begun since the window was opened. */
  public PscState psc() {
    PscState all = ask(() -> access.client().pscState(space.id()));
    return new PscState(
        all.sessions().stream().filter(s -> !s.startedAt().isBefore(openedAt)).toList(),
        all.clients(),
        all.phone().stream().filter(p -> !p.askedAt().isBefore(openedAt)).toList(),
        all.logouts().stream().filter(l -> !l.sentAt().isBefore(openedAt)).toList());
  }

  /** What the Proxy e-Santé holds. */
  public ProxyState proxy() {
    return ask(() -> access.client().proxyState(space.id()));
  }

  /** Puts an editor's proxy in the place of the Proxy e-Santé until the scenario ends. */
  public void relayProxy(String url, String described) {
    ask(() -> access.client().relayProxy(space.id(), new ProxyRelay(url)));
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
  }

  /** Calls the Proxy e-Santé, or what stands in its place, as a software would. */
  public ProxyCallAnswer callProxy(ProxyCallRequest call, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "psc");
    return ask(() -> access.client().callProxy(space.id(), call));
  }

  /**
   * Reads a printed page. One that cannot be read is no fault of the bench: the driver gave it.
   *
   * @param qualified whether the LPS holds the patient's identity for qualified
   */
  public PrintReading readPrint(
      byte[] document, Patient patient, boolean qualified, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, null);
    return asked(
        access,
        fate,
        () -> {
          try {
            return access
                .client()
                .readPrint(space.id(), new PrintToRead(document, patient.id(), qualified));
          } catch (BenchRefusedException e) {
            if (e.error().code().equals(UNREADABLE)) {
              throw fate.undecided(Cause.PILOTE, e.error().message());
            }
            throw e;
          }
        });
  }

  /** Says what the DMP of a patient is. */
  public void writeDmp(DmpDossierRequest request, String described) {
    ask(() -> access.client().dmpDossier(space.id(), request));
    note(TimelineEvent.Kind.MONDE, described, "dmp");
  }

  /** What the DMP of a patient is. */
  public DmpDossier dmpDossier(String ins) {
    return ask(() -> access.client().dmpDossier(space.id(), DmpDossierRequest.unchanged(ins)));
  }

  /** Links a DMP and somebody, as the patient or time does. */
  public void authorizeInDmp(DmpAuthorizationRequest request) {
    ask(() -> access.client().authorizeInDmp(space.id(), request));
  }

  /** Puts a document in a DMP, as somebody else did. */
  public DmpDocument putInDmp(DmpDocumentRequest request, String described) {
    note(TimelineEvent.Kind.MONDE, described, "dmp");
    return ask(() -> access.client().putInDmp(space.id(), request));
  }

  /** The documents of a DMP, as somebody sees them. */
  public DmpContent dmpContent(DmpContentRequest request) {
    return ask(() -> access.client().dmpContent(space.id(), request));
  }

  /** Opens a mailbox of MSSanté. */
  public void openMailbox(MssMailbox mailbox, String described) {
    note(TimelineEvent.Kind.MONDE, described, "mss");
    ask(() -> access.client().openMailbox(space.id(), mailbox));
  }

  /** Puts a message in a mailbox of MSSanté, as if it had just come. */
  public void depositMail(MssDeposit message, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "mss");
    ask(() -> access.client().depositMail(space.id(), message));
  }

  /** A colleague sends an archive of documents by MSSanté; gives its Message-ID. */
  public String sendXdm(MssXdmExchange message, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "mss");
    return ask(() -> access.client().sendXdm(space.id(), message)).messageId();
  }

  /** A citizen answers by MSSanté; gives its Message-ID, nothing when he is not let. */
  public Optional<String> sendCitizenMessage(MssCitizenMessage message, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "mss");
    return ask(
        () -> {
          try {
            return Optional.of(access.client().sendCitizenMessage(space.id(), message).messageId());
          } catch (BenchRefusedException e) {
            if (e.error().code().equals("reponse-interdite")) {
              return Optional.empty();
            }
            if (e.error().code().equals("boite-inconnue")) {
              throw fate.notCovered(e.error().message() + " Le patient n'a pas à qui répondre.");
            }
            throw e;
          }
        });
  }

  /** The operator of MSSanté tells of a message. */
  public void sendNotice(MssBounce notice, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "mss");
    ask(() -> access.client().sendNotice(space.id(), notice));
  }

  /** A correspondent, or his software, tells what became of a message of MSSanté. */
  public void sendReceipt(MssReceipt receipt, String described) {
    note(TimelineEvent.Kind.AILLEURS, described, "mss");
    ask(() -> access.client().sendReceipt(space.id(), receipt));
  }

  /** Makes sure that the bench still answers. */
  void confirmAlive() {
    ask(access.client()::health);
  }

  void empty() {
    ask(() -> access.client().reset(space.id()));
  }

  Window openWindow(String name) {
    Window window = ask(() -> access.client().openWindow(space.id(), name));
    opened = window.openedAtCursor();
    openedAt = window.openedAt();
    latest = opened;
    callsBefore = space.urls().containsKey("insi.certificate") ? allCalls() : List.of();
    return window;
  }

  WindowClosure closeWindow(Window window) {
    return ask(() -> access.client().closeWindow(space.id(), window.id()));
  }

  /** Every exchange of a window, in order. */
  List<Exchange> exchangesOf(Window window) {
    List<Exchange> exchanges = new ArrayList<>();
    long cursor = window.openedAtCursor();
    while (true) {
      long after = cursor;
      ExchangePage page = ask(() -> access.client().exchanges(space.id(), after, window.id()));
      exchanges.addAll(page.exchanges());
      if (page.exchanges().isEmpty() || page.cursor() <= cursor) {
        return exchanges;
      }
      cursor = page.cursor();
    }
  }

  /** An exchange with its bytes. */
  public RawExchange raw(Exchange exchange) {
    return ask(() -> access.client().rawExchange(space.id(), exchange.sequence()));
  }

  void note(TimelineEvent.Kind kind, String text, @Nullable String service) {
    timeline.add(new TimelineEvent(clock.instant(), kind, text, service));
  }

  List<TimelineEvent> timeline() {
    return List.copyOf(timeline);
  }

  private void ask(Runnable call) {
    ask(
        () -> {
          call.run();
          return true;
        });
  }

  private <T> T ask(Supplier<T> call) {
    return asked(access, fate, call);
  }

  private static <T> T asked(Access access, Fate fate, Supplier<T> call) {
    Optional<String> death = access.health().death();
    if (death.isPresent()) {
      throw fate.undecided(Cause.BANC, death.get());
    }
    try {
      return call.get();
    } catch (BenchUnavailableException e) {
      String message = String.valueOf(e.getMessage());
      access.health().died(message);
      throw fate.undecided(Cause.BANC, message);
    } catch (BenchRefusedException e) {
      if (e.error().code().equals(NOT_HERE)) {
        throw fate.notCovered(e.error().message());
      }
      throw fate.undecided(
          Cause.BANC,
          "Le banc a refusé une demande de la suite (%s) : %s Banc et suite sont-ils de la même version ?"
              .formatted(e.error().code(), e.error().message()));
    }
  }
}

package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the steps of one scenario act on the mail; what was done is remembered. */
public final class MssDesk {
  static final String SEND = "envoyer-mss";
  static final String FETCH = "relever-mss";

  /** How long a message that follows by itself may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long the end of a session may take, once the act has failed. */
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk documents;
  private String own = "";
  private String colleague = "";
  private String colleagueName = "";
  private String service = "";
  private String serviceName = "";
  private JsonNode seen = MissingNode.getInstance();
  private @Nullable ActionAnswer answer;
  private long from;

  /** Built for each scenario. */
  public MssDesk(ScenarioRun scenario, Consultation consultation, DmpDesk documents) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.documents = documents;
  }

  /** The mailbox of the doctor. */
  String own() {
    return own;
  }

  void setOwn(String address) {
    own = address;
  }

  /** The mailbox of the practice. */
  String practice() {
    return own.replaceFirst("^medecin", "cabinet");
  }

  /** The mailbox of the colleague. */
  String colleague() {
    return colleague;
  }

  /** Family name of the colleague. */
  String colleagueName() {
    return colleagueName;
  }

  /** The mailbox of the service of the colleague, once the scenario has one. */
  String service() {
    return service;
  }

  /** Name of the structure the directory shows it with. */
  String serviceName() {
    return serviceName;
  }

  void setService(String address, String structure) {
    service = address;
    serviceName = structure;
  }

  void setColleague(String address, String familyName) {
    colleague = address;
    colleagueName = familyName;
  }

  /** The mailbox of the patient (ECO.2.2.6). */
  String patient() {
    return documents.ins() + "@patient.mssante.fr";
  }

  /** The user acts; a refusal or a failure of the LPS is an answer like another. */
  ActionAnswer act(String action, ObjectNode input) {
    from = scenario.bench().cursor();
    consultation.setMark(from);
    ActionAnswer got = scenario.lps().ask(action, input);
    consultation.setLastAnswer(got);
    answer = got;
    JsonNode shown = got.seen();
    seen = shown == null ? MissingNode.getInstance() : shown;
    return got;
  }

  /** Another act of the scenario began, which others asked for. */
  void began() {
    from = documents.turn().from();
    answer = documents.answer();
    JsonNode shown = documents.answer().seen();
    seen = shown == null ? MissingNode.getInstance() : shown;
  }

  /** What came of the last act. */
  ActionAnswer answer() {
    ActionAnswer got = answer;
    if (got == null) {
      throw new IllegalStateException("le scénario n'a pas encore employé la messagerie");
    }
    return got;
  }

  /** What the user saw with it. */
  JsonNode seen() {
    return seen;
  }

  /** The last act is looked at with the one before it. */
  void since(long place) {
    from = place;
  }

  /** Place of the journal before the last act. */
  long from() {
    return from;
  }

  /** An input that names the record and the documents. */
  ObjectNode letterOf(List<DmpWritten> chosen) {
    ObjectNode input = Software.input().put("dossier", consultation.record());
    chosen.forEach(document -> input.withArray("documents").add(document.local()));
    return input;
  }

  /** Messages of the last act that the operator took, as they were read. */
  Stream<MssMail> taken(Predicate<Exchange> which) {
    return scenario.bench().exchangesAfter(from).stream()
        .filter(MssTraffic::isTaken)
        .filter(which)
        .flatMap(exchange -> read(exchange).stream());
  }

  /** Waits, a bounded time, for a message of the last act. */
  Optional<MssMail> mail(Predicate<Exchange> which) {
    awaited(exchange -> MssTraffic.isTaken(exchange) && which.test(exchange));
    return taken(which).findFirst();
  }

  Optional<MssMail> read(Exchange exchange) {
    return MssMail.read(scenario.bench().raw(exchange));
  }

  /** The message of an exchange, of the bytes gathered at the end. */
  static Optional<MssMail> read(Traffic traffic, Exchange exchange) {
    RawExchange raw = traffic.raw().get(exchange.sequence());
    return raw == null ? Optional.empty() : MssMail.read(raw);
  }

  /** Waits, a bounded time, until an exchange that came after the last act began matches. */
  boolean awaited(Predicate<Exchange> which) {
    // An act that is over has sent what it sends: what follows by itself is waited for.
    return awaited(which, answer().done() ? PATIENCE : Duration.ZERO);
  }

  /** The same of what the operator refused: the act that failed has met it, or never does. */
  boolean met(Predicate<Exchange> which) {
    return awaited(which, answer().done() ? PATIENCE : ENDING);
  }

  private boolean awaited(Predicate<Exchange> which, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    long after = from;
    while (true) {
      List<Exchange> arrived = scenario.bench().exchangesAfter(after);
      if (arrived.stream().anyMatch(which)) {
        return true;
      }
      if (!arrived.isEmpty()) {
        after = arrived.get(arrived.size() - 1).sequence();
      }
      Duration left = Duration.between(Instant.now(), deadline);
      if (left.isNegative() || left.isZero()) {
        return false;
      }
      scenario.bench().await(new AwaitedExchange(after, "mss", null, left));
    }
  }
}

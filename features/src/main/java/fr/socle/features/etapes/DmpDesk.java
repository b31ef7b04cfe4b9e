package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.AwaitedExchange;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.features.driver.ActionAnswer;
import fr.socle.features.driver.ActionAnswer.Status;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the steps of one scenario act on documents and on the DMP; what was done is remembered. */
public final class DmpDesk {
  static final String VALIDATE = "valider-document";
  static final String LIST = "lister-documents-dmp";
  static final String OPEN = "consulter-document-dmp";

  /** How long a sending that follows by itself may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final List<DmpWritten> written = new ArrayList<>();
  private DmpTurn turn = new DmpTurn(0);
  private @Nullable DmpTurn emergency;

  /** Built for each scenario. */
  public DmpDesk(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** The user acts; a refusal or a failure of the LPS is an answer like another. */
  ActionAnswer act(String action, ObjectNode input) {
    begin();
    ActionAnswer answer = scenario.lps().ask(action, input);
    consultation.setLastAnswer(answer);
    return answer;
  }

  /** The user does what only prepares the scenario. */
  JsonNode prepare(String action, ObjectNode input, String purpose) {
    begin();
    return scenario.lps().prepare(action, input, purpose);
  }

  /** The user opens the record, which shows what it shows without a click. */
  void open() {
    JsonNode seen = act("ouvrir-dossier", reference()).seen();
    if (seen != null) {
      consultation.sawRecord(seen);
    }
  }

  /** Another act begins: what comes now is its own. */
  void begin() {
    long place = scenario.bench().cursor();
    turn.endAt(place);
    turn = new DmpTurn(place);
    consultation.setMark(place);
  }

  /** The doctor says that it is an emergency: what follows is looked at from here. */
  ActionAnswer emergency(String action, ObjectNode input) {
    ActionAnswer answer = act(action, input);
    emergency = new DmpTurn(turn.from());
    return answer;
  }

  /** From the emergency on; the last act when there is none. */
  DmpTurn sinceEmergency() {
    return emergency == null ? turn : emergency;
  }

  /** The last act. */
  DmpTurn turn() {
    return turn;
  }

  /** What came of the last act. */
  ActionAnswer answer() {
    return consultation.lastAnswer();
  }

  /** An input that names the record. */
  ObjectNode reference() {
    return Software.input().put("dossier", consultation.record());
  }

  /** The user validates a document; it is only remembered when the LPS took it. */
  void validate(DmpKind kind, ObjectNode more) {
    String title = newTitle();
    ActionAnswer answer = act(VALIDATE, content(kind, title).setAll(more));
    remember(kind, title, answer, VALIDATE);
  }

  /** The user validates another document, which the scenario is not about. */
  DmpWritten aside(DmpKind kind) {
    validate(kind, Software.input());
    return written.remove(written.size() - 1);
  }

  /** The user tries to; the LPS may say no, and nothing is remembered then. */
  void attempt(DmpKind kind, ObjectNode more) {
    String title = newTitle();
    ActionAnswer answer = act(VALIDATE, content(kind, title).setAll(more));
    JsonNode seen = answer.seen();
    if (answer.done() && seen != null) {
      written.add(new DmpWritten(kind, title, seen, turn.from()));
    }
  }

  /** The user corrects the last document; what the LPS then shows is the new one. */
  void replace() {
    DmpWritten before = last();
    String title = newTitle();
    ObjectNode input =
        reference()
            .put("document", before.local())
            .put("titre", title)
            .put("contenu", "Version corrigée : " + title + ".");
    if (before.kind() == DmpKind.LABORATORY) {
      results(input, DmpAnalysis.all());
    }
    remember(before.kind(), title, act("remplacer-document", input), "remplacer-document");
  }

  /** The user validates a laboratory report before all its results are known. */
  void validatePartial() {
    String title = newTitle();
    ObjectNode input = content(DmpKind.LABORATORY, title);
    results(input, DmpAnalysis.all().subList(0, 1));
    remember(DmpKind.LABORATORY, title, act(VALIDATE, input), VALIDATE);
  }

  private static void results(ObjectNode input, List<DmpAnalysis> known) {
    var results = input.putArray("analyses");
    known.forEach(analysis -> results.add(analysis.asInput()));
  }

  /** A document of a past episode is there, never sent. */
  void historic(DmpKind kind, ObjectNode more) {
    String title = newTitle();
    JsonNode seen =
        prepare(
            "ajouter-historique",
            content(kind, title).setAll(more),
            "mettre au dossier un document ancien");
    written.add(new DmpWritten(kind, title, seen, turn.from()));
  }

  /** Input of a document of this kind. */
  private ObjectNode content(DmpKind kind, String title) {
    ObjectNode input =
        reference()
            .put("type", kind.type())
            .put("titre", title)
            .put("contenu", "Texte du document : " + title + ".");
    if (kind == DmpKind.LABORATORY) {
      results(input, DmpAnalysis.all());
    }
    if (kind == DmpKind.SUMMARY) {
      input.withArray("problemes").addObject().put("libelle", "Asthme").put("code", "J45");
      input
          .withArray("traitements")
          .addObject()
          .put("libelle", "Salbutamol")
          .put("posologie", "deux bouffées si besoin");
    }
    if (kind == DmpKind.VACCINATION) {
      input.set("vaccination", DmpVaccination.input());
    }
    return input;
  }

  private void remember(DmpKind kind, String title, ActionAnswer answer, String action) {
    JsonNode seen = answer.seen();
    scenario.requireCovered(
        !(action.equals(VALIDATE) && answer.status() == Status.REFUSE),
        "Le LPS ne produit pas « %s » (%s) : rien ne montre comment il l'envoie."
            .formatted(kind.words(), answer.messageOrNone()));
    scenario.requirePlayable(
        answer.done() && seen != null,
        "Le LPS n'a pas validé le document (« %s », %s) : ce qu'il en envoie ne peut pas être observé."
            .formatted(action, answer.messageOrNone()));
    if (seen != null) {
      written.add(new DmpWritten(kind, title, seen, turn.from()));
    }
  }

  private String newTitle() {
    return "Document " + (char) ('A' + written.size()) + " du " + consultation.record();
  }

  /** The documents validated or put in the record, in order. */
  List<DmpWritten> written() {
    return List.copyOf(written);
  }

  /** The last of them. */
  DmpWritten last() {
    return nth(1);
  }

  /** The last but some. */
  DmpWritten nth(int fromTheEnd) {
    if (written.size() < fromTheEnd) {
      throw new IllegalStateException("le scénario n'a pas encore fait valider de document");
    }
    return written.get(written.size() - fromTheEnd);
  }

  /** Fifteen characters of the patient's INS. */
  String ins() {
    var ins = InsNumbers.of(consultation.patient());
    return ins.matricule() + ins.key();
  }

  /** Exchanges of the last act until now. */
  List<Exchange> seen(Predicate<Exchange> which) {
    DmpTurn now = turn;
    return scenario.bench().exchangesAfter(now.from()).stream()
        .filter(which)
        .filter(now::holds)
        .toList();
  }

  /** Waits, a bounded time, until an exchange of the last act, or of what follows, matches. */
  boolean awaited(Predicate<Exchange> which) {
    return awaitedSince(turn.from(), which);
  }

  /** The same, from a place of the journal. */
  boolean awaitedSince(long place, Predicate<Exchange> which) {
    Instant deadline = Instant.now().plus(PATIENCE);
    long after = place;
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
      scenario.bench().await(new AwaitedExchange(after, "dmp", null, left));
    }
  }

  /** Waits, a bounded time, until the DMP took a document. */
  boolean arrives(DmpWritten document) {
    return awaitedSince(document.from(), exchange -> carries(exchange, document));
  }

  /** Whether an exchange is a feeding, served, that carries a document. */
  boolean carries(Exchange exchange, DmpWritten document) {
    return DmpTraffic.isFeeding(exchange)
        && DmpTraffic.isServed(exchange)
        && submission(exchange).stream()
            .flatMap(lot -> lot.documents().stream())
            .anyMatch(document::is);
  }

  /** What the DMP took of a document, its forms and versions under one title. */
  List<DmpSubmission.Sent> sent(DmpWritten document) {
    arrives(document);
    return lots().flatMap(lot -> lot.documents().stream()).filter(document::is).toList();
  }

  /** The CDA of the last document, as the DMP took it. */
  Stream<DmpCda> cdas() {
    return sent(last()).stream().flatMap(one -> one.cda().stream());
  }

  /** What the DMP took since the scenario began. */
  Stream<DmpSubmission> lots() {
    return scenario.bench().exchanges().stream()
        .filter(e -> DmpTraffic.isFeeding(e) && DmpTraffic.isServed(e))
        .flatMap(e -> submission(e).stream());
  }

  /** The submission an exchange carries, when the bench kept all of it. */
  Optional<DmpSubmission> submission(Exchange exchange) {
    RawExchange raw = scenario.bench().raw(exchange);
    return raw.truncated() ? Optional.empty() : DmpSubmission.read(raw.request());
  }

  /** The same, of the bytes gathered at the end. */
  static Optional<DmpSubmission> submission(Traffic traffic, Exchange exchange) {
    RawExchange raw = traffic.raw().get(exchange.sequence());
    return raw == null || raw.truncated() ? Optional.empty() : DmpSubmission.read(raw.request());
  }
}

package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.InsiState.Call;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Attentes on INSi: what it was asked, in which order, and what then left the practice. */
public final class InsiExpectations {
  private static final Map<String, String> CONTRACT =
      Map.of(
          "INSI-T01", "Chaque appel est un message du contrat d'INSi.",
          "INSI-T02", "Chaque appel porte les en-têtes du contrat.",
          "INSI-T03", "Chaque appel dit qui appelle.",
          "INSI-T05", "La demande est écrite comme INSi la lit.");

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public InsiExpectations(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /** Without an identity from INSi the scenario has nothing to judge. */
  @Alors("INSi a rendu cette identité")
  public void identityGiven() {
    boolean given = calls().stream().anyMatch(call -> call.result().equals("00"));
    scenario.requirePlayable(
        given,
        "INSi n'a pas rendu d'identité au LPS ("
            + results(calls())
            + ") : ce que le LPS en fait ne peut pas être observé. Voyez les constats sur ses"
            + " recherches.");
  }

  /** One search was enough. */
  @Alors("INSi a reçu une seule recherche pour elle/lui")
  public void oneSearch() {
    List<Call> calls = calls();
    scenario
        .expectations()
        .add(
            Expectation.that("INSi a reçu une seule recherche pour cette personne.", Basis.ETAT)
                .judging("INSI-T06")
                .isMet(
                    calls.size() == 1,
                    calls.size() + " recherches : " + results(calls),
                    "Arrêtez les recherches à la première identité trouvée, et faites-en une."));
  }

  /** First names in the order of the document, up to the one that finds. */
  @Alors("INSi a reçu ses prénoms un par un, jusqu'à celui qui le retrouve")
  public void firstNamesUntilFound() {
    List<String> expected = consultation.patient().birthFirstNames().subList(0, 2);
    searchedWith(
        expected,
        "INSi a reçu les prénoms dans l'ordre, jusqu'à celui qui retrouve la personne.",
        "Quand INSi ne trouve personne (01), recherchez avec le prénom suivant de la pièce"
            + " d'identité, et arrêtez à la première identité trouvée.");
  }

  /** Every first name, then all of them. */
  @Alors("INSi a reçu chacun de ses prénoms, puis tous ensemble")
  public void firstNamesThenAll() {
    List<String> expected = new ArrayList<>(consultation.patient().birthFirstNames());
    if (expected.size() > 1) {
      expected.add(String.join(" ", expected));
    }
    searchedWith(
        expected,
        "INSi a reçu chacun des prénoms, puis tous ensemble.",
        "Quand INSi ne trouve personne (01), recherchez avec chaque prénom de la pièce d'identité à"
            + " son tour, puis avec tous, séparés par des espaces.");
  }

  /** After several identities, a search with the birth place found the right one. */
  @Alors("une recherche avec son lieu de naissance l'a départagé")
  public void placeDecided() {
    Patient patient = consultation.patient();
    boolean several = calls().stream().anyMatch(call -> call.result().equals("02"));
    boolean decided =
        calls().stream()
            .anyMatch(
                call ->
                    call.result().equals("00")
                        && patient.birthPlace().equals(call.birthPlace())
                        && matricule(patient).equals(call.matricule()));
    scenario.requirePlayable(
        several || decided,
        "INSi n'a jamais répondu « plusieurs identités » au LPS ("
            + results(calls())
            + ") : ce qu'il en fait ne peut pas être observé. Voyez les constats sur ses"
            + " recherches.");
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Une recherche avec le lieu de naissance a départagé les deux identités.",
                    Basis.ETAT)
                .judging("INSI-T07")
                .isMet(
                    decided,
                    results(calls()),
                    "Quand INSi trouve plusieurs identités (02), ajoutez les autres prénoms, puis le"
                        + " lieu de naissance."));
  }

  /** INSi found the person once it worked again. */
  @Alors("INSi l'a retrouvé/retrouvée cette fois")
  public void foundAtLast() {
    List<Call> all = scenario.bench().insi().calls();
    List<Call> since =
        new InsiState(all.subList(consultation.insiCallsBeforeRepair(), all.size())).searches();
    boolean refused =
        !since.isEmpty() && since.stream().noneMatch(call -> call.result().matches("0[0-2]"));
    scenario.requirePlayable(
        !refused,
        "INSi, rétabli, refuse les recherches du LPS ("
            + results(since)
            + ") : ce qu'il fait après une panne ne peut pas être observé. Voyez les constats sur"
            + " ses recherches.");
    scenario
        .expectations()
        .add(
            Expectation.that("Une fois INSi rétabli, la recherche refaite aboutit.", Basis.ETAT)
                .judging("INSI-T18")
                .isMet(
                    since.stream().anyMatch(call -> call.result().equals("00")),
                    results(since),
                    "Laissez l'utilisateur relancer la recherche après une panne d'INSi, sur le même"
                        + " dossier."));
  }

  /** INSi heard nothing since the user asked; reading its contract is no call. */
  @Alors("INSi n'a reçu aucune recherche")
  public void noSearch() {
    long asked = consultation.mark();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> received =
                  traffic.matching(
                      exchange -> InsiTraffic.isCall(exchange) && exchange.sequence() > asked);
              return Expectation.that("INSi n'a reçu aucun appel.", Basis.TRAFIC)
                  .judging("INS/va1.20", "INSI-T11")
                  .in(Traffic.sequences(received))
                  .isMet(
                      received.isEmpty(),
                      received.size() + " appel à INSi",
                      "N'appelez pas INSi pour une identité marquée douteuse ou fictive.");
            });
  }

  /**
   * Nothing that left the practice holds the number or its authority. What leaves here are
   * searches, which have no place for a number: its absence proves little.
   */
  @Alors("aucun échange du cabinet ne porte son matricule INS ni son OID")
  public void nothingHoldsTheNumber() {
    nothingHolds(
        "Rien de ce que le cabinet envoie ne porte le matricule ni l'OID.",
        exchange -> true,
        "INS/va1.53",
        "INSI-T12");
  }

  /**
   * The same of what leaves from the last action to now: its search may give the number back, which
   * may then leave again.
   */
  @Alors("rien de ce que le cabinet envoie ensuite ne porte son INS")
  public void nothingHoldsItAfterwards() {
    long since = consultation.mark();
    long until = scenario.bench().cursor();
    nothingHolds(
        "Rien de ce que le cabinet envoie ensuite ne porte le matricule ni l'OID.",
        exchange -> exchange.sequence() > since && exchange.sequence() <= until,
        "INS/va1.05",
        "INS/va1.08",
        "INS/va1.40",
        "INS/va1.60");
  }

  private void nothingHolds(String text, Predicate<Exchange> when, String... requirements) {
    scenario.requireCovered(
        scenario.bench().exchangesAfter(consultation.mark()).stream()
            .anyMatch(exchange -> !InsiTraffic.isOtherCall(exchange)),
        "Le LPS n'a rien envoyé après avoir reçu l'INS : rien ne montre ce qu'il en transmet.");
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> with = InsiTraffic.transmitting(traffic, consultation.patient(), when);
              return Expectation.that(text, Basis.TRAFIC)
                  .judging(requirements)
                  .in(Traffic.sequences(with))
                  .necessary()
                  .isMet(
                      with.isEmpty(),
                      "présents dans " + with.size() + " échange, dont un avec " + first(with),
                      "Ne transmettez ni matricule ni OID tant que l'identité n'est pas qualifiée :"
                          + " les traits seuls.");
            });
  }

  /** What the checks of the bench say of the calls, requirement by requirement. */
  @Alors("ses appels à INSi sont en règle")
  public void callsFollowTheContract() {
    List<Exchange> received =
        scenario.bench().exchanges().stream().filter(InsiTraffic::isCall).toList();
    scenario.requirePlayable(
        !received.isEmpty(), "Le LPS n'a pas appelé INSi : ses appels ne peuvent pas être jugés.");
    CONTRACT.forEach(
        (requirement, text) ->
            scenario.expectations().add(ContractExpectation.of(requirement, text, received)));
  }

  /** What the checks say of the assertions that came with the calls. */
  @Alors("les assertions de ses appels à INSi sont en règle")
  public void assertionsFollowTheContract() {
    List<Exchange> received =
        scenario.bench().exchanges().stream()
            .filter(
                exchange ->
                    InsiTraffic.isCall(exchange) && !exchange.decoded().at("/assertions").isEmpty())
            .toList();
    scenario.requirePlayable(
        !received.isEmpty(),
        "Le LPS n'a joint aucune assertion à ses appels : elles ne peuvent pas être jugées.");
    scenario
        .expectations()
        .add(
            ContractExpectation.of(
                "INSI-T04", "Chaque assertion est faite comme INSi la lit.", received));
  }

  private void searchedWith(List<String> expected, String text, String mend) {
    List<String> searched =
        attempts().stream().map(call -> Objects.requireNonNullElse(call.firstName(), "")).toList();
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.ETAT)
                .judging("INSI-T06")
                .isMet(
                    searched.equals(expected),
                    "recherches avec " + String.join(", puis ", searched),
                    mend));
  }

  /** The searches of the patient of the scenario, in order. */
  private List<Call> calls() {
    String name = consultation.patient().birthName();
    return scenario.bench().insi().searches().stream()
        .filter(call -> name.equals(call.birthName()))
        .toList();
  }

  /** Where INSi was made slow, asking it the same again is no other attempt: it counts once. */
  private List<Call> attempts() {
    List<Call> attempts = new ArrayList<>();
    for (Call call : calls()) {
      boolean again = !attempts.isEmpty() && attempts.get(attempts.size() - 1).equals(call);
      if (!again || !consultation.insiIsSlow()) {
        attempts.add(call);
      }
    }
    return attempts;
  }

  private static String results(List<Call> calls) {
    List<String> results = calls.stream().map(Call::result).toList();
    return results.isEmpty() ? "aucune recherche" : "réponses " + String.join(", ", results);
  }

  private static String first(List<Exchange> exchanges) {
    return exchanges.isEmpty()
        ? "aucun service"
        : Objects.requireNonNullElse(exchanges.get(0).transaction(), exchanges.get(0).service());
  }

  private static String matricule(Patient patient) {
    return patient.ins() == null ? "sans matricule" : patient.ins().matricule();
  }
}

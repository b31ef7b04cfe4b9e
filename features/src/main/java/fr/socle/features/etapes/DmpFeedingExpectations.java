package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Attentes on what reached the DMP, and on what did not. */
public final class DmpFeedingExpectations {
  /** Requirements on how a document is made: they say nothing of when it is sent. */
  static final Pattern OF_FORM =
      Pattern.compile(
          "DMP-T(?:0[1-9]|1[0-7]|2[1-8]|3[457])|DMP/va1\\.1[78]|DOC[./].*|CDA/.*|INS/va1\\.52");

  private final ScenarioRun scenario;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpFeedingExpectations(ScenarioRun scenario, DmpDesk desk) {
    this.scenario = scenario;
    this.desk = desk;
  }

  /** Sent by itself, once. */
  @Alors("le DMP a reçu ce document une seule fois")
  public void receivedOnce() {
    receivedOnce(desk.last());
  }

  /** Each of them. */
  @Alors("le DMP a reçu une seule fois chacun des documents")
  public void eachReceivedOnce() {
    desk.written().forEach(this::receivedOnce);
  }

  /** One lot; the rules on lots are then judged with several documents. */
  @Alors("le DMP a reçu tous ces documents en un seul lot")
  public void receivedTogether() {
    List<DmpWritten> documents = desk.written();
    documents.forEach(this::receivedOnce);
    scenario.requireCovered(
        desk.lots()
            .anyMatch(
                lot ->
                    documents.stream().allMatch(one -> lot.documents().stream().anyMatch(one::is))),
        "Aucun envoi ne porte tous les documents : rien ne montre comment ce logiciel fait un lot.");
  }

  /** Never sent, not even in vain. */
  @Alors("ce document ne part pas au DMP")
  public void neverSent() {
    absent(desk.last());
  }

  /** The one before was not chosen. */
  @Alors("l'autre document ancien n'est pas parti")
  public void otherNeverSent() {
    absent(desk.nth(2));
  }

  /** One of three patients agrees and is qualified. */
  @Alors("seul le document du dernier patient est parti")
  public void onlyLastPatient() {
    List<DmpWritten> written = desk.written();
    receivedOnce(desk.last());
    written.subList(0, written.size() - 1).forEach(this::absent);
  }

  /** The catch-up goes no faster than it is told. */
  @Alors("un seul document est parti")
  public void oneOnly() {
    DmpTurn turn = desk.turn();
    desk.awaited(DmpTraffic::isFeeding);
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> sent = traffic.matching(e -> turn.holds(e) && DmpTraffic.isFeeding(e));
              return Expectation.that("Un seul document part à la fois.", Basis.TRAFIC)
                  .in(Traffic.sequences(sent))
                  .isMet(
                      sent.size() == 1,
                      sent.size() + " documents partis",
                      "N'envoyez pas plus de documents à la fois que l'administrateur ne l'a"
                          + " réglé.");
            });
  }

  /** In the record of this patient, under his number. */
  @Alors("ce document n'est que dans le DMP du patient")
  public void onlyOfThisPatient() {
    DmpWritten document = desk.last();
    String ins = desk.ins();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying = carrying(traffic, document, exchange -> true);
              List<Exchange> foreign =
                  carrying.stream()
                      .filter(
                          exchange ->
                              !DmpTraffic.concerns(exchange, ins)
                                  || !headerNames(traffic, exchange, document, ins))
                      .toList();
              return Expectation.that(
                      "Le document part sous l'INS de son patient, dans le VIHF comme dans le"
                          + " document.",
                      Basis.TRAFIC)
                  .in(Traffic.sequences(carrying))
                  .isMet(
                      foreign.isEmpty() && !carrying.isEmpty(),
                      foreign.size() + " envoi sous une autre identité",
                      "Refaites pour chaque patient le VIHF, les métadonnées et l'en-tête du"
                          + " document.");
            });
  }

  /** What was asked for again was not sent again. */
  @Alors("le DMP n'a pas reçu deux fois ce document")
  public void notTwice() {
    DmpWritten document = desk.last();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying =
                  carrying(traffic, document, exchange -> exchange.faults().isEmpty());
              return Expectation.that(
                      "Un document inchangé n'est envoyé qu'une fois.", Basis.TRAFIC)
                  .in(Traffic.sequences(carrying))
                  .isMet(
                      carrying.size() == 1,
                      carrying.size() + " envois du même document",
                      "N'envoyez pas de nouveau un document que le DMP a déjà : dites à"
                          + " l'utilisateur qu'il y est.");
            });
  }

  /** The DMP said no; what the LPS says of it is the next step. */
  @Alors("le DMP a refusé ce document")
  public void refused() {
    DmpWritten document = desk.last();
    boolean met =
        desk.seen(DmpTraffic::isFeeding).stream().anyMatch(each -> !DmpTraffic.isServed(each));
    scenario.requireCovered(
        met && !document.sending().isEmpty(),
        "Le LPS n'a pas envoyé le document, que le DMP aurait refusé : rien ne montre ce qu'il en"
            + " dit.");
  }

  /** Said by the LPS. */
  @Alors("le logiciel dit que ce document n'est pas au DMP")
  public void saidNotSent() {
    DmpWritten document = desk.last();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le logiciel dit à l'utilisateur que le document n'est pas au DMP.",
                    Basis.DECLARE)
                .isMet(
                    !document.sending().equals("envoye") && !document.sending().equals("rien"),
                    "envoi dit « " + document.sending() + " »",
                    "Dites à l'utilisateur ce que le DMP a répondu, et que le document n'y est"
                        + " pas."));
  }

  /** Nothing is looked for because something was sent. */
  @Alors("aucune recherche ne suit cet envoi")
  public void noSearchAfterwards() {
    DmpTurn turn = desk.turn();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              long sent =
                  traffic.matching(e -> turn.holds(e) && DmpTraffic.isFeeding(e)).stream()
                      .mapToLong(Exchange::sequence)
                      .findFirst()
                      .orElse(Long.MAX_VALUE);
              List<Exchange> searches =
                  traffic.matching(
                      e ->
                          turn.holds(e)
                              && e.sequence() > sent
                              && DmpTraffic.is(e, DmpTraffic.SEARCH));
              return Expectation.that("Aucune recherche ne suit un envoi.", Basis.TRAFIC)
                  .in(Traffic.sequences(searches))
                  .isMet(
                      searches.isEmpty() && sent < Long.MAX_VALUE,
                      searches.size() + " recherche après l'envoi",
                      "Ne cherchez pas d'office les documents du DMP après une alimentation.");
            });
  }

  /** The whole lot is marked. */
  @Alors("cet envoi porte la marque de la connexion secrète")
  public void markedSecret() {
    DmpWritten document = desk.last();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying = carrying(traffic, document, exchange -> true);
              return Expectation.that(
                      "L'envoi porte la marque de la connexion secrète.", Basis.TRAFIC)
                  .in(Traffic.sequences(carrying))
                  .isMet(
                      !carrying.isEmpty()
                          && carrying.stream()
                              .allMatch(
                                  e -> DmpTraffic.vihf(e).path("connexionSecrete").asBoolean()),
                      "VIHF sans le code INVISIBLE_REPRESENTANTS_LEGAUX",
                      "En connexion secrète, ajoutez au VIHF l'attribut confidentiality-code.");
            });
  }

  /**
   * A document that does not come breaks what asks for its sending, not what says how it is made:
   * of that, nothing can then be seen.
   */
  private void receivedOnce(DmpWritten document) {
    boolean arrived = desk.arrives(document);
    List<String> named = scenario.expectations().requirements();
    List<String> judged = named.stream().filter(id -> !OF_FORM.matcher(id).matches()).toList();
    boolean onForm = judged.size() < named.size();
    if (!arrived && onForm && !judged.isEmpty()) {
      scenario.expectations().add(once(document, judged, List.of()));
    }
    scenario.requireCovered(
        arrived || !onForm,
        "Le DMP n'a pas reçu « %s » (le logiciel dit « %s ») : rien ne montre comment il est fait."
            .formatted(document.kind().words(), document.sending()));
    if (!judged.isEmpty()) {
      scenario
          .expectations()
          .atClose(
              traffic -> once(document, judged, carrying(traffic, document, DmpTraffic::isServed)));
    }
  }

  private static Expectation once(DmpWritten document, List<String> judged, List<Exchange> served) {
    return Expectation.that(
            "Le DMP a reçu « %s » une seule fois, sans autre geste."
                .formatted(document.kind().words()),
            Basis.TRAFIC)
        .judging(judged.toArray(String[]::new))
        .in(Traffic.sequences(served))
        .isMet(
            served.size() == 1,
            served.size()
                + " envoi pris par le DMP ; le logiciel dit « "
                + document.sending()
                + " » ("
                + document.seen().path("motif").asText("sans motif")
                + ")",
            "Envoyez au DMP, d'office et une fois, chaque document validé d'un patient à"
                + " l'identité qualifiée qui ne s'y oppose pas.");
  }

  private void absent(DmpWritten document) {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> carrying = carrying(traffic, document, exchange -> true);
              boolean unread =
                  !traffic
                      .matching(
                          e ->
                              e.sequence() > document.from()
                                  && DmpTraffic.isFeeding(e)
                                  && DmpDesk.submission(traffic, e).isEmpty())
                      .isEmpty();
              Expectation.Builder absence =
                  Expectation.that(
                          "« %s » n'est jamais parti vers le DMP."
                              .formatted(document.kind().words()),
                          Basis.TRAFIC)
                      .in(Traffic.sequences(carrying));
              // What the bench could not read of a feeding may hold it.
              return (unread ? absence.necessary() : absence)
                  .isMet(
                      carrying.isEmpty(),
                      carrying.size() + " envoi de ce document",
                      "N'envoyez au DMP ni un document retenu, ni celui d'un patient opposé, d'une"
                          + " identité non qualifiée ou d'un DMP fermé.");
            });
  }

  static List<Exchange> carrying(Traffic traffic, DmpWritten document, Predicate<Exchange> which) {
    return traffic.matching(
        exchange ->
            DmpTraffic.isFeeding(exchange)
                && which.test(exchange)
                && DmpDesk.submission(traffic, exchange).stream()
                    .flatMap(lot -> lot.documents().stream())
                    .anyMatch(document::is));
  }

  private static boolean headerNames(
      Traffic traffic, Exchange exchange, DmpWritten document, String ins) {
    return DmpDesk.submission(traffic, exchange).stream()
        .flatMap(lot -> lot.documents().stream())
        .filter(document::is)
        .flatMap(sent -> sent.cda().stream())
        .allMatch(cda -> cda.patientIds().stream().anyMatch(id -> id.endsWith("^" + ins)));
  }
}

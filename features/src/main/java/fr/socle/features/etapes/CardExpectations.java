package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.etapes.VitaleDesk.Card;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Attentes on calls of INSi made with cards: which card, whose, and how old it was. */
public final class CardExpectations {
  private static final String BY_TRAITS = "INSi WS_INS2";
  private static final String BY_CARD = "INSi WS_INS1";
  // Types of the cards of professionals: insi.md 2.3 (S:18)
  private static final Set<String> PROFESSIONALS = Set.of("CPS", "CPF", "CDE-CPE", "CPA", "CPX");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final VitaleDesk vitale;

  /** Built for each scenario. */
  public CardExpectations(ScenarioRun scenario, Consultation consultation, VitaleDesk vitale) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.vitale = vitale;
  }

  /** The search is that of the beneficiary, with the card he was chosen on. */
  @Alors("INSi a été appelé pour le bénéficiaire choisi")
  public void searchedForTheChosen() {
    List<Exchange> calls = calls(BY_CARD);
    scenario.requirePlayable(
        !calls.isEmpty(), "Le LPS n'a pas appelé INSi avec la carte Vitale (WS_INS1).");
    Exchange last = calls.get(calls.size() - 1);
    boolean right = isOf(last, vitale.card()) && isAbout(last, vitale.chosen());
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "INSi est appelé pour le bénéficiaire choisi, avec sa carte.", Basis.TRAFIC)
                .judging("INSI-T19")
                .in(Traffic.sequences(List.of(last)))
                .isMet(
                    right,
                    described(last),
                    "Envoyez ce que la carte dit du bénéficiaire que l'utilisateur a choisi, et de"
                        + " lui seul."));
  }

  /** Nothing of one card with something of the other, nor of a card that is not there any more. */
  @Alors("aucun appel à INSi ne mêle les deux cartes")
  public void cardsNotMixed() {
    long asked = consultation.mark();
    Card present = vitale.card();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> mixed =
                  traffic.matching(
                      exchange ->
                          exchange.sequence() > asked
                              && BY_CARD.equals(exchange.transaction())
                              && !isOf(exchange, present));
              return Expectation.that(
                      "La carte remplacée est remarquée : aucun appel ne mêle les deux.",
                      Basis.TRAFIC)
                  .judging("INSI-T19")
                  .in(Traffic.sequences(mixed))
                  .isMet(
                      mixed.isEmpty(),
                      mixed.isEmpty() ? "" : described(mixed.get(0)),
                      "Relisez la carte avant l'appel : si son numéro de série n'est plus celui de la"
                          + " carte où le bénéficiaire a été choisi, faites choisir de nouveau.");
            });
  }

  /** The record did not take the number of the other. */
  @Alors("son dossier ne porte pas l'INS d'un autre")
  public void noNumberOfAnother() {
    Patient.InsNumber own = consultation.patient().ins();
    String held = consultation.seenRecord().at("/ins/matricule").asText();
    scenario
        .expectations()
        .add(
            Expectation.that("Le dossier ne porte pas l'INS d'un autre.", Basis.DECLARE)
                .judging("INSI-T19")
                .isMet(
                    held.isEmpty() || (own != null && held.equals(own.matricule())),
                    "matricule " + held,
                    "N'enregistrez pas dans un dossier l'INS que donne la carte d'un autre."));
  }

  /** A card that is not there opens nothing. */
  @Alors("INSi n'a reçu aucun appel avec la carte reprise")
  public void notCalledWithoutTheCard() {
    noneSince(
        exchange -> BY_CARD.equals(exchange.transaction()),
        "Sans la carte Vitale, INSi n'est pas appelé avec elle.",
        "INSI-T19",
        "Lisez la carte Vitale avant chaque appel, et n'appelez pas INSi quand elle n'est plus là.");
  }

  /** The doctor does not sign from afar. */
  @Alors("INSi n'a reçu aucun appel avec la carte du médecin")
  public void notCalledWithoutTheDoctor() {
    noneSince(
        CardExpectations::byProfessionalCard,
        "Sans la carte du médecin, INSi n'est pas appelé en son nom.",
        "INSI-T04",
        "Faites l'assertion du professionnel avec la carte qui est dans le lecteur, et oubliez-la"
            + " quand la carte est retirée.");
  }

  private void noneSince(
      Predicate<Exchange> forbidden, String text, String requirement, String mend) {
    long asked = consultation.mark();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> received =
                  traffic.matching(
                      exchange -> exchange.sequence() > asked && forbidden.test(exchange));
              return Expectation.that(text, Basis.TRAFIC)
                  .judging(requirement)
                  .in(Traffic.sequences(received))
                  .isMet(received.isEmpty(), received.size() + " appel", mend);
            });
  }

  /** CNDA case 1.02: a new assertion, or no call. */
  @Alors("aucune assertion de carte Vitale n'était trop vieille")
  public void vitaleAssertionsAreYoung() {
    noneTooOld(
        "age-vitale",
        "Aucune assertion de carte Vitale n'est envoyée trop vieille.",
        "Relisez la carte et refaites l'assertion Vitale avant chaque appel.");
  }

  /** The same for the doctor. */
  @Alors("aucune assertion du médecin n'était trop vieille")
  public void professionalAssertionsAreYoung() {
    noneTooOld(
        "age-assertion",
        "Aucune assertion du professionnel n'est envoyée trop vieille.",
        "Refaites l'assertion du professionnel avant qu'elle ait une heure.");
  }

  private void noneTooOld(String control, String text, String mend) {
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> old =
                  traffic.matching(
                      exchange -> exchange.decoded().at("/reponse/controlesEchoues").has(control));
              String found =
                  old.isEmpty()
                      ? ""
                      : old.get(0).decoded().at("/reponse/controlesEchoues/" + control).asText();
              return Expectation.that(text, Basis.TRAFIC)
                  .judging("INSI-T04")
                  .in(Traffic.sequences(old))
                  .isMet(old.isEmpty(), found, mend);
            });
  }

  /** INS/va1.37. That INSi accepts the call is another matter. */
  @Alors("INSi a été appelé avec la carte du médecin")
  public void calledWithTheCard() {
    List<Exchange> calls = calls(BY_TRAITS);
    scenario.requirePlayable(!calls.isEmpty(), "Le LPS n'a pas appelé INSi.");
    scenario
        .expectations()
        .add(
            Expectation.that("INSi est appelé avec la carte du professionnel.", Basis.TRAFIC)
                .judging("INS/va1.37")
                .in(Traffic.sequences(calls))
                .isMet(
                    calls.stream().anyMatch(CardExpectations::byProfessionalCard),
                    "appels sans assertion d'une carte de professionnel",
                    "Laissez l'utilisateur s'authentifier auprès d'INSi avec sa carte : assertion"
                        + " signée par elle dans Security."));
  }

  /** INS/va1.34. What INSi answers is another matter. */
  @Alors("INSi a reçu une recherche par les traits et une par la carte Vitale")
  public void bothSearches() {
    List<Exchange> all = scenario.bench().exchanges();
    boolean byTraits = all.stream().anyMatch(each -> BY_TRAITS.equals(each.transaction()));
    boolean byCard = all.stream().anyMatch(each -> BY_CARD.equals(each.transaction()));
    scenario.requirePlayable(byTraits || byCard, "Le LPS n'a pas appelé INSi.");
    scenario
        .expectations()
        .add(
            Expectation.that("INSi est appelé par les traits et par la carte Vitale.", Basis.TRAFIC)
                .judging("INS/va1.34")
                .isMet(
                    byTraits && byCard,
                    byCard
                        ? "aucune recherche par les traits"
                        : "aucune recherche par carte Vitale",
                    "Offrez les deux recherches d'INSi : par les traits et par la carte Vitale."));
  }

  /** CNDA case 1.10. */
  @Alors("son dossier garde la nature du matricule rendu par INSi")
  public void keepsAuthority() {
    Patient.InsNumber given = consultation.patient().ins();
    String expected = given == null ? "" : given.oid();
    String held = consultation.seenRecord().at("/ins/oid").asText("aucun");
    scenario
        .expectations()
        .add(
            Expectation.that("Le dossier garde l'OID rendu avec le matricule.", Basis.DECLARE)
                .judging("INSI-T15")
                .isMet(
                    held.equals(expected),
                    "OID " + held,
                    "Enregistrez avec le matricule l'OID qu'INSi a rendu, celui d'un NIA compris."));
  }

  /** Calls of an operation since the last action the scenario is about. */
  private List<Exchange> calls(String transaction) {
    return scenario.bench().exchangesAfter(consultation.mark()).stream()
        .filter(exchange -> transaction.equals(exchange.transaction()))
        .toList();
  }

  private static boolean byProfessionalCard(Exchange exchange) {
    return assertions(exchange).stream()
        .anyMatch(each -> PROFESSIONALS.contains(each.path("type").asText()));
  }

  /** Whether all that a message says is of one card. What it leaves out, other rules judge. */
  private static boolean isOf(Exchange exchange, Card card) {
    boolean otherSerial =
        assertions(exchange).stream()
            .filter(each -> each.path("type").asText().equals("VITALE"))
            .map(each -> each.path("porteur").asText())
            .anyMatch(serial -> !serial.isEmpty() && !serial.equals(card.serial()));
    JsonNode asked = exchange.decoded().path("carteVitale");
    String opener = asked.path("matriculeOuvrantDroit").asText();
    String own = asked.path("matriculeIndividu").asText();
    return !otherSerial
        && (opener.isEmpty() || opener.equals(card.opener()))
        && (own.isEmpty() || own.equals(card.opener()))
        && card.covered().stream().anyMatch(patient -> isAbout(exchange, patient));
  }

  private static boolean isAbout(Exchange exchange, Patient beneficiary) {
    JsonNode card = exchange.decoded().path("carteVitale");
    String name = card.path("nomNaissance").asText();
    String date = card.path("dateNaissance").asText();
    return (name.isEmpty() || name.equals(beneficiary.birthName()))
        && date.equals(beneficiary.birthDate());
  }

  private static String described(Exchange exchange) {
    JsonNode card = exchange.decoded().path("carteVitale");
    List<String> serials =
        assertions(exchange).stream()
            .filter(each -> each.path("type").asText().equals("VITALE"))
            .map(each -> each.path("porteur").asText())
            .toList();
    return "carte %s, ouvrant droit %s, bénéficiaire %s né le %s"
        .formatted(
            String.join(", ", serials),
            card.path("matriculeOuvrantDroit").asText("absent"),
            card.path("nomNaissance").asText("sans nom"),
            card.path("dateNaissance").asText("absent"));
  }

  private static List<JsonNode> assertions(Exchange exchange) {
    return StreamSupport.stream(exchange.decoded().path("assertions").spliterator(), false)
        .toList();
  }
}

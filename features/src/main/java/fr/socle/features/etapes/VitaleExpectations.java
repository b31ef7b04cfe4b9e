package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.driver.Capabilities;
import fr.socle.features.etapes.VitaleDesk.Card;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;

/** Attentes on searches by Vitale card: which card, whose, and what the record then holds. */
public final class VitaleExpectations {
  private static final String REOPEN = "ouvrir-dossier";
  private static final String READ_AGAIN =
      "Relisez la carte avant l'appel : si son numéro de série n'est plus celui de la carte où le"
          + " bénéficiaire a été choisi, faites choisir de nouveau.";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final VitaleDesk vitale;
  private final RecordDesk desk;
  private final CardTurn turn;

  /** Built for each scenario. */
  public VitaleExpectations(
      ScenarioRun scenario,
      Consultation consultation,
      VitaleDesk vitale,
      RecordDesk desk,
      CardTurn turn) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.vitale = vitale;
    this.desk = desk;
    this.turn = turn;
  }

  /** The search is that of the beneficiary, with the card he was chosen on. */
  @Alors("INSi a été appelé pour le bénéficiaire choisi")
  public void searchedForTheChosen() {
    List<Exchange> calls = turn.since(CardCall::isByVitale);
    scenario.requirePlayable(
        !calls.isEmpty(), "Le LPS n'a pas appelé INSi avec la carte Vitale (WS_INS1).");
    Exchange last = calls.get(calls.size() - 1);
    scenario.requireCovered(
        CardCall.namesABeneficiary(last),
        "La recherche ne dit rien du bénéficiaire : nul ne sait pour qui elle est. Voyez les"
            + " constats sur elle.");
    Card card = vitale.card();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "INSi est appelé pour le bénéficiaire choisi, avec sa carte.", Basis.TRAFIC)
                .judging("INSI-T19")
                .in(Traffic.sequences(List.of(last)))
                .isMet(
                    CardCall.isOf(last, card) && CardCall.isAbout(last, card, vitale.chosen()),
                    CardCall.described(last),
                    "Envoyez ce que la carte dit du bénéficiaire que l'utilisateur a choisi, et de"
                        + " lui seul."));
  }

  /** Nothing of one card with something of the other. */
  @Alors("aucun appel à INSi ne mêle les deux cartes")
  public void cardsNotMixed() {
    turn.requireOccasion(
        CardCall::isByVitale,
        "Le LPS n'a pas appelé INSi avec la carte Vitale de l'autre patient : ne pas l'appeler"
            + " ensuite ne montre rien.");
    Card present = vitale.card();
    Card replaced = vitale.replaced();
    turn.noneSince(
        exchange ->
            CardCall.isByVitale(exchange)
                && !CardCall.isOf(exchange, present)
                && !CardCall.isOf(exchange, replaced),
        "Aucun appel ne mêle les deux cartes.",
        "INSI-T19",
        READ_AGAIN);
  }

  /**
   * The card that is not there any more opens nothing. A driver that does not replace it lets the
   * LPS call with it rightly.
   */
  @Alors("aucun appel à INSi n'emploie la carte remplacée")
  public void replacedCardIsNoticed() {
    Card replaced = vitale.replaced();
    scenario.requireCovered(
        scenario.lps().plays(Capabilities.REPLACED_CARD)
            || turn.since(each -> CardCall.isByVitale(each) && CardCall.isOf(each, replaced))
                .isEmpty(),
        "INSi est appelé avec la première carte, et le pilote ne dit pas dans ses capacités (« joue »"
            + " : « "
            + Capabilities.REPLACED_CARD
            + " ») qu'il la remplace : annoncez-le s'il le fait.");
    turn.noneSince(
        exchange -> CardCall.isByVitale(exchange) && CardCall.isOf(exchange, replaced),
        "La carte remplacée est remarquée : aucun appel ne l'emploie.",
        "INSI-T19",
        READ_AGAIN);
  }

  /** A card that is not there opens nothing. */
  @Alors("INSi n'a reçu aucun appel avec la carte reprise")
  public void notCalledWithoutTheCard() {
    turn.requireOccasion(
        CardCall::isByVitale,
        "Le LPS n'a pas appelé INSi avec la carte Vitale quand elle était là : ne pas l'appeler sans"
            + " elle ne montre rien.");
    turn.noneSince(
        CardCall::isByVitale,
        "Sans la carte Vitale, INSi n'est pas appelé avec elle.",
        "INSI-T19",
        "Lisez la carte Vitale avant chaque appel, et n'appelez pas INSi quand elle n'est plus là.");
  }

  /**
   * INS/va1.34. What INSi answers is another matter, and an LPS that did not go as far as INSi may
   * have had its reasons.
   */
  @Alors("INSi a reçu une recherche par les traits et une par la carte Vitale")
  public void bothSearches() {
    List<Exchange> all = scenario.bench().exchanges();
    scenario.requireCovered(
        all.stream()
            .anyMatch(
                each ->
                    each.sequence() <= consultation.mark()
                        && CardCall.BY_TRAITS.equals(each.transaction())),
        "Le LPS n'a pas cherché la première personne par les traits : INSi n'a pas reçu de WS_INS2.");
    boolean byCard = all.stream().anyMatch(CardCall::isByVitale);
    List<Exchange> instead = turn.since(each -> CardCall.BY_TRAITS.equals(each.transaction()));
    boolean found =
        consultation.lastAnswer().done()
            && consultation.lastSeen().path("resultat").asText().equals("trouvee");
    scenario.requireCovered(
        byCard || (found && !instead.isEmpty()),
        "Le LPS n'a pas appelé INSi avec la carte Vitale ("
            + consultation.lastAnswer().messageOrNone()
            + ") : rien ne montre comment il l'emploie.");
    scenario
        .expectations()
        .add(
            Expectation.that("INSi est appelé par les traits et par la carte Vitale.", Basis.TRAFIC)
                .judging("INS/va1.34")
                .in(Traffic.sequences(instead))
                .isMet(
                    byCard,
                    "aucune recherche par carte Vitale : l'INS demandée avec la carte a été cherchée"
                        + " par les traits",
                    "Offrez les deux recherches d'INSi : par les traits et par la carte Vitale."));
  }

  /** The record did not take the number of the other: shown once it is opened again. */
  @Alors("son dossier ne porte pas l'INS d'un autre")
  public void noNumberOfAnother() {
    reopen();
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

  /** CNDA case 1.10: what was kept is shown once the record is opened again. */
  @Alors("son dossier garde la nature du matricule rendu par INSi")
  public void keepsAuthority() {
    reopen();
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

  private void reopen() {
    if (scenario.lps().offers(REOPEN)) {
      desk.prepare(REOPEN, desk.reference(), "rouvrir le dossier");
    }
  }
}

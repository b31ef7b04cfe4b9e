package fr.socle.features.etapes;

import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.function.Predicate;

/** Attentes on which calls the DMP received, and in which order. */
public final class DmpOrderExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpOrderExpectations(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Asked at the opening of the record, nobody having asked for it. */
  @Alors("le DMP a reçu d'office la question de son existence")
  public void existenceAsked() {
    Predicate<Exchange> asked =
        e -> DmpTraffic.is(e, DmpTraffic.EXISTENCE) && DmpTraffic.concerns(e, desk.ins());
    scenario.requireCovered(
        scenario.lps().offers("tester-existence-dmp"),
        "Le pilote n'annonce aucune action sur le DMP (« tester-existence-dmp ») : le LPS n'y accède"
            + " peut-être pas.");
    desk.awaited(asked);
    needed(
        "À l'ouverture du dossier, le DMP reçoit la question de son existence.",
        "aucune question",
        "À l'ouverture du dossier d'un patient à l'INS qualifiée, testez l'existence de son DMP.",
        desk.seen(asked),
        "DMP/UX.12");
  }

  /** The right was looked at. */
  @Alors("le droit du médecin a été vérifié")
  public void rightChecked() {
    List<Exchange> received = rightChecks();
    add(
        "Le droit du médecin sur ce DMP est vérifié.",
        !received.isEmpty(),
        "aucune vérification",
        "Vérifiez le droit du médecin (TD0.2 ou TD0.4) avant toute consultation.",
        received);
  }

  /** An authorisation for the doctor, before anything is looked at. */
  @Alors("le DMP a reçu une autorisation pour le médecin, avant toute consultation")
  public void authorizedFirst() {
    List<Exchange> given =
        all(e -> DmpTraffic.is(e, DmpTraffic.AUTHORIZATION) && DmpTraffic.isServed(e));
    List<Exchange> consulted = all(DmpTraffic::isConsultation);
    boolean own =
        given.stream()
            .anyMatch(
                e ->
                    DmpTraffic.vihf(e)
                        .path("porteur")
                        .asText()
                        .equals(consultation.professional().nationalId()));
    boolean first =
        !given.isEmpty()
            && (consulted.isEmpty() || given.get(0).sequence() < consulted.get(0).sequence());
    judge(
        "L'autorisation individuelle du médecin est déclarée avant toute consultation.",
        own && first,
        given.isEmpty() ? "aucune autorisation" : "une autorisation, tardive ou d'un autre",
        "Déclarez d'office (TD0.3) l'autorisation du médecin connecté avant de consulter, quand il"
            + " n'en a pas et que le patient ne s'y oppose pas.",
        given,
        "DMP/UX.50");
  }

  /** No authorisation was asked for. */
  @Alors("aucune autorisation n'est partie")
  public void noAuthorization() {
    absent(
        e -> DmpTraffic.is(e, DmpTraffic.AUTHORIZATION),
        "Aucune autorisation d'accès n'est demandée.",
        "autorisation d'accès demandée",
        "Ne déclarez pas d'autorisation (TD0.3) pour alimenter, pour supprimer, en urgence, ni quand"
            + " le patient s'oppose à la consultation.");
  }

  /** Neither list nor document. */
  @Alors("rien n'a été consulté dans le DMP")
  public void nothingConsulted() {
    absent(
        DmpTraffic::isConsultation,
        "Aucune consultation du DMP ne part.",
        "consultation",
        "N'appelez ni recherche ni ouverture de document sans accord noté du patient et sans droit"
            + " sur son DMP.");
  }

  /** A search arrived. */
  @Alors("le DMP a reçu une recherche")
  public void searched() {
    Predicate<Exchange> search = e -> DmpTraffic.is(e, DmpTraffic.SEARCH);
    desk.awaited(search);
    List<Exchange> received = desk.seen(search);
    add(
        "Le DMP a reçu une recherche.",
        !received.isEmpty(),
        "aucune recherche",
        "Cherchez les documents du DMP quand le patient l'accepte et que l'accès est ouvert.",
        received);
  }

  /** A search is needed to show what the DMP holds; what is shown is another thing. */
  @Alors("le logiciel a interrogé le DMP")
  public void asked() {
    Predicate<Exchange> search = e -> DmpTraffic.is(e, DmpTraffic.SEARCH);
    desk.awaited(search);
    needed(
        "Le logiciel a cherché dans le DMP ce qu'il montre.",
        "aucune recherche",
        "Cherchez dans le DMP (TD3.1) les documents que vous montrez ou annoncez.",
        desk.seen(search));
  }

  /** Right, list, document. */
  @Alors("le DMP a vérifié le droit du médecin, donné la liste, puis le document")
  public void inOrder() {
    long right = first(rightChecks());
    long list = first(all(e -> DmpTraffic.is(e, DmpTraffic.SEARCH) && DmpTraffic.isServed(e)));
    long document =
        first(all(e -> DmpTraffic.is(e, DmpTraffic.RETRIEVAL) && DmpTraffic.isServed(e)));
    judge(
        "Le droit est vérifié, puis la liste est lue, puis le document est ouvert.",
        right < list && list < document && document < Long.MAX_VALUE,
        "droit %s, liste %s, document %s".formatted(rank(right), rank(list), rank(document)),
        "Vérifiez le droit (TD0.2), cherchez (TD3.1), puis ouvrez le document (TD3.2).",
        all(DmpTraffic::isConsultation),
        "DMP/va1.19",
        "DMP/UX.08",
        "DMP-T13");
  }

  /** Break glass. */
  @Alors("le DMP a reçu une recherche en bris de glace")
  public void searchedInEmergency() {
    searchedWith("bris_de_glace");
  }

  /** Each of them, since the emergency was declared. */
  @Alors("le DMP a donné la liste et le document, chacun demandé en bris de glace")
  public void eachInEmergency() {
    List<Exchange> consulted =
        all(e -> DmpTraffic.isConsultation(e) && desk.sinceEmergency().holds(e));
    List<Exchange> others =
        consulted.stream()
            .filter(e -> !DmpTraffic.vihf(e).path("acces").asText().equals("bris_de_glace"))
            .toList();
    scenario.requireCovered(
        !others.isEmpty()
            || consulted.stream().anyMatch(e -> DmpTraffic.is(e, DmpTraffic.RETRIEVAL)),
        "Le LPS n'a pas ouvert le document du confrère dans l'urgence : rien ne montre sous quel"
            + " accès il le ferait.");
    add(
        "Chaque consultation, depuis l'urgence, dit le bris de glace.",
        others.isEmpty(),
        others.size() + " consultation sous un autre accès",
        "Dites dans PurposeOfUse le bris de glace à chaque appel qui consulte, jusqu'à ce que"
            + " l'utilisateur change de dossier.",
        consulted);
  }

  /** Everyday. */
  @Alors("le DMP a reçu une recherche en accès normal")
  public void searchedNormally() {
    searchedWith("normal");
  }

  /** Who is logged in is who searches. */
  @Alors("la recherche porte l'identité du médecin connecté, sous Pro Santé Connect")
  public void searchedUnderPsc() {
    List<Exchange> received = desk.seen(e -> DmpTraffic.is(e, DmpTraffic.SEARCH));
    boolean own =
        !received.isEmpty()
            && received.stream()
                .map(DmpTraffic::vihf)
                .allMatch(
                    vihf ->
                        vihf.path("mode").asText().equals(DmpTraffic.AIR)
                            && vihf.path("porteur")
                                .asText()
                                .equals(consultation.professional().nationalId()));
    add(
        "La recherche porte l'identité du médecin que Pro Santé Connect a authentifié.",
        own,
        received.isEmpty()
            ? "aucune recherche"
            : "mode %s, porteur %s"
                .formatted(
                    DmpTraffic.vihf(received.get(0)).path("mode").asText("absent"),
                    DmpTraffic.vihf(received.get(0)).path("porteur").asText("absent")),
        "Faites le VIHF du mode AIR avec l'identité que Pro Santé Connect a rendue.",
        received);
  }

  private void searchedWith(String purpose) {
    List<Exchange> received = desk.seen(DmpTraffic::isConsultation);
    boolean all =
        !received.isEmpty()
            && received.stream()
                .allMatch(e -> DmpTraffic.vihf(e).path("acces").asText().equals(purpose));
    add(
        "La recherche dit son accès : " + purpose + ".",
        all,
        received.isEmpty()
            ? "aucune recherche"
            : "accès " + DmpTraffic.vihf(received.get(0)).path("acces").asText("absent"),
        "Dites dans PurposeOfUse pourquoi vous consultez : bris_de_glace dans l'urgence, pour ce"
            + " patient seulement, normal sinon.",
        received);
  }

  private void absent(Predicate<Exchange> what, String text, String one, String mend) {
    DmpTurn turn = desk.sinceEmergency();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> found = traffic.matching(e -> turn.holds(e) && what.test(e));
              return Expectation.that(text, Basis.TRAFIC)
                  .in(Traffic.sequences(found))
                  .isMet(found.isEmpty(), found.size() + " " + one, mend);
            });
  }

  /** A call without which what is shown comes from nowhere, and which alone proves nothing. */
  private void needed(String text, String found, String mend, List<Exchange> in, String... ids) {
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.TRAFIC)
                .judging(ids)
                .in(Traffic.sequences(in))
                .necessary()
                .isMet(!in.isEmpty(), found, mend));
  }

  private void add(String text, boolean met, String found, String mend, List<Exchange> in) {
    judge(text, met, found, mend, in);
  }

  /** Judges these requirements only, all of the scenario's when none is said. */
  private void judge(
      String text, boolean met, String found, String mend, List<Exchange> in, String... ids) {
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.TRAFIC)
                .judging(ids)
                .in(Traffic.sequences(in))
                .isMet(met, found, mend));
  }

  private List<Exchange> all(Predicate<Exchange> which) {
    String ins = desk.ins();
    return scenario.bench().exchanges().stream()
        .filter(which)
        .filter(e -> DmpTraffic.concerns(e, ins))
        .toList();
  }

  private List<Exchange> rightChecks() {
    String ins = desk.ins();
    return scenario.bench().exchanges().stream()
        .filter(e -> DmpTraffic.isRightCheck(e, ins))
        .toList();
  }

  private static long first(List<Exchange> received) {
    return received.stream().mapToLong(Exchange::sequence).findFirst().orElse(Long.MAX_VALUE);
  }

  private static String rank(long sequence) {
    return sequence == Long.MAX_VALUE ? "jamais" : "au rang " + sequence;
  }
}

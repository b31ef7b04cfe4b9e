package fr.socle.features.etapes;

import fr.socle.bench.client.api.DmpContentRequest;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Attentes on the state of the DMP: what it holds once the LPS has done its part. */
public final class DmpStateExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;

  /** Built for each scenario. */
  public DmpStateExpectations(ScenarioRun scenario, Consultation consultation, DmpDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** In force, and hidden from nobody. */
  @Alors("ce document est dans le DMP du patient, visible de tous")
  public void visible() {
    hidden(List.of());
  }

  /** In force, and hidden from these. */
  @Alors("ce document est dans le DMP du patient, {cache}")
  public void hidden(List<String> expected) {
    Optional<DmpDocument> found = find(desk.last());
    List<String> hiding =
        found.map(one -> DmpVisibility.hiding(one.visibility())).orElse(List.of());
    check(
        expected.isEmpty()
            ? "Le document est dans le DMP, visible de tous."
            : "Le document est dans le DMP, caché : " + String.join(", ", expected) + ".",
        found.filter(one -> one.status().equals("approuve")).isPresent()
            && hiding.equals(DmpVisibility.hiding(expected)),
        found.map(DmpStateExpectations::shown).orElse("document absent du DMP"),
        "Donnez au document les codes de visibilité que l'utilisateur a choisis, et N avec eux.");
  }

  /** Of a colleague whom the patient lets in, and who reads the others. */
  @Alors("un confrère, que le patient a autorisé, lit l'autre document et non celui-ci")
  public void hiddenFromColleague() {
    boolean hidden = !readByColleague(desk.last());
    boolean other = readByColleague(desk.nth(2));
    check(
        "Un confrère ne lit pas le document masqué aux professionnels, et lit l'autre.",
        hidden && other,
        "document masqué %s, autre document %s"
            .formatted(hidden ? "caché" : "lu", other ? "lu" : "caché"),
        "Masquez aux professionnels (MASQUE_PS) le document que l'utilisateur désigne, et lui"
            + " seul.");
  }

  private boolean readByColleague(DmpWritten written) {
    return find(written).filter(one -> one.seenBy().contains("medecin")).isPresent();
  }

  /** Logically deleted. */
  @Alors("ce document est supprimé du DMP")
  public void deleted() {
    status("supprime", "Supprimez la fiche actuelle du document (statut Deleted).");
  }

  /** Put aside. */
  @Alors("ce document est archivé dans le DMP")
  public void archived() {
    status("archive", "Archivez la fiche actuelle du document (statut Archived).");
  }

  /** What was not to be touched. */
  @Alors("l'autre document est toujours dans le DMP")
  public void otherStays() {
    Optional<DmpDocument> other = find(desk.nth(2));
    check(
        "L'autre document reste dans le DMP.",
        other.filter(one -> one.status().equals("approuve")).isPresent(),
        other.map(DmpStateExpectations::shown).orElse("document absent du DMP"),
        "Ne supprimez que le document que l'utilisateur a désigné.");
  }

  /** The one before is no longer current. */
  @Alors("l'ancien n'est plus qu'une version passée")
  public void formerDeprecated() {
    Optional<DmpDocument> former = find(desk.nth(2));
    Optional<DmpDocument> current = find(desk.last());
    check(
        "L'ancien document est une version passée, le nouveau est actuel.",
        former.filter(one -> one.status().equals("obsolete")).isPresent()
            && current.filter(one -> one.status().equals("approuve")).isPresent(),
        "ancien : %s ; nouveau : %s"
            .formatted(
                former.map(DmpStateExpectations::shown).orElse("absent"),
                current.map(DmpStateExpectations::shown).orElse("absent")),
        "Remplacez le document (association RPLC vers sa fiche actuelle) au lieu d'en ajouter un.");
  }

  /** However many versions there were. */
  @Alors("une seule version de ce document est actuelle")
  public void oneCurrent() {
    List<DmpDocument> current =
        content().stream()
            .filter(one -> one.status().equals("approuve"))
            .filter(one -> desk.written().stream().anyMatch(written -> is(written, one)))
            .toList();
    check(
        "Une seule version du document est actuelle, la dernière.",
        current.size() == 1 && is(desk.last(), current.get(0)),
        current.size() + " versions actuelles",
        "Remplacez toujours la version actuelle, et elle seule.");
  }

  /** Nothing came in twice; a document that is never sent again shows nothing of it. */
  @Alors("le DMP n'a qu'un exemplaire de ce document")
  public void oneCopy() {
    DmpWritten document = desk.last();
    boolean resent =
        desk.awaited(exchange -> DmpTraffic.isFeeding(exchange) && exchange.faults().isEmpty());
    scenario.requireCovered(
        resent,
        "Le LPS n'a pas renvoyé le document dont la réponse s'est perdue : rien ne montre sous quel"
            + " identifiant il le ferait.");
    List<DmpDocument> copies = content().stream().filter(one -> is(document, one)).toList();
    check(
        "Le DMP n'a qu'un exemplaire du document.",
        copies.size() == 1,
        copies.size() + " exemplaires",
        "Après une réponse perdue, renvoyez le même document sous le même identifiant.");
    scenario.expectations().atClose(traffic -> sameNumber(traffic, document));
  }

  private static Expectation sameNumber(Traffic traffic, DmpWritten document) {
    List<Exchange> carrying = DmpFeedingExpectations.carrying(traffic, document, e -> true);
    Set<String> numbers =
        carrying.stream()
            .flatMap(e -> DmpDesk.submission(traffic, e).stream())
            .flatMap(lot -> lot.documents().stream())
            .filter(document::is)
            .map(DmpSubmission.Sent::uniqueId)
            .collect(Collectors.toCollection(TreeSet::new));
    return Expectation.that(
            "Le document dont la réponse s'est perdue repart sous le même identifiant.",
            Basis.TRAFIC)
        .judging("DMP-T36")
        .in(Traffic.sequences(carrying))
        .isMet(
            carrying.size() > 1 && numbers.size() == 1,
            carrying.size() + " envoi sous " + String.join(", ", numbers),
            "Après une réponse perdue, renvoyez le même document sous le même identifiant.");
  }

  /** The doctor may look. */
  @Alors("le DMP tient le médecin pour autorisé")
  public void authorized() {
    authorization(true);
  }

  /** The doctor may not look any more. */
  @Alors("le DMP ne tient plus le médecin pour autorisé")
  public void notAuthorized() {
    authorization(false);
  }

  /** The doctor is the treating one. */
  @Alors("le DMP le tient pour médecin traitant")
  public void treating() {
    boolean treating =
        scenario.bench().dmpDossier(desk.ins()).authorizations().stream()
            .anyMatch(one -> one.holder().equals(holder()) && one.treating());
    check(
        "Le DMP tient le médecin pour médecin traitant.",
        treating,
        "il ne l'est pas",
        "Déclarez l'autorisation avec le rôle MEDECIN_TRAITANT (TD0.3).");
  }

  /** A document in the DMP; nothing when it is not there. */
  Optional<DmpDocument> find(DmpWritten written) {
    return content().stream().filter(one -> is(written, one)).findFirst();
  }

  private List<DmpDocument> content() {
    return scenario.bench().dmpContent(new DmpContentRequest(desk.ins(), null)).documents().stream()
        .filter(one -> !one.signature())
        .toList();
  }

  private static boolean is(DmpWritten written, DmpDocument one) {
    return one.title().contains(written.title())
        || (!written.uniqueId().isEmpty() && written.uniqueId().equals(one.uniqueId()));
  }

  private void authorization(boolean expected) {
    boolean valid =
        scenario.bench().dmpDossier(desk.ins()).authorizations().stream()
            .anyMatch(one -> one.holder().equals(holder()) && one.state().equals("VALIDE"));
    check(
        expected
            ? "Le DMP tient le médecin pour autorisé."
            : "Le DMP ne tient plus le médecin pour autorisé.",
        valid == expected,
        valid ? "autorisation valable" : "aucune autorisation valable du médecin connecté",
        expected
            ? "Déclarez d'office l'autorisation du médecin connecté (TD0.3) quand il n'en a pas et que"
                + " le patient ne s'y oppose pas."
            : "Retirez l'autorisation du médecin (TD0.3, SUPPRESSION).");
  }

  private void status(String expected, String mend) {
    Optional<DmpDocument> found = find(desk.last());
    check(
        "Le document est au statut « " + expected + " » dans le DMP.",
        found.filter(one -> one.status().equals(expected)).isPresent(),
        found.map(DmpStateExpectations::shown).orElse("document absent du DMP"),
        mend);
  }

  private void check(String text, boolean met, String found, String mend) {
    scenario.expectations().add(Expectation.that(text, Basis.ETAT).isMet(met, found, mend));
  }

  private static String shown(DmpDocument one) {
    List<String> hiding = DmpVisibility.hiding(one.visibility());
    return "statut « %s », %s"
        .formatted(one.status(), hiding.isEmpty() ? "visible de tous" : String.join(", ", hiding));
  }

  private String holder() {
    return consultation.professional().nationalId();
  }
}

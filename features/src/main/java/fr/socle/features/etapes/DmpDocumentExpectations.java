package fr.socle.features.etapes;

import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Attentes on the documents themselves, as they arrived: forms, header, printed page. */
public final class DmpDocumentExpectations {
  // segur.md 4 (S: REG)
  private static final String SUMMARY_MODEL = "1.2.250.1.213.1.1.1.13";
  // cda.md 4 (S: TC3)
  private static final String VACCINATION_MODEL = "1.2.250.1.213.1.1.1.46";

  /** The requirement that says what is sent, and under which codes. */
  private static final String SENT = "DMP/va1.01";

  /** On every type of document: annex 4 is not public, so that the types played prove no more. */
  private static final String FORMATS = "CDA/DD.08";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private final DmpHistorySteps histories;

  /** Built for each scenario. */
  public DmpDocumentExpectations(
      ScenarioRun scenario, Consultation consultation, DmpDesk desk, DmpHistorySteps histories) {
    this.histories = histories;
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Its codes are those of its kind. */
  @Alors("le DMP a reçu ce document sous son type et sa classe")
  public void codes() {
    DmpKind kind = desk.last().kind();
    List<DmpSubmission.Sent> sent = desk.sent(desk.last());
    if (scenario.expectations().requirements().contains(SENT)) {
      scenario
          .expectations()
          .add(
              Expectation.that(
                      "Le DMP a reçu « %s » sous le type %s et la classe %s."
                          .formatted(kind.words(), kind.type(), kind.documentClass()),
                      Basis.TRAFIC)
                  .judging(SENT)
                  .isMet(
                      sent.stream()
                          .anyMatch(
                              one ->
                                  one.type().equals(kind.type())
                                      && one.documentClass().equals(kind.documentClass())),
                      sent.isEmpty()
                          ? "document absent ; le logiciel dit « " + desk.last().sending() + " »"
                          : "type %s, classe %s"
                              .formatted(sent.get(0).type(), sent.get(0).documentClass()),
                      "Donnez au document le code de type de sa nature, et la classe de ce"
                          + " type."));
    }
    requireArrived();
  }

  /** How a document is made is only seen of one that came; that it comes is another matter. */
  private void requireArrived() {
    scenario.requireCovered(
        !desk.sent(desk.last()).isEmpty(),
        "Le DMP n'a pas reçu ce document (le logiciel dit « %s ») : rien ne montre comment il est fait."
            .formatted(desk.last().sending()));
  }

  /** An N1 that holds a PDF. */
  @Alors("ce document enveloppe un PDF")
  public void holdsPdf() {
    requireArrived();
    add(
        "Le document est un CDA N1 qui enveloppe un PDF.",
        desk.cdas().anyMatch(cda -> cda.pdf().isPresent()),
        "aucun corps application/pdf en base64",
        "Produisez le document en CDA N1 : nonXMLBody, application/pdf, base64.");
  }

  /** Results under their codes. */
  @Alors("ce document porte chaque résultat sous son code LOINC")
  public void laboratoryCodes() {
    requireArrived();
    List<String> expected = DmpAnalysis.all().stream().map(DmpAnalysis::code).toList();
    add(
        "Le compte rendu est structuré et porte chaque résultat sous son code LOINC.",
        desk.cdas()
            .anyMatch(
                cda -> cda.structured() && cda.bodyCodes(DmpAnalysis.LOINC).containsAll(expected)),
        "pas de corps structuré qui porte les codes " + String.join(", ", expected),
        "Produisez le compte rendu de biologie en CDA N3, chaque analyse sous son code LOINC.");
  }

  /** The summary follows its model. */
  @Alors("ce document est structuré, et suit le modèle de la synthèse médicale")
  public void summaryModel() {
    requireArrived();
    add(
        "La synthèse médicale est un CDA N3 du modèle " + SUMMARY_MODEL + ".",
        desk.cdas().anyMatch(cda -> cda.structured() && cda.models().contains(SUMMARY_MODEL)),
        "modèles "
            + desk.cdas()
                .findFirst()
                .map(cda -> String.join(", ", cda.models()))
                .orElse("inconnus"),
        "Produisez la synthèse en CDA N3 selon le volet de synthèse médicale.");
  }

  /** A note that is structured follows its model; which form is wanted, annex 4 says. */
  @Alors("cette note, si elle est structurée, suit le modèle de la note de vaccination")
  public void vaccinationModel() {
    requireArrived();
    scenario.requireCovered(
        desk.cdas().anyMatch(DmpCda::structured),
        "La note de vaccination n'est pas structurée : aucun texte lu ne dit qu'elle doit l'être.");
    add(
        "La note de vaccination suit le modèle " + VACCINATION_MODEL + ".",
        desk.cdas().anyMatch(cda -> cda.models().contains(VACCINATION_MODEL)),
        "modèles "
            + desk.cdas()
                .findFirst()
                .map(cda -> String.join(", ", cda.models()))
                .orElse("inconnus"),
        "Produisez la note de vaccination structurée selon son volet.");
  }

  /** What was injected. */
  @Alors("ce document dit le vaccin fait et son lot")
  public void saysVaccine() {
    add(
        "La note de vaccination dit le vaccin et son lot.",
        desk.cdas().anyMatch(cda -> cda.says(DmpVaccination.LABEL) && cda.says(DmpVaccination.LOT)),
        "vaccin ou lot absent du corps",
        "Écrivez dans la note le vaccin (manufacturedMaterial) et son lot (lotNumberText).");
  }

  /** The number that INSi gave. */
  @Alors("ce document porte l'INS rendue par INSi")
  public void headerHoldsIns() {
    requireArrived();
    String expected = InsNumbers.of(consultation.patient()).oid() + "^" + desk.ins();
    List<String> found = desk.cdas().flatMap(cda -> cda.patientIds().stream()).toList();
    add(
        "L'en-tête du CDA porte le matricule, sa clé et l'OID rendus par INSi.",
        found.contains(expected),
        found.isEmpty() ? "aucun identifiant" : String.join(", ", found),
        "Mettez dans recordTarget l'INS qualifiée : matricule et clé, sous l'OID rendu par INSi.");
  }

  /** Those it is meant for. */
  @Alors("le document reçu par le DMP nomme ses deux destinataires")
  public void recipients() {
    requireArrived();
    List<String> expected = DmpRecipient.all().stream().map(DmpRecipient::nationalId).toList();
    List<String> found = desk.cdas().flatMap(cda -> cda.recipients().stream()).toList();
    add(
        "Le document nomme chacun de ses destinataires.",
        found.containsAll(expected),
        found.isEmpty() ? "aucun destinataire" : String.join(", ", found),
        "Nommez chaque destinataire dans un informationRecipient du CDA.");
  }

  /** The former document, in the header. */
  @Alors("le document corrigé dit lequel il remplace")
  public void namesFormer() {
    requireArrived();
    List<String> former =
        desk.sent(desk.nth(2)).stream().map(DmpSubmission.Sent::uniqueId).toList();
    List<String> named = desk.cdas().flatMap(cda -> cda.replaced().stream()).toList();
    add(
        "L'en-tête du document corrigé nomme celui qu'il remplace.",
        former.stream().anyMatch(named::contains),
        named.isEmpty() ? "aucun document remplacé" : String.join(", ", named),
        "Écrivez dans relatedDocument (RPLC) l'identifiant du document remplacé.");
  }

  /** The day of the act, not of the sending. */
  @Alors("ce document est daté, partout, du jour de l'acte")
  public void datedAsTheAct() {
    requireArrived();
    Predicate<String> ofTheAct = isOf(histories.yearsAgo(2));
    List<DmpSubmission.Sent> sent = desk.sent(desk.last());
    String header =
        sent.stream()
            .flatMap(one -> one.cda().stream())
            .map(DmpCda::actDate)
            .findFirst()
            .orElse("absente");
    String metadata =
        sent.stream().map(one -> one.slot("serviceStartTime")).findFirst().orElse("absente");
    add(
        "Le document porte la date de l'acte, dans le CDA et dans ses métadonnées.",
        ofTheAct.test(header) && ofTheAct.test(metadata),
        "CDA %s, serviceStartTime %s".formatted(header, metadata),
        "Datez l'acte (serviceEvent, serviceStartTime) du jour où il a eu lieu, non de l'envoi.");
  }

  /** The structure answers for who is gone. */
  @Alors("l'envoi et le document disent la structure auteur, à côté de ce médecin")
  public void structureIsAuthor() {
    requireArrived();
    String gone = DmpHistorySteps.goneAuthor();
    Optional<DmpSubmission> lot =
        desk.lots().filter(one -> one.documents().stream().anyMatch(desk.last()::is)).findFirst();
    List<String> document =
        desk.sent(desk.last()).stream().flatMap(one -> one.authors().stream()).toList();
    boolean named = document.stream().anyMatch(author -> author.contains(gone));
    // dmp.md 3.3: each author names where he works; the structure is the one that is no person
    Predicate<String> structure =
        author -> author.contains("IDNST") && !author.contains("IDNPS") && !author.contains(gone);
    boolean answers =
        document.stream().anyMatch(structure)
            && lot.stream().flatMap(one -> one.setAuthors().stream()).anyMatch(structure);
    boolean keepsAuthor =
        desk.cdas().findFirst().filter(cda -> cda.authors().contains(gone)).isPresent();
    add(
        "La structure est auteur du lot et du document, à côté du médecin qui l'a écrit.",
        named && answers && keepsAuthor,
        "auteurs du document : "
            + String.join(" | ", document)
            + (keepsAuthor ? "" : " ; médecin absent du CDA"),
        "Ajoutez la structure aux auteurs du lot et du document, sans retirer l'auteur d'origine.");
  }

  /** A number of its own, said twice. */
  @Alors("chacune porte partout un numéro à elle, et dit qui le donne")
  public void orderNumbers() {
    List<String> numbers = new ArrayList<>();
    for (DmpWritten written : List.of(desk.nth(2), desk.last())) {
      desk.sent(written).stream()
          .flatMap(DmpDocumentExpectations::order)
          .findFirst()
          .ifPresent(numbers::add);
    }
    add(
        "Chaque demande porte un numéro à elle et son émetteur, dans le CDA et ses métadonnées.",
        numbers.size() == 2 && !numbers.get(0).equals(numbers.get(1)),
        numbers.isEmpty()
            ? "aucun numéro commun au CDA et aux métadonnées"
            : String.join(", ", numbers),
        "Donnez à chaque demande un numéro unique : inFulfillmentOf du CDA, referenceIdList (…order)"
            + " de ses métadonnées, sous l'OID de celui qui le donne.");
  }

  /** Order numbers that header and metadata share, with their authority. */
  private static Stream<String> order(DmpSubmission.Sent sent) {
    List<String> references =
        sent.slots().entrySet().stream()
            .filter(slot -> slot.getKey().endsWith("referenceIdList"))
            .flatMap(slot -> slot.getValue().stream())
            .toList();
    return sent.cda().stream()
        .flatMap(cda -> cda.orders().stream())
        .filter(order -> order.contains("^"))
        .filter(
            order -> {
              String root = order.substring(0, order.indexOf('^'));
              String number = order.substring(order.indexOf('^') + 1);
              return references.stream()
                  .anyMatch(
                      one -> one.startsWith(number + "^") && one.contains("&" + root + "&ISO"));
            });
  }

  /** A time as written, in local or universal time, of this day. */
  private static Predicate<String> isOf(LocalDate day) {
    String same = day.toString().replace("-", "");
    String before = day.minusDays(1).toString().replace("-", "");
    return written ->
        written.startsWith(same)
            || written.startsWith(before + "22")
            || written.startsWith(before + "23");
  }

  private void add(String text, boolean met, String found, String mend) {
    List<String> named = scenario.expectations().requirements();
    List<String> others = named.stream().filter(id -> !id.equals(FORMATS)).toList();
    if (!others.isEmpty()) {
      scenario
          .expectations()
          .add(
              Expectation.that(text, Basis.TRAFIC)
                  .judging(others.toArray(String[]::new))
                  .isMet(met, found, mend));
    }
    if (others.size() < named.size()) {
      scenario
          .expectations()
          .add(
              Expectation.that(text, Basis.TRAFIC)
                  .judging(FORMATS)
                  .necessary()
                  .isMet(met, found, mend));
    }
  }
}

package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import fr.socle.features.run.Traffic;
import io.cucumber.java.fr.Alors;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Attentes on what the doctor sees of his mailbox, and on what he answers. */
public final class MssInboxExpectations {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssReceivingSteps received;
  private final DmpDesk documents;

  /** Built for each scenario. */
  public MssInboxExpectations(
      ScenarioRun scenario,
      Consultation consultation,
      MssDesk desk,
      MssReceivingSteps received,
      DmpDesk documents) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.received = received;
    this.documents = documents;
  }

  /** MSS/UX.01. */
  @Alors("ce message est montré avec une archive de documents")
  public void shownWithArchive() {
    check(
        "Le message qui porte une archive IHE_XDM est reconnu.",
        received.shown().path("archive").asBoolean(),
        shownOrNot() + "sans archive",
        "Reconnaissez l'archive IHE_XDM d'un message, et montrez ses documents.");
  }

  /** The same, of one that has none. */
  @Alors("ce message est montré sans archive")
  public void shownWithoutArchive() {
    JsonNode shown = received.shown();
    check(
        "Un message sans archive n'est pas montré avec des documents.",
        !shown.isMissingNode() && !shown.path("archive").asBoolean(),
        shownOrNot() + "avec une archive",
        "Ne montrez de documents qu'aux messages qui portent une archive IHE_XDM.");
  }

  /** MSS/UX.36. */
  @Alors("les messages des deux boîtes sont montrés")
  public void shownFromBoth() {
    check(
        "Les messages de toutes les boîtes réglées sont montrés.",
        received.showsAll(),
        desk.seen().path("recus").size() + " message montré, il en manque",
        "Relevez et montrez chacune des boîtes MSSanté que l'utilisateur a réglées.");
  }

  /** MSS/UX.28. */
  @Alors("son objet est montré sans le préfixe technique")
  public void subjectWithoutPrefix() {
    String subject = received.shown().path("objet").asText();
    scenario.requireCovered(
        !subject.isBlank(), "Le LPS ne montre pas ce message, ou le montre sans objet.");
    check(
        "Le préfixe XDM/1.0/DDM+ n'est pas montré.",
        !subject.contains("XDM/"),
        "objet « " + subject + " »",
        "Cachez le préfixe XDM/1.0/DDM+ dans la liste des messages.");
  }

  /** MSS/UX.25. */
  @Alors("ce message est montré comme celui d'un {genreMss}")
  public void shownKind(String kind) {
    String found = received.shown().path("genre").asText("non dit");
    check(
        "La liste dit si un message vient d'un professionnel ou d'un usager.",
        found.equals(kind),
        "message montré « " + found + " »",
        "Distinguez dans la liste les messages de patient.mssante.fr de ceux de professionnels.",
        "MSS/UX.25");
  }

  /** MSS/UX.31. */
  @Alors("le patient qui écrit est nommé, avec son INS")
  public void citizenIsNamed() {
    JsonNode who = received.shown().path("usager");
    String name = consultation.patient().birthName();
    String first = consultation.patient().birthFirstNames().get(0);
    String number = InsNumbers.of(consultation.patient()).matricule();
    check(
        "Le nom de naissance, le premier prénom et l'INS du patient qui écrit sont montrés.",
        MssLabels.upper(who.path("nomNaissance").asText()).equals(MssLabels.upper(name))
            && MssLabels.upper(who.path("premierPrenom").asText())
                .startsWith(MssLabels.upper(first))
            && who.path("matricule").asText().startsWith(number),
        who.isMissingNode() ? "seule l'adresse est montrée" : "montré : " + who,
        "Montrez de qui écrit son nom de naissance, son premier prénom et son INS, et pas"
            + " seulement son adresse.",
        "MSS/UX.31");
  }

  /** MSS/UX.26. */
  @Alors("ce message est montré avec celui auquel il répond")
  public void shownInConversation() {
    String about = received.shown().path("repondA").asText();
    scenario.requireCovered(
        !received.shown().isMissingNode(), "Le LPS ne montre pas la réponse arrivée.");
    check(
        "La réponse est montrée avec le message auquel elle répond.",
        about.equals(received.sentId()),
        about.isEmpty() ? "la réponse est montrée seule" : "réponse à « " + about + " »",
        "Montrez les messages par conversation, d'après In-Reply-To et References.");
  }

  /** MSS/CONF.24. */
  @Alors("ce document est rattaché au dossier du patient, par son INS")
  public void matchedByIns() {
    JsonNode paper = received.shownPaper();
    check(
        "Le patient d'un document reçu est celui que désigne le patientId de l'archive.",
        paper.path("rattachement").asText().equals("ins")
            && paper.path("dossier").asText().equals(consultation.record()),
        "rattachement « " + paper.path("rattachement").asText("non montré") + " »",
        "Identifiez le patient par le patientId du METADATA.XML, jamais par l'objet ou le nom"
            + " montré.");
  }

  /** MSS/va1.27, MSS/UX.02. */
  @Alors("le dossier de ce patient est proposé, d'après ses traits")
  public void proposedByTraits() {
    JsonNode paper = received.shownPaper();
    boolean proposed = false;
    for (JsonNode proposal : paper.path("propositions")) {
      proposed = proposed || proposal.asText().equals(consultation.record());
    }
    check(
        "Le dossier dont les traits sont ceux du document est proposé.",
        proposed && paper.path("rattachement").asText().equals("traits"),
        paper.path("propositions").size()
            + " proposition, rattachement « "
            + paper.path("rattachement").asText("non montré")
            + " »",
        "Proposez, par comparaison des traits, les dossiers où classer un document dont l'INS"
            + " n'est celle d'aucune identité qualifiée.",
        "MSS/va1.27",
        "MSS/UX.02");
  }

  /** MSS/va1.25. */
  @Alors("la liste montre le titre, la date, le patient et l'auteur de ce document")
  public void showsHeader() {
    JsonNode paper = received.shownPaper();
    check(
        "La liste à lire montre ce que dit l'en-tête du CDA.",
        tellsHeader(paper, received.paper()),
        "montré : " + (paper.isMissingNode() ? "rien" : paper.toString()),
        "Montrez dans la liste le titre, la date, le patient et l'auteur que dit l'en-tête du"
            + " CDA.");
  }

  /**
   * What the text names, as far as the contract carries it; the type is not in it. A driver may say
   * nothing of the patient.
   */
  static boolean tellsHeader(JsonNode paper, MssArrivingDocument sent) {
    String day = sent.day();
    String date = day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
    return paper.path("titre").asText().equals(sent.title())
        && paper.path("date").asText().startsWith(date)
        && (paper.path("patient").isMissingNode()
            || MssLabels.words(paper.path("patient").asText())
                .contains(MssLabels.words(sent.patient().birthName())))
        && MssLabels.words(paper.path("auteur").asText()).contains(MssLabels.words(sent.author()));
  }

  /** MSS/UX.39. */
  @Alors("le dossier du patient tient ce document")
  public void recordHolds() {
    JsonNode record = opened();
    String title = received.paper().title();
    boolean there = false;
    for (JsonNode document : record.path("documents")) {
      there = there || document.asText().contains(title);
    }
    check(
        "Le document reçu est dans le dossier du patient.",
        there,
        record.path("documents").size() + " document dans le dossier, aucun de ce titre",
        "Intégrez au dossier du patient le CDA de l'archive reçue.",
        "MSS/UX.39",
        "MSS/va1.28");
  }

  /** MSS/va1.28. */
  @Alors("ce classement n'a demandé qu'un geste")
  public void filedInOneGesture() {
    Integer steps = desk.answer().userSteps();
    scenario.requireCovered(
        steps != null && steps > 0,
        "Le pilote ne dit pas combien de gestes le classement demande.");
    check(
        "Un document dont l'INS est qualifiée ici se classe en un geste.",
        desk.answer().done() && steps != null && steps == 1,
        "réponse « %s », %d gestes".formatted(desk.answer().status().label(), steps),
        "Classez en un geste, dans le bon dossier, un document dont l'INS est celle d'une identité"
            + " qualifiée.",
        "MSS/va1.28");
  }

  /** CDA/INT.08. */
  @Alors("le dossier dit que ce document vient de MSSanté")
  public void recordTellsOrigin() {
    String origin = kept(0).path("origine").asText("non dite");
    check(
        "L'origine d'un document intégré se voit sans un clic.",
        origin.equals("MSSANTE"),
        "origine « " + origin + " »",
        "Montrez d'où vient un document intégré : DMP ou MSSanté.");
  }

  /** MSS/UX.05. */
  @Alors("le dossier dit que ce document a une nouvelle version")
  public void recordTellsNewVersion() {
    String state = kept(1).path("etat").asText("non dit");
    check(
        "À l'ouverture du dossier, le document remplacé est annoncé.",
        state.equals("remplace"),
        "document montré « " + state + " »",
        "Dites à l'ouverture du dossier qu'un document reçu a une nouvelle version.");
  }

  private JsonNode kept(int fromTheEnd) {
    List<MssArrivingDocument> papers = received.papers();
    String id = papers.get(papers.size() - 1 - fromTheEnd).id();
    for (JsonNode document : opened().path("recus")) {
      if (document.path("document").asText().equals(id)) {
        return document;
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode opened() {
    documents.open();
    return consultation.lastSeen();
  }

  /** MSS/UX.34. */
  @Alors("un accusé de lecture de ce message est parti vers le confrère")
  public void receiptSent() {
    Optional<MssMail> receipt =
        desk.mail(e -> MssTraffic.isTo(e, desk.colleague()))
            .filter(MssInboxExpectations::isReceipt);
    boolean names =
        receipt.stream()
            .flatMap(mail -> mail.parts().stream())
            .filter(part -> part.type().equals("message/disposition-notification"))
            .map(part -> new String(part.content(), StandardCharsets.ISO_8859_1))
            .anyMatch(
                fields ->
                    fields.contains(received.last())
                        && fields.toLowerCase(Locale.ROOT).contains("disposition:"));
    traffic(
        "Un accusé de lecture part vers qui le demande, et nomme son message.",
        names,
        receipt.isPresent() ? "l'accusé nomme un autre message" : "aucun accusé",
        "Rendez l'accusé de lecture demandé, avec Original-Message-ID et Disposition.");
  }

  /** The same, which nobody asked for (RFC 8098 2.1). */
  @Alors("aucun accusé de lecture n'est parti")
  public void noReceipt() {
    long place = desk.from();
    scenario
        .expectations()
        .atClose(
            traffic -> {
              List<Exchange> receipts =
                  traffic.matching(
                      e ->
                          e.sequence() > place
                              && MssTraffic.isMessage(e)
                              && MssDesk.read(traffic, e)
                                  .filter(MssInboxExpectations::isReceipt)
                                  .isPresent());
              return Expectation.that("Aucun accusé de lecture ne part sans demande.", Basis.TRAFIC)
                  .in(Traffic.sequences(receipts))
                  .isMet(
                      receipts.isEmpty(),
                      receipts.size() + " accusé",
                      "Ne rendez d'accusé de lecture que s'il est demandé.");
            });
  }

  private static boolean isReceipt(MssMail mail) {
    return mail.parts().stream()
        .anyMatch(part -> part.type().equals("message/disposition-notification"));
  }

  /** MSS/va1.14. */
  @Alors("le logiciel dit que le confrère l'a lu")
  public void saidRead() {
    String state = "non montré";
    for (JsonNode sending : desk.seen().path("envois")) {
      if (sending.path("message").asText().equals(received.sentId())) {
        state = sending.path("destinataires").path(0).path("etat").asText("non montré");
      }
    }
    check(
        "L'accusé reçu est montré avec le message envoyé.",
        state.equals("lu"),
        "envoi montré « " + state + " »",
        "Rattachez un accusé au message qu'il nomme (Original-Message-ID), et dites-le à"
            + " l'utilisateur.");
  }

  /** MSS/va1.08. */
  @Alors("la réponse est partie, et nomme le message auquel elle répond")
  public void answerNamesIt() {
    Optional<MssMail> mail = desk.mail(e -> MssTraffic.isTo(e, desk.colleague()));
    traffic(
        "La réponse porte In-Reply-To, l'identifiant du message auquel elle répond.",
        mail.filter(one -> one.header("In-Reply-To").equals(received.last())).isPresent(),
        mail.map(one -> "In-Reply-To « " + one.header("In-Reply-To") + " »")
            .orElse("aucune réponse"),
        "Mettez In-Reply-To aux réponses : le Message-ID de ce à quoi elles répondent.");
    traffic(
        "La réponse porte References, et un Message-ID à elle.",
        mail.filter(
                one ->
                    one.header("References").contains(received.last())
                        && !one.header("Message-ID").isEmpty()
                        && !one.header("Message-ID").equals(received.last()))
            .isPresent(),
        mail.map(one -> "References « " + one.header("References") + " »").orElse("aucune réponse"),
        "Mettez References aux réponses, et donnez-leur un Message-ID.");
  }

  /** MSS/CONF.16, of answers too. */
  @Alors("cette réponse dit la référence du logiciel")
  public void answerTellsReference() {
    String found =
        desk.mail(e -> MssTraffic.isTo(e, desk.colleague()))
            .map(mail -> mail.header("X-MSS-NIL"))
            .orElse("");
    scenario
        .expectations()
        .add(
            Expectation.that("Une réponse porte X-MSS-NIL comme tout message.", Basis.TRAFIC)
                .judging("MSS/CONF.16")
                .isMet(
                    !found.isBlank(),
                    "X-MSS-NIL absent",
                    "Mettez X-MSS-NIL à tous les messages, réponses comprises."));
  }

  /** MSS/UX.37. */
  @Alors("les traces gardent l'arrivée et le classement de ce document")
  public void historyKept() {
    JsonNode traces =
        scenario
            .lps()
            .prepare("lire-traces-mss", Software.input(), "lire les traces de la messagerie")
            .path("traces");
    MssArrivingDocument paper = received.paper();
    int told =
        MssTraces.naming(
            traces, List.of(paper.title(), paper.id(), received.last().replaceAll("^<|>$", "")));
    check(
        "L'histoire d'un document reçu est gardée : son arrivée, son classement.",
        told >= 2,
        told + " trace de ce document",
        "Gardez la trace de chaque flux et de chaque action sur un document reçu.");
  }

  private String shownOrNot() {
    return received.shown().isMissingNode() ? "message non montré, " : "message montré ";
  }

  private void traffic(String text, boolean met, String found, String mend) {
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.TRAFIC)
                .judging("MSS/va1.08", "MSS/UX.34")
                .isMet(met, found, mend));
  }

  private void check(String text, boolean met, String found, String mend, String... judged) {
    scenario
        .expectations()
        .add(Expectation.that(text, Basis.DECLARE).judging(judged).isMet(met, found, mend));
  }
}

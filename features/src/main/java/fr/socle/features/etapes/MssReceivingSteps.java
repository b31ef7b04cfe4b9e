package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.MssCitizenMessage;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Réception: what arrives in the mailbox of the doctor, and what he does with it. */
public final class MssReceivingSteps {
  static final String ANSWER = "Merci, je rappelle ce patient demain.";

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final List<String> arrived = new ArrayList<>();
  private final List<MssArrivingDocument> papers = new ArrayList<>();
  private String sentId = "";

  /** Built for each scenario. */
  public MssReceivingSteps(ScenarioRun scenario, Consultation consultation, MssDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Message-ID of what arrived last. */
  String last() {
    return arrived.get(arrived.size() - 1);
  }

  /** The document that arrived last. */
  MssArrivingDocument paper() {
    return papers.get(papers.size() - 1);
  }

  /** Those that arrived, in order. */
  List<MssArrivingDocument> papers() {
    return List.copyOf(papers);
  }

  /** Message-ID of the message of the doctor that something tells of. */
  String sentId() {
    return sentId;
  }

  /** A document of this patient. */
  @Soit("dans sa boîte, {document} que son confrère lui envoie pour ce patient")
  public void document(DmpKind kind) {
    Patient patient = consultation.patient();
    paper(
        MssArrivingDocument.of(patient, kind, "Lettre de Camille, n° " + (papers.size() + 1)),
        patient.birthName());
  }

  /** The subject names somebody else than the archive. */
  @Soit(
      "dans sa boîte, {document} que son confrère lui envoie pour ce patient, sous le nom de {word}")
  public void documentUnderAnotherName(DmpKind kind, String name) {
    paper(MssArrivingDocument.of(consultation.patient(), kind, "Lettre de Camille"), name);
  }

  /**
   * A newer version of the last: its CDA says so, and the metadata in the way of the generator of
   * ANS, which writes no association (mssante.md 2.5).
   */
  @Soit("dans sa boîte, une nouvelle version de ce document")
  public void newVersion() {
    MssArrivingDocument before = paper();
    MssArrivingDocument next = before.next("Lettre corrigée de Camille");
    arrives(next, letterWith(next), "Le confrère envoie une nouvelle version de son document.");
  }

  private void paper(MssArrivingDocument document, String named) {
    arrives(
        document,
        letterWith(document).withSubject(subject(document, named)),
        "Le confrère envoie " + document.kind().words() + ".");
  }

  /** The subject of a letter with a document, under this name. */
  String subject(MssArrivingDocument document, String named) {
    return "XDM/1.0/DDM+"
        + document.kind().words().replaceFirst("^une? ", "")
        + " "
        + MssLabels.upper(named)
        + " "
        + MssLabels.upper(consultation.patient().firstNameUsed());
  }

  /** A letter of the colleague with a document. */
  MssXdmExchange letterWith(MssArrivingDocument document) {
    return MssXdmExchange.of(desk.colleague(), desk.own(), document.base64());
  }

  /** It arrives. */
  void arrives(MssArrivingDocument document, MssXdmExchange letter, String described) {
    papers.add(document);
    arrives(letter, described);
  }

  /** It arrives, and brings nothing to file. */
  void arrives(MssXdmExchange letter, String described) {
    arrived.add(scenario.bench().sendXdm(letter, described));
  }

  /** A letter without document. */
  @Soit("dans sa boîte, un message sans document de son confrère")
  public void letter() {
    deposit(fromColleague(), "Le confrère écrit, sans document.");
  }

  /** A letter for the practice. */
  @Soit("dans la boîte du cabinet, un message sans document de son confrère")
  public void letterToPractice() {
    deposit(
        new MssArrivingMail(desk.colleague(), "Dr_Camille_CONFRERE", desk.practice()),
        desk.practice(),
        "Le confrère écrit au cabinet, sans document.");
  }

  /** The same, whose author wants to know. */
  @Soit("dans sa boîte, un message de son confrère, qui demande un accusé de lecture")
  public void letterAskingForReceipt() {
    deposit(
        fromColleague().header("Disposition-Notification-To", "<" + desk.colleague() + ">"),
        "Le confrère écrit, et demande un accusé de lecture.");
  }

  /** A patient writes. */
  @Soit("dans sa boîte, un message du patient")
  public void fromPatient() {
    deposit(
        new MssArrivingMail(desk.patient(), desk.patient(), desk.own())
            .subject("Ma question")
            .text("Docteur, puis-je reprendre le sport ?"),
        "Le patient écrit au médecin.");
  }

  /** The colleague has read what the doctor sent last. */
  @Soit("le confrère, qui a lu ce document et le fait savoir")
  public void readByColleague() {
    sentId = sent();
    deposit(
        fromColleague()
            .subject("Lu : votre message")
            .text("Votre message a été lu.")
            .report(
                "disposition-notification",
                "Reporting-UA: messagerie\r\nFinal-Recipient: rfc822;"
                    + desk.colleague()
                    + "\r\nOriginal-Message-ID: "
                    + sentId
                    + "\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"),
        "Le confrère rend un accusé de lecture.");
  }

  /** The patient answers what the doctor sent him: Mon espace santé lets him, or not. */
  @Soit("le patient, qui répond à ce document")
  public void answeredByPatient() {
    MssCitizenMessage written = answerOfPatient();
    scenario.requireCovered(
        written.to().equalsIgnoreCase(desk.own()),
        "Le message du médecin demande qu'on réponde à "
            + written.to()
            + " : la réponse du patient n'arrive pas dans sa boîte.");
    Optional<String> answer =
        scenario.bench().sendCitizenMessage(written, "Le patient répond au médecin.");
    scenario.requireCovered(
        answer.isPresent(),
        "Mon espace santé ne laisse pas le patient répondre : le message du médecin clôt"
            + " l'échange.");
    answer.ifPresent(arrived::add);
  }

  /** MSS/CONF.21, end to end. */
  @Alors("le patient ne peut plus y répondre")
  public void patientCannotAnswer() {
    MssCitizenMessage written = answerOfPatient();
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Le patient ne peut pas répondre quand le médecin a clos l'échange.",
                    Basis.ETAT)
                .judging("MSS/CONF.21")
                .isMet(
                    scenario
                        .bench()
                        .sendCitizenMessage(written, "Le patient tente de répondre au médecin.")
                        .isEmpty(),
                    "la réponse du patient est admise",
                    "Mettez X-MSS-MES: FIN au message dont le médecin n'attend pas de réponse."));
  }

  /** His answer to the last message, where that message asks for it. */
  private MssCitizenMessage answerOfPatient() {
    MssMail mail = lastOf(MssTraffic::isToAPatient);
    sentId = mail.header("Message-ID");
    return new MssCitizenMessage(
        desk.patient(),
        mail.answeredAt().orElse(desk.own()),
        sentId,
        null,
        "Merci docteur, à bientôt.");
  }

  /** He answers it. */
  @Soit("le confrère, qui répond à ce document")
  public void answeredByColleague() {
    sentId = sent();
    deposit(
        fromColleague()
            .subject("Re: votre message")
            .header("In-Reply-To", sentId)
            .header("References", sentId),
        "Le confrère répond au message du médecin.");
  }

  private String sent() {
    return sentTo(exchange -> MssTraffic.isFrom(exchange, desk.own()));
  }

  private String sentTo(Predicate<Exchange> which) {
    return lastOf(which).header("Message-ID");
  }

  private MssMail lastOf(Predicate<Exchange> which) {
    Optional<MssMail> mail =
        desk.taken(which)
            .reduce((before, after) -> after)
            .filter(each -> !each.header("Message-ID").isEmpty());
    scenario.requirePlayable(
        mail.isPresent(),
        "Le message du médecin n'est pas parti, ou n'a pas de Message-ID : personne ne peut y"
            + " répondre.");
    return mail.orElseThrow();
  }

  /** Fetches. */
  @Quand("le médecin relève sa boîte")
  public void fetches() {
    desk.act(MssDesk.FETCH, Software.input());
  }

  /** Fetches again when the first time did not bring it. */
  @Quand("le médecin relève sa boîte, et encore une fois si ce message n'y est pas")
  public void fetchesUntilShown() {
    fetches();
    if (shown().isMissingNode()) {
      fetches();
    }
  }

  /** Fetches, then reads the last message. */
  @Quand("le médecin relève sa boîte et lit ce message")
  public void fetchesAndReads() {
    requireFetched();
    desk.act("lire-message-mss", Software.input().put("message", last()).put("rendreAccuse", true));
  }

  /** Answers it. */
  @Quand("le médecin relève sa boîte et répond à ce message")
  public void fetchesAndAnswers() {
    requireFetched();
    desk.act("repondre-mss", Software.input().put("message", last()).put("texte", ANSWER));
  }

  /** Files it where its number says. */
  @Quand("le médecin relève sa boîte et classe ce document")
  public void fetchesAndFiles() {
    requireFetched();
    desk.act("classer-document-recu", Software.input().put("message", last()));
  }

  /** Files it where he says. */
  @Quand("le médecin relève sa boîte et classe ce document dans le dossier du patient")
  public void fetchesAndFilesByHand() {
    requireFetched();
    desk.act(
        "classer-document-recu",
        Software.input().put("message", last()).put("dossier", consultation.record()));
  }

  /** A document that is in the record already. */
  @Soit("ce document, que le médecin a classé")
  public void filedBefore() {
    fetchesAndFiles();
    scenario.requirePlayable(
        desk.answer().done(),
        "La préparation du scénario s'arrête : le LPS n'a pas classé le document reçu (%s)."
            .formatted(desk.answer().messageOrNone()));
  }

  /** Looks at what became of his messages. */
  @Quand("le médecin relève sa boîte et regarde ses envois")
  public void fetchesAndLooksAtSendings() {
    scenario.lps().prepare(MssDesk.FETCH, Software.input(), "relever la boîte");
    desk.act("lire-envois-mss", Software.input());
  }

  /** The message of a list that arrived last; a missing node when it is not shown. */
  JsonNode shown() {
    for (JsonNode message : desk.seen().path("recus")) {
      if (message.path("message").asText().equals(last())) {
        return message;
      }
    }
    return MissingNode.getInstance();
  }

  /** Whether all that arrived is shown. */
  boolean showsAll() {
    List<String> shown = new ArrayList<>();
    desk.seen().path("recus").forEach(each -> shown.add(each.path("message").asText()));
    return shown.containsAll(arrived);
  }

  /** The document of that message. */
  JsonNode shownPaper() {
    JsonNode papersShown = shown().path("documents");
    return papersShown.isEmpty() ? MissingNode.getInstance() : papersShown.get(0);
  }

  private void requireFetched() {
    JsonNode seen = scenario.lps().prepare(MssDesk.FETCH, Software.input(), "relever la boîte");
    boolean there = false;
    for (JsonNode message : seen.path("recus")) {
      there = there || message.path("message").asText().equals(last());
    }
    scenario.requirePlayable(
        there, "Le LPS ne montre pas le message arrivé : rien ne peut en être fait.");
  }

  private MssArrivingMail fromColleague() {
    return new MssArrivingMail(desk.colleague(), "Dr_Camille_CONFRERE", desk.own());
  }

  private void deposit(MssArrivingMail mail, String described) {
    deposit(mail, desk.own(), described);
  }

  private void deposit(MssArrivingMail mail, String mailbox, String described) {
    arrived.add(mail.id());
    scenario
        .bench()
        .depositMail(
            new MssDeposit(mailbox, Base64.getEncoder().encodeToString(mail.bytes())), described);
  }
}

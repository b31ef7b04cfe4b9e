package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import io.cucumber.java.fr.Soit;
import java.util.List;
import java.util.regex.Pattern;

/** Mises à jour: a document that was received is replaced or deleted, or one that was sent is. */
public final class MssUpdateSteps {
  private static final String CONFIRM = "confirmer-document-recu";
  private static final String DELETE = "a-supprimer";

  /** Whatever words say that a document does not stand any more. */
  private static final Pattern DELETED =
      Pattern.compile(
          "SUPPRI|ANNUL|RETIR|RETRAIT|EFFAC|DETRUI|CADUC|INVALID|OBSOLETE|ERRON|ELIMIN|N EST PLUS"
              + "|NE PLUS|PLUS COMPTE|PAS TENIR COMPTE|PAS COMPTE|IGNOR|PAR ERREUR|REVOQ|REVOCATION"
              + "|DEPUBLI|DESTRUCTION|NON AVENU|PAS (LE |LA |L |LES |EN )?PRENDRE EN COMPTE"
              + "|SANS (OBJET|EFFET)|RAPPEL (DU|DE CE|D UN) DOCUMENT");

  /** A message of fewer words says nothing of a document. */
  private static final int FEW_WORDS = 3;

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssReceivingSteps received;
  private final DmpDesk documents;

  /** Built for each scenario. */
  public MssUpdateSteps(
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

  /** It is in the record, and is shown there. */
  @Soit("ce document, que le médecin a classé et voit au dossier")
  public void filedAndSeen() {
    received.filedBefore();
    scenario.requireCovered(
        isShown(opened(), received.paper()),
        "Le LPS ne montre pas au dossier les documents reçus : rien n'en peut être dit.");
  }

  /** Its author wants it deleted: in the metadata, in the form the bench assumes, and in words. */
  @Soit("dans sa boîte, la demande de supprimer ce document")
  public void deletionAsked() {
    MssArrivingDocument paper = received.paper();
    received.arrives(
        received
            .letterWith(paper)
            .deleting(
                "Veuillez supprimer le document « "
                    + paper.title()
                    + " » que je vous ai envoyé : il est annulé."),
        "Le confrère demande de supprimer son document.");
  }

  /** MSS-T13. */
  @Alors("le dossier dit que ce document doit être supprimé")
  public void recordTellsDeletion() {
    String state = kept(opened(), received.paper()).path("etat").asText("non dit");
    check(
        "À l'ouverture du dossier, le document que son auteur veut supprimé est annoncé.",
        state.equals(DELETE),
        "document montré « " + state + " »",
        "Dites à l'ouverture du dossier qu'un document reçu doit être supprimé. La marque qui le"
            + " demande dans METADATA.XML est une hypothèse du banc : réglez"
            + " mss.marque-suppression si vous en connaissez une autre.",
        "MSS-T13");
  }

  /** MSS/UX.05. */
  @Alors("ce document est encore au dossier, tant que le médecin n'a rien confirmé")
  public void stillThere() {
    check(
        "Rien n'est supprimé du dossier sans que l'utilisateur le confirme.",
        isShown(opened(), received.paper()),
        "le document n'est plus montré au dossier",
        "Laissez l'utilisateur voir le document à supprimer, et confirmer sa suppression.",
        "MSS/UX.05");
  }

  /** The user agrees. */
  @Quand("le médecin confirme la suppression de ce document")
  public void confirmsDeletion() {
    confirm(
        received.paper(),
        DELETE,
        "Le LPS n'annonce pas la suppression sous la forme que le banc suppose : rien n'est à"
            + " confirmer.");
  }

  /** The same, of a newer version. */
  @Quand("le médecin confirme le remplacement de ce document")
  public void confirmsReplacement() {
    confirm(
        before(),
        "remplace",
        "Le LPS n'annonce pas la nouvelle version à l'ouverture du dossier : rien n'est à"
            + " confirmer.");
  }

  private void confirm(MssArrivingDocument paper, String state, String reason) {
    scenario.requireCovered(kept(opened(), paper).path("etat").asText().equals(state), reason);
    desk.act(
        CONFIRM,
        Software.input().put("dossier", consultation.record()).put("document", paper.id()));
  }

  /** MSS/UX.05. */
  @Alors("ce document n'est plus au dossier")
  public void removed() {
    JsonNode record = opened();
    String state = kept(record, received.paper()).path("etat").asText("");
    check(
        "Le document dont l'utilisateur a confirmé la suppression n'est plus au dossier.",
        state.equals("supprime") || (state.isEmpty() && !isTitled(record, received.paper())),
        "réponse « %s », document montré « %s »"
            .formatted(desk.answer().status().label(), state.isEmpty() ? "par son titre" : state),
        "Retirez du dossier le document reçu dont l'utilisateur confirme la suppression.",
        "MSS/UX.05");
  }

  /** MSS/UX.05. */
  @Alors("le dossier tient la nouvelle version de ce document à sa place")
  public void replaced() {
    JsonNode record = opened();
    String old = kept(record, before()).path("etat").asText("");
    boolean there = isShown(record, received.paper());
    check(
        "La nouvelle version est au dossier une fois que l'utilisateur l'a confirmée.",
        there && !old.equals("classe"),
        there
            ? "l'ancienne version est encore montrée « " + old + " »"
            : "la nouvelle version n'est pas montrée au dossier",
        "Mettez au dossier la nouvelle version que l'utilisateur confirme, à la place de"
            + " l'ancienne.",
        "MSS/UX.05");
  }

  /** Somebody else has it too. */
  @Quand("le médecin supprime ce document, et fait prévenir son confrère")
  public void recalls() {
    desk.act(
        "prevenir-suppression-mss",
        Software.input()
            .put("dossier", consultation.record())
            .put("document", documents.last().local()));
  }

  /** MSS/va1.30: optional, so that who does not is not blamed. */
  @Alors("un message préréglé dit à son confrère que ce document est supprimé")
  public void colleagueIsTold() {
    boolean told =
        desk.awaited(
            e ->
                MssTraffic.isTaken(e)
                    && MssTraffic.isTo(e, desk.colleague())
                    && desk.read(e).filter(MssUpdateSteps::tellsDeletion).isPresent());
    List<MssMail> mails = desk.taken(e -> MssTraffic.isTo(e, desk.colleague())).toList();
    scenario.requireCovered(
        !mails.isEmpty(), "Le LPS ne prévient pas d'une suppression : rien ne l'y oblige.");
    scenario.requireCovered(
        told || mails.stream().allMatch(MssUpdateSteps::tellsNothing),
        "Socle ne reconnaît pas les mots du message préréglé : lisez-le dans le journal, et voyez"
            + " s'il dit que le document est supprimé.");
    scenario
        .expectations()
        .add(
            Expectation.that("Le message préréglé dit que le document est supprimé.", Basis.TRAFIC)
                .judging("MSS/va1.30")
                .isMet(
                    told,
                    "objet « " + mails.get(0).subject() + " », et aucun texte qui en parle",
                    "Dites dans le message préréglé que le document est supprimé."));
  }

  /** Whether a message says it, in its subject or in any text. */
  static boolean tellsDeletion(MssMail mail) {
    return DELETED.matcher(said(mail)).find();
  }

  /** Whether a message has nothing to read: a subject of a word or two, no text, no attachment. */
  static boolean tellsNothing(MssMail mail) {
    return said(mail).split(" ", FEW_WORDS).length < FEW_WORDS
        && mail.parts().stream().allMatch(part -> part.type().startsWith("text/"));
  }

  private static String said(MssMail mail) {
    StringBuilder said = new StringBuilder(mail.subject());
    mail.parts().stream()
        .filter(part -> part.type().startsWith("text/"))
        .forEach(part -> said.append(' ').append(part.text()));
    return MssLabels.words(said.toString());
  }

  private MssArrivingDocument before() {
    return received.papers().get(received.papers().size() - 2);
  }

  private static JsonNode kept(JsonNode record, MssArrivingDocument paper) {
    for (JsonNode document : record.path("recus")) {
      if (document.path("document").asText().equals(paper.id())) {
        return document;
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean isTitled(JsonNode record, MssArrivingDocument paper) {
    for (JsonNode title : record.path("documents")) {
      if (title.asText().contains(paper.title())) {
        return true;
      }
    }
    return false;
  }

  /** In the record, by its number or by its title, and not as something that was deleted. */
  private static boolean isShown(JsonNode record, MssArrivingDocument paper) {
    JsonNode kept = kept(record, paper);
    return kept.isMissingNode()
        ? isTitled(record, paper)
        : !kept.path("etat").asText().equals("supprime");
  }

  private JsonNode opened() {
    documents.open();
    return consultation.lastSeen();
  }

  private void check(String text, boolean met, String found, String mend, String... judged) {
    scenario
        .expectations()
        .add(Expectation.that(text, Basis.DECLARE).judging(judged).isMet(met, found, mend));
  }
}

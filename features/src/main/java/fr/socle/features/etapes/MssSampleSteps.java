package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.ParameterType;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Soit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Archives that arrive as they should not, or as they seldom do (mssante.md 5: 20, 21, 25). */
public final class MssSampleSteps {
  private static final Patient.InsNumber LOCAL =
      new Patient.InsNumber("DOSSIER-12", "", "1.2.250.1.999.12");

  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final MssDesk desk;
  private final MssReceivingSteps received;
  // The record of the patient that each document names.
  private final Map<String, String> records = new HashMap<>();
  private @Nullable MssArrivingDocument prepared;

  /** Built for each scenario. */
  public MssSampleSteps(
      ScenarioRun scenario, Consultation consultation, MssDesk desk, MssReceivingSteps received) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.received = received;
  }

  /** How an archive is spoilt, as the bench names it. */
  @ParameterType(".+")
  public String archiveMss(String words) {
    return MssTroubles.archive(words);
  }

  /** A document that is not sent yet. */
  @Soit("{document} que son confrère prépare pour ce patient")
  public void prepares(DmpKind kind) {
    prepared = document(kind, "Lettre de Camille, la première");
  }

  /** Two patients in one archive. */
  @Soit("dans sa boîte, ce document et celui d'un autre patient, dans une seule archive")
  public void twoPatients() {
    MssArrivingDocument first = preparedOne();
    MssArrivingDocument second = document(first.kind(), "Lettre de Camille, la seconde");
    received.arrives(
        second,
        received.letterWith(first).and(second.base64()),
        "Le confrère envoie les documents de deux patients dans une archive.");
  }

  /** The metadata name the patient who came last, the document another. */
  @Soit("dans sa boîte, ce document, dans une archive au nom d'un autre patient")
  public void underAnotherPatient() {
    MssArrivingDocument document = preparedOne();
    Patient.InsNumber ins = InsNumbers.of(consultation.patient());
    received.arrives(
        document,
        received
            .letterWith(document)
            .about(ins.matricule() + ins.key() + "^^^&" + ins.oid() + "&ISO^NH"),
        "Le confrère envoie un document dans une archive au nom d'un autre patient.");
  }

  /** The header of the message says that the INS is qualified, and there is none. */
  @Soit("dans sa boîte, {document} que son confrère lui envoie pour ce patient, sans INS")
  public void withoutIns(DmpKind kind) {
    MssArrivingDocument document = document(kind, "Lettre de Camille").under(LOCAL);
    received.arrives(
        document,
        received.letterWith(document),
        "Le confrère envoie un document sans INS, et un en-tête qui la dit qualifiée.");
  }

  /** An archive that is spoilt, or odd. */
  @Soit("dans sa boîte, une archive {archiveMss} pour ce patient")
  public void oddArchive(String how) {
    MssArrivingDocument document = document(DmpKind.VISIT, "Lettre de Camille");
    received.arrives(
        document,
        received.letterWith(document).spoilt(how),
        "Le confrère envoie une archive inhabituelle.");
  }

  /** A subject in one of the ways it may be written. */
  @Soit("dans sa boîte, un document pour ce patient, à l'objet {word}")
  public void oddSubject(String how) {
    MssArrivingDocument document = document(DmpKind.VISIT, "Lettre de Camille");
    String plain = received.subject(document, consultation.patient().birthName());
    MssXdmExchange letter = received.letterWith(document);
    received.arrives(
        document,
        switch (how) {
          case "accentué" -> letter.withSubject(plain.replace("+", "+Échographie : suivi, "));
          case "brut" ->
              letter
                  .withSubject(plain.replace("+", "+Échographie : suivi, "))
                  .spoilt("sujet-8-bits");
          case "long" ->
              letter.withSubject(
                  plain.replace("+", "+Compte rendu du suivi de fin de traitement, "));
          default -> throw new IllegalArgumentException(how);
        },
        "Le confrère envoie un document, à l'objet " + how + ".");
  }

  private MssArrivingDocument document(DmpKind kind, String title) {
    MssArrivingDocument document = MssArrivingDocument.of(consultation.patient(), kind, title);
    records.put(document.id(), consultation.record());
    return document;
  }

  private MssArrivingDocument preparedOne() {
    MssArrivingDocument document = prepared;
    if (document == null) {
      throw new IllegalStateException("le confrère n'a rien préparé");
    }
    return document;
  }

  /** MSS-T14. */
  @Alors("aucun document n'est rattaché d'office au dossier d'un autre")
  public void noneInTheWrongRecord() {
    int seen = 0;
    int wrong = 0;
    for (JsonNode message : desk.seen().path("recus")) {
      for (JsonNode paper : message.path("documents")) {
        String right = records.get(paper.path("document").asText());
        if (right != null) {
          seen++;
          if (isAttached(paper) && !paper.path("dossier").asText().equals(right)) {
            wrong++;
          }
        }
      }
    }
    if (seen == 0) {
      return; // nothing shown is nothing seen; what the scenario showed besides is kept
    }
    check(
        "Un document n'est rattaché d'office qu'au dossier du patient qu'il nomme.",
        wrong == 0,
        wrong + " document rattaché au dossier d'un autre patient",
        "Identifiez le patient de chaque document par son propre patientId, et laissez l'utilisateur"
            + " décider de ce qui ne va pas ensemble.",
        "MSS-T14");
  }

  /** MSS/CONF.24: the metadata name the patient, not the document. */
  @Alors("ce document n'est pas rattaché d'office au patient que l'archive ne nomme pas")
  public void notByTheDocument() {
    JsonNode paper = requirePaper();
    check(
        "Le patient est celui que nomme le METADATA.XML de l'archive, ou n'est pas décidé d'office.",
        !(isAttached(paper)
            && paper.path("dossier").asText().equals(records.get(preparedOne().id()))),
        "document rattaché par son INS au patient que nomme le seul CDA",
        "Identifiez le patient par le patientId du METADATA.XML ; quand le CDA en nomme un autre,"
            + " laissez l'utilisateur décider.",
        "MSS/CONF.24");
  }

  /** MSS/CONF.24: there is no number to go by. */
  @Alors("ce document n'est rattaché d'office à aucun dossier")
  public void attachedToNone() {
    check(
        "Un document dont l'archive ne donne pas d'INS n'est pas rattaché par une INS.",
        !isAttached(requirePaper()),
        "document rattaché par une INS que l'archive ne donne pas",
        "Rattachez par l'INS du METADATA.XML, et non sur la foi de X-MSS-INS.",
        "MSS/CONF.24");
  }

  /** MSS-T16. */
  @Alors("le document de cette archive est montré")
  public void paperShown() {
    check(
        "Les documents d'une archive se trouvent quelle que soit la casse des noms de fichiers.",
        !received.shownPaper().isMissingNode(),
        "aucun document montré",
        "Comparez sans la casse les noms des fichiers d'une archive reçue.",
        "MSS-T16");
  }

  private JsonNode requirePaper() {
    JsonNode paper = received.shownPaper();
    scenario.requireCovered(
        !paper.isMissingNode(),
        "Le LPS ne montre pas ce document : rien ne dit où il le rattache.");
    return paper;
  }

  private static boolean isAttached(JsonNode paper) {
    return paper.path("rattachement").asText().equals("ins");
  }

  private void check(String text, boolean met, String found, String mend, String... judged) {
    scenario
        .expectations()
        .add(Expectation.that(text, Basis.DECLARE).judging(judged).isMet(met, found, mend));
  }
}

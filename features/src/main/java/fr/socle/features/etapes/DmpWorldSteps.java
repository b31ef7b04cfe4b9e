package fr.socle.features.etapes;

import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Soit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DMP: what it is and what it holds before the doctor does anything. */
public final class DmpWorldSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final DmpDesk desk;
  private final DowngradeSteps identities;
  private final List<DmpDocument> fromColleagues = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** Built for each scenario. */
  public DmpWorldSteps(
      ScenarioRun scenario, Consultation consultation, DmpDesk desk, DowngradeSteps identities) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
    this.identities = identities;
  }

  /** The documents that colleagues put in the DMP, in order. */
  List<DmpDocument> fromColleagues() {
    return List.copyOf(fromColleagues);
  }

  /** What the last of them says. */
  String textOfLast() {
    return texts.get(texts.size() - 1);
  }

  /** Another patient with a record of his own. */
  @Soit("un autre patient à l'identité {statut}")
  public void anotherPatient(String status) {
    identities.identity(status);
  }

  /** Whether the DMP is there, and what links it with the doctor. */
  @Soit("son DMP est {situation}")
  public void situation(DmpSituation situation) {
    scenario
        .bench()
        .writeDmp(
            DmpDossierRequest.preset(desk.ins(), situation.preset()),
            "Le DMP du patient est " + situation.words() + ".");
    String authorization = situation.authorization();
    if (authorization != null) {
      scenario
          .bench()
          .authorizeInDmp(
              new DmpAuthorizationRequest(
                  desk.ins(), consultation.professional().nationalId(), authorization, null));
    }
  }

  /** The patient is opposed to emergency access. */
  @Soit("le patient s'est opposé à l'accès en urgence")
  public void opposedToEmergency() {
    scenario
        .bench()
        .writeDmp(
            DmpDossierRequest.preset(desk.ins(), "oppose-urgence"),
            "Le patient s'est opposé, dans Mon espace santé, à l'accès en urgence.");
  }

  /** A colleague put a document in the DMP. */
  @Soit("dans son DMP, {document} d'un confrère")
  public void fromColleague(DmpKind kind) {
    String title = newTitle();
    put(
        request(kind.type(), title, "Texte du confrère : " + title + ".", kind.format(), null),
        "Un confrère met dans le DMP " + kind.words() + ".");
  }

  /** The same, in sections. */
  @Soit("dans son DMP, {document} d'un confrère, écrit en rubriques")
  public void structuredFromColleague(DmpKind kind) {
    String title = newTitle();
    String text = "Texte du confrère : " + title + ".";
    texts.add(text);
    DmpDocumentRequest plain = request(kind.type(), title, text, null, null);
    fromColleagues.add(
        scenario
            .bench()
            .putInDmp(
                new DmpDocumentRequest(
                    plain.ins(),
                    plain.type(),
                    title,
                    null,
                    null,
                    null,
                    null,
                    null,
                    DmpColleagueCda.structured(consultation.patient(), kind, title, text),
                    "text/xml",
                    null,
                    null,
                    null,
                    null),
                "Un confrère met dans le DMP " + kind.words() + ", en rubriques."));
  }

  /** The colleague corrects his document. */
  @Soit("dans son DMP, une version nouvelle de ce document")
  public void newVersion() {
    DmpDocument before = fromColleagues.get(fromColleagues.size() - 1);
    put(
        request(
            before.type(), before.title(), "Texte corrigé du confrère.", null, before.uniqueId()),
        "Le confrère remplace son document.");
  }

  private String newTitle() {
    return "Document " + (fromColleagues.size() + 1) + " d'un confrère";
  }

  private DmpDocumentRequest request(
      String type, String title, String text, @Nullable String format, @Nullable String replaces) {
    return new DmpDocumentRequest(
        desk.ins(),
        type,
        title,
        null,
        null,
        null,
        null,
        text,
        null,
        null,
        format,
        null,
        replaces,
        null);
  }

  private void put(DmpDocumentRequest request, String described) {
    texts.add(String.valueOf(request.text()));
    fromColleagues.add(scenario.bench().putInDmp(request, described));
  }
}

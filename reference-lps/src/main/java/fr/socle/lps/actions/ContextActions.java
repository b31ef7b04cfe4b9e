package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.psc.ProSanteConnect;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscSession;
import fr.socle.lps.reseau.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Handing the patient at hand to another software of the same professional, and taking him up from
 * there: the context sharing API of the ANS, a proof of concept (psc.md 2.8).
 */
final class ContextActions {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SCHEMA = "patient-info";

  private final Dossiers dossiers;
  private final Services services;
  private final SessionActions sessions;
  private final Defects defects;

  ContextActions(Dossiers dossiers, Services services, SessionActions sessions, Defects defects) {
    this.dossiers = dossiers;
    this.services = services;
    this.sessions = sessions;
    this.defects = defects;
  }

  /** What the user sees of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContextView(
      @JsonProperty("patient") @Nullable PatientView patient,
      @JsonProperty("messages") List<String> messages) {}

  /** The patient of a shared context. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PatientView(
      @JsonProperty("nomNaissance") String birthName,
      @JsonProperty("premierPrenom") String firstName,
      @JsonProperty("dateNaissance") String birthDate) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("partager-contexte", this::share),
        UserAction.of("reprendre-contexte", this::takeUp));
  }

  private UserAction.Prepared share(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    return () ->
        withSession(
            session ->
                HttpRequest.newBuilder(address())
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(context(session.profile(), dossier.traits()))),
            answer ->
                answer.status() == 200
                    ? told(null, "Le patient est passé à vos autres logiciels.")
                    : failed(answer));
  }

  private UserAction.Prepared takeUp(Input input) {
    return () ->
        withSession(
            session -> HttpRequest.newBuilder(address()).GET(),
            answer ->
                switch (answer.status()) {
                  case 200 -> told(patient(answer), "Patient repris d'un autre logiciel.");
                  case 404 -> told(null, "Aucun de vos logiciels n'a passé de patient.");
                  default -> failed(answer);
                });
  }

  /** Makes a request under a session. */
  private interface Asking {
    HttpRequest.Builder ask(PscSession session) throws Services.NotReady;
  }

  /** Makes something of its answer. */
  private interface Reading {
    Outcome read(Answer answer);
  }

  private Outcome withSession(Asking asking, Reading reading) throws InterruptedException {
    Optional<PscSession> open = sessions.current();
    if (open.isEmpty()) {
      return refused(Seat.NOBODY);
    }
    PscSession session = open.get();
    try {
      ProSanteConnect.Called called =
          services
              .psc()
              .call(
                  session,
                  asking.ask(session).header("Accept", "application/json"),
                  !defects.has(Mutant.CONTEXTE_JETON_PERIME));
      sessions.renewed(session, called.session());
      return reading.read(called.answer());
    } catch (PscProblem e) {
      return failed(e.told());
    } catch (Services.NotReady e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private URI address() throws Services.NotReady {
    return URI.create(services.address("psc.context-sharing") + "/share");
  }

  private String context(ProfessionalProfile professional, Traits traits) {
    ObjectNode context = JSON.createObjectNode();
    context.put(
        "psId", defects.has(Mutant.CONTEXTE_AUTRE_PS) ? "899990099999" : professional.nationalId());
    context.put("schemaId", SCHEMA);
    ObjectNode bag = context.putObject("bag");
    if (!defects.has(Mutant.CONTEXTE_SANS_PS)) { // the one compulsory member of the schema
      bag.putObject("ps")
          .put("nationalId", professional.nationalId())
          .put("professionalLastName", professional.familyName())
          .put("professionalFirstName", professional.givenName());
    }
    ObjectNode patient = bag.putObject("patient");
    patient.put("birthName", traits.birthName());
    patient.put("firstName", traits.firstName());
    patient.put("birthDate", traits.birthDate());
    patient.put("gender", traits.sex().name());
    return context.toString();
  }

  private static @Nullable PatientView patient(Answer answer) {
    try {
      JsonNode patient = JSON.readTree(answer.body()).path("bag").path("patient");
      return patient.isObject()
          ? new PatientView(
              patient.path("birthName").asText(),
              patient.path("firstName").asText(),
              patient.path("birthDate").asText())
          : null;
    } catch (IOException e) {
      return null; // a context of another kind: there is nobody to show
    }
  }

  private static Outcome told(@Nullable PatientView patient, String message) {
    return Outcome.done(new ContextView(patient, List.of(message)), 1);
  }

  private static Outcome refused(String message) {
    return Outcome.refused(new ContextView(null, List.of(message)), 1, message);
  }

  private static Outcome failed(Answer answer) {
    return failed(
        "Le partage entre logiciels a répondu par une erreur ("
            + answer.status()
            + "). Réessayez plus tard.");
  }

  private static Outcome failed(String message) {
    return Outcome.failed(new ContextView(null, List.of(message)), 1, message);
  }
}

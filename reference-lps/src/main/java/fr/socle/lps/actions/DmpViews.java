package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.record.LocalDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees of the DMP: the objects of the driver contract. */
final class DmpViews {

  private DmpViews() {}

  /** What is shown at the opening of a record. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OpeningView(
      @JsonProperty("existence") String existence,
      @JsonProperty("acces") String access,
      @JsonProperty("nouveaux") @Nullable List<NewView> added,
      @JsonProperty("remplaces") @Nullable List<NewerView> newer) {

    static OpeningView of(
        Existence existence, @Nullable List<NewView> added, @Nullable List<NewerView> newer) {
      return new OpeningView(existence.state().wire(), existence.access().wire(), added, newer);
    }
  }

  record NewView(@JsonProperty("type") String type, @JsonProperty("nombre") int count) {}

  record NewerView(
      @JsonProperty("document") String document, @JsonProperty("nouvelle") String newer) {}

  record ExistenceView(
      @JsonProperty("existence") String existence,
      @JsonProperty("acces") String access,
      @JsonProperty("medecinTraitant") boolean treating,
      @JsonProperty("messages") List<String> messages) {

    static ExistenceView of(Existence existence, String... messages) {
      return new ExistenceView(
          existence.state().wire(),
          existence.access().wire(),
          existence.treating(),
          List.of(messages));
    }
  }

  record AccessView(
      @JsonProperty("acces") String access, @JsonProperty("messages") List<String> messages) {}

  record ChoicesView(
      @JsonProperty("consultation") String consultation,
      @JsonProperty("alimentation") String feeding,
      @JsonProperty("connexionSecrete") boolean secret,
      @JsonProperty("messages") List<String> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PatientsView(
      @JsonProperty("patients") List<KnownView> patients,
      @JsonProperty("messages") List<String> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record KnownView(
      @JsonProperty("matricule") String ins,
      @JsonProperty("nomNaissance") String familyName,
      @JsonProperty("premierPrenom") String firstName,
      @JsonProperty("dateNaissance") String birthDate,
      @JsonProperty("medecinTraitant") boolean treating,
      @JsonProperty("dossier") @Nullable String dossier) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DocumentView(
      @JsonProperty("document") String id,
      @JsonProperty("identifiant") String uniqueId,
      @JsonProperty("dmp") String sending,
      @JsonProperty("motif") @Nullable String why,
      @JsonProperty("numeroDemande") @Nullable String order,
      @JsonProperty("pdf") @Nullable String pdf,
      @JsonProperty("mss") @Nullable List<MssViews.DeliveryView> mailed,
      @JsonProperty("messages") List<String> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SentView(
      @JsonProperty("document") String id,
      @JsonProperty("identifiant") String uniqueId,
      @JsonProperty("dmp") String sending,
      @JsonProperty("motif") @Nullable String why) {

    static SentView of(LocalDocument document) {
      String why = document.sending().why();
      return new SentView(
          document.id(),
          document.uniqueId(),
          document.sending().state().wire(),
          why.isEmpty() ? null : why);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListedView(
      @JsonProperty("identifiant") String uniqueId,
      @JsonProperty("titre") String title,
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("classe") @Nullable String classCode,
      @JsonProperty("format") @Nullable String format,
      @JsonProperty("date") @Nullable String date,
      @JsonProperty("auteur") @Nullable String author,
      @JsonProperty("statut") String status,
      @JsonProperty("masque") VisibilityView hidden,
      @JsonProperty("dePatient") boolean ofPatient,
      @JsonProperty("local") boolean local,
      @JsonProperty("numeroDemande") @Nullable String order) {

    static ListedView of(FoundEntry entry, Visibility hidden, String date, boolean local) {
      return new ListedView(
          entry.uniqueId(),
          entry.title(),
          orNull(entry.type()),
          orNull(entry.classCode()),
          orNull(entry.format()),
          orNull(date),
          orNull(entry.author()),
          entry.status().wire(),
          VisibilityView.of(hidden),
          entry.ofPatient(),
          local,
          entry.references().stream()
              .filter(reference -> reference.endsWith(":order"))
              .map(reference -> reference.replaceFirst("\\^urn:[^^]*$", ""))
              .findFirst()
              .orElse(null));
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  record VisibilityView(
      @JsonProperty("professionnels") boolean professionals,
      @JsonProperty("patient") boolean patient,
      @JsonProperty("representants") boolean representatives) {

    static VisibilityView of(Visibility visibility) {
      return new VisibilityView(
          visibility.professionals(), visibility.patient(), visibility.representatives());
    }
  }
}

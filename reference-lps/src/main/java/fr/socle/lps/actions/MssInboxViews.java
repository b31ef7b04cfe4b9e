package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees of what he received. */
final class MssInboxViews {

  private MssInboxViews() {}

  /** The patient who wrote. */
  record CitizenView(
      @JsonProperty("nomNaissance") String familyName,
      @JsonProperty("premierPrenom") String firstName,
      @JsonProperty("matricule") String matricule) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PaperView(
      @JsonProperty("document") String id,
      @JsonProperty("titre") String title,
      @JsonProperty("type") String type,
      @JsonProperty("date") String date,
      @JsonProperty("auteur") String author,
      @JsonProperty("patient") String patient,
      @JsonProperty("rattachement") String match,
      @JsonProperty("dossier") @Nullable String record,
      @JsonProperty("propositions") List<String> proposals,
      @JsonProperty("etat") String state) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MessageView(
      @JsonProperty("message") String id,
      @JsonProperty("boite") String mailbox,
      @JsonProperty("expediteur") String sender,
      @JsonProperty("nomExpediteur") String senderLabel,
      @JsonProperty("genre") String kind,
      @JsonProperty("usager") @Nullable CitizenView citizen,
      @JsonProperty("objet") String subject,
      @JsonProperty("nature") String nature,
      @JsonProperty("repondA") @Nullable String answers,
      @JsonProperty("archive") boolean archive,
      @JsonProperty("accuseDemande") boolean receiptAsked,
      @JsonProperty("documents") List<PaperView> papers) {}

  record InboxView(
      @JsonProperty("messages") List<String> messages,
      @JsonProperty("recus") List<MessageView> received) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReadView(
      @JsonProperty("message") MessageView message,
      @JsonProperty("texte") String text,
      @JsonProperty("accuseRendu") boolean receiptSent,
      @JsonProperty("messages") List<String> messages) {}

  record FiledView(
      @JsonProperty("dossier") String record,
      @JsonProperty("documents") List<String> documents,
      @JsonProperty("messages") List<String> messages) {}

  record ConfirmedView(
      @JsonProperty("dossier") String record, @JsonProperty("messages") List<String> messages) {}

  /** A document of a record that came by mail. */
  record KeptView(
      @JsonProperty("document") String id,
      @JsonProperty("titre") String title,
      @JsonProperty("type") String type,
      @JsonProperty("date") String date,
      @JsonProperty("origine") String origin,
      @JsonProperty("etat") String state) {}
}

package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.mss.message.MailTrace;
import fr.socle.lps.mss.message.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees of the mail: the objects of the driver contract. */
final class MssViews {

  private MssViews() {}

  record MailboxView(
      @JsonProperty("adresse") String address,
      @JsonProperty("connexion") String connection,
      @JsonProperty("messages") List<String> messages) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeliveryView(
      @JsonProperty("adresse") String address,
      @JsonProperty("etat") String state,
      @JsonProperty("motif") @Nullable String why) {}

  /** A message of ours. */
  record SentView(
      @JsonProperty("message") String id,
      @JsonProperty("destinataires") List<DeliveryView> recipients) {

    static SentView of(Sent sent) {
      return new SentView(sent.letter().id(), deliveries(sent));
    }

    static List<DeliveryView> deliveries(Sent sent) {
      return sent.fates().entrySet().stream()
          .map(
              each ->
                  new DeliveryView(
                      each.getKey(),
                      each.getValue().state().wire(),
                      each.getValue().why().isEmpty() ? null : each.getValue().why()))
          .toList();
    }
  }

  record SendingView(
      @JsonProperty("envois") List<SentView> sendings,
      @JsonProperty("messages") List<String> messages) {}

  record TracesView(@JsonProperty("traces") List<TraceView> traces) {}

  record TraceView(
      @JsonProperty("date") String at,
      @JsonProperty("auteur") String author,
      @JsonProperty("action") String action,
      @JsonProperty("requete") String request,
      @JsonProperty("reponse") String answer,
      @JsonProperty("objet") String about) {

    static TraceView of(MailTrace trace) {
      return new TraceView(
          trace.at(),
          trace.author(),
          trace.action(),
          trace.request(),
          trace.answer(),
          trace.about());
    }
  }

  record ChoicesView(
      @JsonProperty("patient") String patient,
      @JsonProperty("professionnels") String professionals,
      @JsonProperty("messages") List<String> messages) {}
}

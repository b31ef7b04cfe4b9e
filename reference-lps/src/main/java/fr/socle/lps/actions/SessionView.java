package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.psc.ProfessionalProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees of his login. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
    @JsonProperty("connecte") boolean connected,
    @JsonProperty("identifiantNational") @Nullable String nationalId,
    @JsonProperty("nom") @Nullable String familyName,
    @JsonProperty("prenom") @Nullable String givenName,
    @JsonProperty("activites") List<ActivityView> activities,
    @JsonProperty("messages") List<String> messages) {

  static SessionView disconnected(List<String> messages) {
    return new SessionView(false, null, null, null, List.of(), List.copyOf(messages));
  }

  static SessionView connected(ProfessionalProfile profile, List<String> messages) {
    return new SessionView(
        true,
        profile.nationalId(),
        profile.familyName(),
        profile.givenName(),
        profile.activities().stream()
            .map(activity -> new ActivityView(activity.structure(), activity.mode()))
            .toList(),
        List.copyOf(messages));
  }

  /** Somebody of whom only the identifier is known: a proxy says nothing more. */
  static SessionView known(String nationalId, List<String> messages) {
    return new SessionView(true, nationalId, null, null, List.of(), List.copyOf(messages));
  }

  record ActivityView(
      @JsonProperty("structure") String structure, @JsonProperty("mode") String mode) {}
}

package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.comptes.Account;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.ProfessionalProfile.Activity;
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
    @JsonProperty("activite") @Nullable ActivityView activity,
    @JsonProperty("compte") @Nullable AccountView account,
    @JsonProperty("messages") List<String> messages) {

  static SessionView disconnected(List<String> messages) {
    return new SessionView(false, null, null, null, List.of(), null, null, List.copyOf(messages));
  }

  /**
   * Somebody is logged in.
   *
   * @param account his account; its name is the one to show, as that is what this software keeps
   * @param chosen the activity he carries on here, null until it is known
   */
  static SessionView connected(
      ProfessionalProfile profile,
      @Nullable Account account,
      @Nullable Activity chosen,
      List<String> messages) {
    return new SessionView(
        true,
        profile.nationalId(),
        account == null ? profile.familyName() : account.familyName(),
        account == null ? profile.givenName() : account.givenName(),
        profile.activities().stream().map(ActivityView::of).toList(),
        chosen == null ? null : ActivityView.of(chosen),
        account == null ? null : AccountView.of(account),
        List.copyOf(messages));
  }

  /** Somebody is logged in by another means, which says nothing of his activities. */
  static SessionView local(Account account, List<String> messages) {
    return new SessionView(
        true,
        account.nationalId(),
        account.familyName(),
        account.givenName(),
        List.of(),
        null,
        AccountView.of(account),
        List.copyOf(messages));
  }

  /** Somebody of whom only the identifier is known: a proxy says nothing more. */
  static SessionView known(String nationalId, List<String> messages) {
    return new SessionView(
        true, nationalId, null, null, List.of(), null, null, List.copyOf(messages));
  }

  record ActivityView(
      @JsonProperty("structure") String structure, @JsonProperty("mode") String mode) {

    static ActivityView of(Activity activity) {
      return new ActivityView(activity.structure(), activity.mode());
    }
  }
}

package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.comptes.Account;

/** What is shown of an account; what is not known is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AccountView(
    @JsonProperty("identifiant") String id,
    @JsonProperty("rpps") String rpps,
    @JsonProperty("nomExercice") String familyName,
    @JsonProperty("prenomExercice") String givenName,
    @JsonProperty("profession") String profession) {

  static AccountView of(Account account) {
    return new AccountView(
        account.id(),
        account.rpps(),
        account.familyName(),
        account.givenName(),
        account.profession());
  }
}

package fr.socle.lps.actions;

import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.comptes.Particulars;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.List;

/** What the administrator of this software does with the accounts of its users. */
final class AccountActions {

  private final Accounts accounts;

  AccountActions(Accounts accounts) {
    this.accounts = accounts;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("creer-compte", this::create),
        UserAction.of("retirer-acces", this::withdraw));
  }

  private UserAction.Prepared create(Input input) {
    String nationalId = input.text("identifiantNational");
    Particulars who =
        new Particulars(
            input.text("nom"), input.text("prenom"), "", input.optionalText("courriel").orElse(""));
    return () -> Outcome.done(AccountView.of(accounts.create(nationalId, who)), 4);
  }

  private UserAction.Prepared withdraw(Input input) {
    String nationalId = input.text("identifiantNational");
    return () -> {
      accounts.withdraw(nationalId);
      return Outcome.done(Outcome.nothing(), 2);
    };
  }
}

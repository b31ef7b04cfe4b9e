package fr.socle.lps.actions;

import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the administrator of the practice decides: rights of the users, trust in proofs. */
final class PracticeActions {

  private final Practice practice;

  PracticeActions(Practice practice) {
    this.practice = practice;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("changer-utilisateur", this::seat),
        UserAction.of("regler-justificatifs", this::setProofs));
  }

  private UserAction.Prepared seat(Input input) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (String word : input.optionalTexts("droits").orElse(List.of())) {
      rights.add(
          Right.byWire(word)
              .orElseThrow(() -> new InputRefused("Droit inconnu : « " + word + " ».")));
    }
    return () -> {
      practice.seat("utilisateur aux droits choisis", rights);
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared setProofs(Input input) {
    Optional<IdentityDocument> document =
        input
            .optionalText("piece")
            .map(
                word ->
                    IdentityDocument.byWire(word)
                        .orElseThrow(
                            () ->
                                new InputRefused("Pièce d'identité inconnue : « " + word + " ».")));
    boolean high = input.flag("hauteConfiance", true);
    boolean automatic = input.flag("validationAutomatique", true);
    return () -> {
      document.ifPresent(piece -> practice.trust(piece, high));
      practice.validateByItself(automatic);
      return Outcome.done(Outcome.nothing(), 2);
    };
  }
}

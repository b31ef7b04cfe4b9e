package fr.socle.lps.actions;

import fr.socle.lps.cartes.VitaleCard;
import fr.socle.lps.cartes.VitaleCard.Beneficiary;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import java.util.List;

/** The cards and choices a driver describes. */
final class CardInput {

  private CardInput() {}

  static VitaleCard vitale(Input card) {
    List<Beneficiary> beneficiaries =
        card.objects("beneficiaires").stream().map(CardInput::beneficiary).toList();
    if (beneficiaries.isEmpty()) {
      throw new InputRefused("Une carte Vitale a au moins un bénéficiaire.");
    }
    return new VitaleCard(card.text("numeroSerie"), card.text("ouvrantDroit"), beneficiaries);
  }

  /** The place of the beneficiary the user chooses, from 1; the first one unless he says. */
  static int place(Input input) {
    String place = input.optionalText("beneficiaire").orElse("1");
    if (!place.matches("[1-9]")) {
      throw new InputRefused("« beneficiaire » est sa place sur la carte, de 1 à 9.");
    }
    return Integer.parseInt(place);
  }

  private static Beneficiary beneficiary(Input input) {
    return new Beneficiary(
        input.optionalText("matricule").orElse(null),
        input.text("nomNaissance"),
        input.text("prenom"),
        input.text("dateNaissance"),
        input.text("rangNaissance"));
  }
}

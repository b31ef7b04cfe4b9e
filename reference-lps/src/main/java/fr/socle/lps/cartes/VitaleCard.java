package fr.socle.lps.cartes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Vitale card tells: the right-opener, and the beneficiaries among whom the user chooses.
 *
 * @param serialNumber logical serial number
 * @param insured thirteen characters of the right-opener
 * @param beneficiaries at least one, in the order of the card
 */
public record VitaleCard(String serialNumber, String insured, List<Beneficiary> beneficiaries) {

  public VitaleCard {
    beneficiaries = List.copyOf(beneficiaries);
  }

  /**
   * Somebody on the card.
   *
   * @param own thirteen characters of his own number, null when the card does not hold it
   * @param birthName birth name
   * @param firstName first name, for the user to choose
   * @param birthDate {@code YYYY-MM-DD}, possibly lunar
   * @param rank rank among those born that day, from 1
   */
  public record Beneficiary(
      @Nullable String own, String birthName, String firstName, String birthDate, String rank) {}

  /** The beneficiary at a place of the card, counted from 1. */
  public Optional<Beneficiary> at(int place) {
    return place >= 1 && place <= beneficiaries.size()
        ? Optional.of(beneficiaries.get(place - 1))
        : Optional.empty();
  }
}

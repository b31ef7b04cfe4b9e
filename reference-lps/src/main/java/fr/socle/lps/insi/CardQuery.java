package fr.socle.lps.insi;

import fr.socle.lps.cartes.VitaleCard;
import fr.socle.lps.cartes.VitaleCard.Beneficiary;
import java.time.Instant;

/**
 * A search by Vitale card (insi.md 2.4, 10.3).
 *
 * @param card the card in the reader
 * @param beneficiary whom the user has chosen on it
 * @param readAt when the card was read: the date of its assertion
 */
public record CardQuery(VitaleCard card, Beneficiary beneficiary, Instant readAt) {

  /** The criteria in one line, for the trace of the call (INS/va1.38). */
  public String inClear() {
    return String.join(
        " / ",
        "carte Vitale " + card.serialNumber(),
        card.insured(),
        beneficiary.birthName(),
        beneficiary.firstName(),
        beneficiary.birthDate(),
        beneficiary.rank());
  }
}

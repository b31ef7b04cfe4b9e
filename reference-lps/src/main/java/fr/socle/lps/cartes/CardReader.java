package fr.socle.lps.cartes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reader with its two slots. It is read again whenever somebody needs to know what is in it:
 * nothing is remembered of a card that was taken out. Only the user's thread touches it; what runs
 * by itself may read which card of a professional is there.
 */
public final class CardReader {

  private @Nullable VitaleCard vitale;
  private volatile @Nullable ProfessionalCard professional;

  /** The Vitale card in the reader now. */
  public Optional<VitaleCard> vitale() {
    return Optional.ofNullable(vitale);
  }

  /** The card of the professional in the reader now. */
  public Optional<ProfessionalCard> professional() {
    return Optional.ofNullable(professional);
  }

  public void insert(VitaleCard card) {
    vitale = card;
  }

  public void insert(ProfessionalCard card) {
    professional = card;
  }

  public void removeVitale() {
    vitale = null;
  }

  public void removeProfessional() {
    professional = null;
  }

  /** Takes both out. */
  public void empty() {
    removeVitale();
    removeProfessional();
  }
}

package fr.socle.lps.identite;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a practice decides for itself: who sits at the workstation and what he may do, which proofs
 * of identity it trusts, whether a trusted proof validates by itself. Not thread-safe: only the
 * user's thread touches it.
 */
public final class Practice {

  private static final String USUAL_USER = "médecin du cabinet";

  private final Map<IdentityDocument, Boolean> trust = new EnumMap<>(IdentityDocument.class);
  private Set<Right> rights = usualRights();
  private String user = USUAL_USER;
  private boolean validatesByItself = true;

  /** Everything as on the first day. */
  public void forgetAll() {
    trust.clear();
    rights = usualRights();
    user = USUAL_USER;
    validatesByItself = true;
  }

  /** Somebody else sits down. */
  public void seat(String who, Set<Right> allowed) {
    user = who;
    rights = allowed.isEmpty() ? EnumSet.noneOf(Right.class) : EnumSet.copyOf(allowed);
  }

  public String user() {
    return user;
  }

  public boolean allows(Right right) {
    return rights.contains(right);
  }

  /** Decides whether a proof is of high confidence here (INS/va1.26). */
  public void trust(IdentityDocument document, boolean high) {
    trust.put(document, high);
  }

  public boolean trusts(IdentityDocument document) {
    return trust.getOrDefault(document, document.highConfidence());
  }

  /** Whether a trusted proof validates the identity at once (INS/va1.33). */
  public boolean validatesByItself() {
    return validatesByItself;
  }

  public void validateByItself(boolean automatic) {
    validatesByItself = automatic;
  }

  private static Set<Right> usualRights() {
    return EnumSet.of(Right.APPELER_INSI, Right.VOIR_INS);
  }
}

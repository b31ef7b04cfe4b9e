package fr.socle.lps.identite;

import java.util.Locale;

/**
 * The four exclusive statuses of an identity (RNIV EXI SI 07). A status is the answer to two
 * questions: do the traits come from INSi, and were they checked against an identity document?
 */
public enum IdentityStatus {
  PROVISOIRE(false, false),
  RECUPEREE(true, false),
  VALIDEE(false, true),
  QUALIFIEE(true, true);

  private final boolean fromInsi;
  private final boolean checked;

  IdentityStatus(boolean fromInsi, boolean checked) {
    this.fromInsi = fromInsi;
    this.checked = checked;
  }

  /** The word of the driver contract. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the record holds an INS and its strict traits are locked (INS/va1.18, 1.47). */
  public boolean fromInsi() {
    return fromInsi;
  }

  /** The status after an event: the transition table of insi.md 5.6. */
  public IdentityStatus after(IdentityEvent event) {
    return switch (event) {
      case INSI_ACCEPTE -> of(true, checked);
      case PIECE_CONTROLEE -> of(fromInsi, true);
      case INS_INVALIDEE -> of(false, checked);
      case CONTROLE_RETIRE -> of(fromInsi, false);
      case TRAIT_MODIFIE -> this == QUALIFIEE ? VALIDEE : PROVISOIRE; // one step down: INS/va1.60
      case DOUTE_OU_FICTION -> PROVISOIRE;
    };
  }

  private static IdentityStatus of(boolean fromInsi, boolean checked) {
    if (fromInsi) {
      return checked ? QUALIFIEE : RECUPEREE;
    }
    return checked ? VALIDEE : PROVISOIRE;
  }
}

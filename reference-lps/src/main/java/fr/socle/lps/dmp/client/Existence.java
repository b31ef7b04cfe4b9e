package fr.socle.lps.dmp.client;

import java.util.Locale;

/**
 * What TD0.2 says of the DMP of a patient (dmp.md 1.3).
 *
 * @param state whether there is one
 * @param access whether the caller may consult it
 * @param treating whether the caller is the treating doctor
 */
public record Existence(State state, Access access, boolean treating) {

  public static final Existence UNKNOWN = new Existence(State.INCONNUE, Access.INCONNU, false);

  /** Whether there is a DMP. */
  public enum State {
    OUVERT,
    FERME,
    ABSENT,
    INCONNUE;

    /** The word of the driver contract. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the caller may consult it. */
  public enum Access {
    AUTORISE,
    AUCUN,
    EXPIRE,
    INTERDIT,
    INCONNU;

    static Access of(String code) {
      return switch (code) {
        case "VALIDE" -> AUTORISE;
        case "NON_EXISTE" -> AUCUN;
        case "EXPIRE" -> EXPIRE;
        case "INTERDIT" -> INTERDIT;
        default -> INCONNU;
      };
    }

    /** The word of the driver contract. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same DMP under another right. */
  public Existence with(Access other) {
    return new Existence(state, other, treating);
  }

  /** The same right on a DMP in another state. */
  public Existence in(State other) {
    return new Existence(other, access, treating);
  }

  public boolean open() {
    return state == State.OUVERT;
  }
}

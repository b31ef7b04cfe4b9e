package fr.socle.bench.world;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * National identifier of a professional (psc.md 3.1): a first character for the type, then the
 * identifier; {@code 8} and an RPPS number, {@code 5}, a SIRET, a slash and an internal identifier,
 * {@code ANS} and digits for identities made with EDIT.
 *
 * @param value the whole identifier, no blank
 */
public record NationalId(String value) {
  private static final Pattern FORM = Pattern.compile("\\S{1,64}");
  private static final Pattern OF_RPPS = Pattern.compile("8[0-9]{11}");

  /**
   * An identifier.
   *
   * @throws IllegalArgumentException in French, if it is empty, too long or holds a blank
   */
  public NationalId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Identifiant national « " + value + " » : 1 à 64 caractères sans espace attendus.");
    }
  }

  /** Whether a text can be one. */
  public static boolean isOne(String value) {
    return FORM.matcher(value).matches();
  }

  /** The identifier of the bearer of an RPPS number. */
  public static NationalId of(Rpps rpps) {
    return new NationalId("8" + rpps.number());
  }

  /** The RPPS number it holds, when it is of that type. */
  public Optional<Rpps> rpps() {
    return OF_RPPS.matcher(value).matches()
        ? Optional.of(new Rpps(value.substring(1)))
        : Optional.empty();
  }
}

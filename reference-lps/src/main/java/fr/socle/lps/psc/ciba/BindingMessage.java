package fr.socle.lps.psc.ciba;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The number a professional compares on this screen and on his phone: psc.md 2.2 (S: PROXY). */
public final class BindingMessage {

  private BindingMessage() {}

  /** Two digits, drawn anew. */
  public static String draw(RandomGenerator random, Defects defects) {
    if (defects.has(Mutant.CIBA_NOMBRE_CONSTANT)) {
      return "42";
    }
    return defects.has(Mutant.CIBA_NOMBRE_QUATRE_CHIFFRES)
        ? String.format(Locale.ROOT, "%04d", random.nextInt(10_000))
        : String.format(Locale.ROOT, "%02d", random.nextInt(100));
  }
}

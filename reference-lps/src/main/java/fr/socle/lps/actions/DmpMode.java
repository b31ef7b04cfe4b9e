package fr.socle.lps.actions;

import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import org.jspecify.annotations.Nullable;

/** What an input says of the way the user proves himself to the DMP. */
final class DmpMode {

  private DmpMode() {}

  /** The mode an input asks for, null for the usual one. */
  static @Nullable Mode read(Input input) {
    return input
        .optionalText("mode")
        .map(
            word ->
                switch (word) {
                  case "certificat" -> Mode.INDIRECTE;
                  case "cpx" -> Mode.DIRECTE;
                  case "psc" -> Mode.INDIRECTE_RENFORCEE;
                  default -> throw new InputRefused("« mode » vaut certificat, cpx ou psc.");
                })
        .orElse(null);
  }
}

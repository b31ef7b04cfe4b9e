package fr.socle.lps.actions;

import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import java.util.Locale;
import java.util.stream.Stream;

/** What a user proves himself with when he calls INSi (insi.md 2.2, 2.3). */
enum InsiMode {
  /** The certificate of the organisation. */
  CERTIFICAT,
  /** His card, in the reader. */
  CPX,
  /** His login with Pro Santé Connect. */
  PSC;

  /** The mode an input asks for. */
  static InsiMode read(Input input, InsiMode otherwise) {
    return input
        .optionalText("mode")
        .map(
            word ->
                Stream.of(values())
                    .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new InputRefused("« mode » vaut certificat, cpx ou psc.")))
        .orElse(otherwise);
  }
}

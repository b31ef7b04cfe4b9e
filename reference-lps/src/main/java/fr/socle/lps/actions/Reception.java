package fr.socle.lps.actions;

import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsRefused;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import org.jspecify.annotations.Nullable;

/**
 * An identity and its INS that arrive from another identification domain.
 *
 * @param traits the traits
 * @param ins the INS
 * @param contract whether a contract of trust binds both domains (INS/va1.04)
 * @param sender who sends it, null when the flow does not say
 * @param document title of the document that comes with it, null when it comes alone
 */
record Reception(
    Traits traits, Ins ins, boolean contract, @Nullable String sender, @Nullable String document) {

  static Reception read(Input input) {
    return new Reception(
        TraitsInput.read(object(input, "traits")).complete(),
        ins(object(input, "ins")),
        input.flag("contratConfiance", false),
        input.optionalText("expediteur").orElse(null),
        input.optionalText("document").orElse(null));
  }

  /** The sender, as a sentence names it. */
  String from() {
    return sender == null ? "un autre domaine" : sender;
  }

  private static Input object(Input input, String member) {
    return input
        .optionalObject(member)
        .orElseThrow(() -> new InputRefused("Le membre « " + member + " » est obligatoire."));
  }

  private static Ins ins(Input received) {
    try {
      return Ins.of(received.text("matricule"), received.text("cle"), received.text("oid"));
    } catch (InsRefused e) {
      throw new InputRefused("L'INS reçue n'en est pas une : " + e.getMessage() + ".");
    }
  }
}

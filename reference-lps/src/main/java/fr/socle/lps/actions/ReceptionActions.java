package fr.socle.lps.actions;

import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityEvent;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsRefused;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * An identity that arrives qualified from another identification domain. It is qualified again here
 * (INS/va1.13), unless a contract of trust binds both domains and the patient is not cared for here
 * directly (INS/va1.04).
 */
final class ReceptionActions {

  private final Dossiers dossiers;
  private final Screen screen;
  private final Clock clock;
  private final Defects defects;

  ReceptionActions(Dossiers dossiers, Screen screen, Clock clock, Defects defects) {
    this.dossiers = dossiers;
    this.screen = screen;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(UserAction.of("recevoir-identite", this::receive));
  }

  private UserAction.Prepared receive(Input input) {
    Traits traits = TraitsInput.read(object(input, "traits")).complete();
    Ins ins = ins(object(input, "ins"));
    boolean contract = input.flag("contratConfiance", false);
    boolean trusted = contract && !defects.has(Mutant.INS_CONTRAT_IGNORE);
    return () -> {
      Dossier dossier = dossiers.create(traits, Set.of());
      screen.log(dossier, Access.Kind.CREATION, "Identité reçue d'un autre domaine");
      if (trusted || (!contract && defects.has(Mutant.INS_RECUE_QUALIFIEE))) {
        dossier.recover(traits, ins, List.of(), clock.instant());
        dossier.apply(IdentityEvent.PIECE_CONTROLEE, clock.instant());
        return Outcome.done(screen.show(dossier), 0);
      }
      return Outcome.done(
          screen.show(
              dossier,
              "Cette identité est qualifiée dans un autre domaine : contrôlez une pièce d'identité"
                  + " et appelez INSi pour la qualifier ici."),
          0);
    };
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

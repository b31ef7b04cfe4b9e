package fr.socle.lps.actions;

import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.FirstNameCoherence;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Practice;
import fr.socle.lps.identite.Right;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user at the workstation sees of a record: the INS only if he may see it (INS/va1.50),
 * and then the access is logged (INS/va1.39).
 */
final class Screen {

  private final Practice practice;
  private final Clock clock;
  private final Defects defects;

  Screen(Practice practice, Clock clock, Defects defects) {
    this.practice = practice;
    this.clock = clock;
    this.defects = defects;
  }

  /** Shows a record with what the user is told of the action, then what he is always told. */
  DossierView show(Dossier dossier, String... told) {
    return as(shown(dossier), dossier, told);
  }

  /** The same, under a status that need not be its own. */
  DossierView as(IdentityStatus status, Dossier dossier, String... told) {
    Ins ins = dossier.ins();
    boolean seesIns =
        practice.allows(Right.VOIR_INS) || defects.has(Mutant.INS_DROIT_DE_VUE_IGNORE);
    if (ins != null && seesIns && !defects.has(Mutant.INS_ACCES_NON_TRACE)) {
      log(dossier, Access.Kind.ACCES_INS, "Matricule INS montré");
    }
    List<String> messages = new ArrayList<>(List.of(told));
    messages.addAll(alerts(dossier));
    boolean locked = dossier.locked() && !defects.has(Mutant.INS_VERROU_NON_MONTRE);
    return DossierView.of(dossier, status, seesIns ? ins : null, locked, messages);
  }

  private IdentityStatus shown(Dossier dossier) {
    IdentityStatus status = dossier.status();
    boolean hides =
        status == IdentityStatus.QUALIFIEE && defects.has(Mutant.INS_QUALIFIEE_NON_MONTREE);
    return hides ? IdentityStatus.RECUPEREE : status;
  }

  /** Writes who did what in the log of a record (INS/va1.27). */
  void log(Dossier dossier, Access.Kind kind, String detail) {
    String who = defects.has(Mutant.INS_TRACE_SANS_AUTEUR) ? "" : practice.user();
    dossier.log(new Access(clock.instant(), kind, who, detail));
  }

  private List<String> alerts(Dossier dossier) {
    Traits traits = dossier.traits();
    boolean coherent =
        FirstNameCoherence.coherent(traits.firstName(), traits.firstNames())
            && !defects.has(Mutant.INS_PRENOM_TOUJOURS_ALERTE);
    if (coherent || defects.has(Mutant.INS_PRENOM_NON_COMPARE)) {
      return List.of();
    }
    return List.of(
        "Le premier prénom de naissance « "
            + traits.firstName()
            + " » n'est pas le début de la liste des prénoms « "
            + String.join(" ", traits.firstNames())
            + " » : corrigez-le d'après la pièce d'identité.");
  }
}

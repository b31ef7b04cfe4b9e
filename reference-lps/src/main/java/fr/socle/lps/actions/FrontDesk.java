package fr.socle.lps.actions;

import fr.socle.lps.comptes.Account;
import fr.socle.lps.comptes.Accounts;
import fr.socle.lps.comptes.Particulars;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.ProfessionalProfile;
import fr.socle.lps.psc.ProfessionalProfile.Activity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Receives those whom Pro Santé Connect has identified: whose account it is (PSC-RP-08), whether he
 * may come in (PSC-RP-10), which activity he carries on here (PSC-RP-09).
 */
final class FrontDesk {

  private final Accounts accounts;
  private final Defects defects;
  private @Nullable Account seated;
  private @Nullable Activity chosen;
  private final Map<String, Activity> before = new HashMap<>(); // only a mutant reads it

  FrontDesk(Accounts accounts, Defects defects) {
    this.accounts = accounts;
    this.defects = defects;
  }

  void leave() {
    seated = null;
    chosen = null;
  }

  void forgetAll() {
    leave();
    before.clear();
    accounts.forgetAll();
  }

  /**
   * Lets somebody in.
   *
   * @param messages what he is told on the way
   * @return why he may not come in, nothing when he may
   */
  Optional<String> enter(ProfessionalProfile profile, List<String> messages) {
    leave();
    if (!accounts.allows(profile.nationalId(), particulars(profile))
        && !defects.has(Mutant.PSC_DROITS_IGNORES)) {
      return Optional.of(
          "Pro Santé Connect vous a reconnu, mais vous n'avez pas accès à ce logiciel : demandez-le"
              + " à son administrateur.");
    }
    Accounts.Entry entry = accounts.of(profile.nationalId(), particulars(profile));
    if (entry.isNew()) {
      messages.add("Première connexion : votre compte est créé.");
    }
    seated = entry.account();
    boolean imposed = defects.has(Mutant.PSC_ACTIVITE_IMPOSEE);
    if (profile.activities().isEmpty() && defects.has(Mutant.PSC_ACTIVITE_GARDEE)) {
      chosen = before.get(profile.nationalId());
    }
    if (profile.activities().size() == 1 || (imposed && !profile.activities().isEmpty())) {
      chosen = profile.activities().get(0);
      before.put(profile.nationalId(), chosen);
    }
    return Optional.empty();
  }

  /** What Pro Santé Connect says of him now. */
  void refreshed(ProfessionalProfile profile) {
    seated = accounts.of(profile.nationalId(), particulars(profile)).account();
    if (chosen != null && !profile.activities().contains(chosen)) {
      chosen = null; // he does not carry it on any more
    }
  }

  /** Retains an activity; false when he has none like it. */
  boolean choose(ProfessionalProfile profile, String structure, Optional<String> mode) {
    Optional<Activity> found =
        profile.activities().stream()
            .filter(activity -> activity.structure().equals(structure))
            .filter(activity -> mode.isEmpty() || mode.get().equals(activity.mode()))
            .findFirst();
    found.ifPresent(activity -> chosen = activity);
    return found.isPresent();
  }

  /** What the user sees once he is in. */
  SessionView view(ProfessionalProfile profile, List<String> told) {
    List<String> messages = new ArrayList<>(told);
    int activities = profile.activities().size();
    if (activities == 0) {
      if (defects.has(Mutant.PSC_SANS_ACTIVITE_PLANTE)) {
        messages.add("Activité : " + profile.activities().get(0).structure());
      }
      messages.add(
          "Pro Santé Connect ne connaît aucune activité professionnelle pour vous : seules les"
              + " fonctions qui n'en demandent pas sont ouvertes.");
    } else if (activities > 1 && chosen == null) {
      messages.add("Vous avez plusieurs activités : choisissez celle que vous exercez ici.");
    }
    return SessionView.connected(profile, seated, chosen, messages);
  }

  private Particulars particulars(ProfessionalProfile profile) {
    boolean swapped = defects.has(Mutant.PSC_COMPTE_NOM_PRENOM);
    return new Particulars(
        swapped ? profile.givenName() : profile.familyName(),
        swapped ? profile.familyName() : profile.givenName(),
        profile.profession(),
        profile.email());
  }
}

package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsRefused;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finding an existing record: by birth date and beginnings of names, or by INS number. */
final class LookUpActions {

  private static final int WHOLE_NUMBER = 15;
  private static final String ANY_AUTHORITY = "1.2.250.1.213.1.4.8";

  private final Dossiers dossiers;
  private final Defects defects;

  LookUpActions(Dossiers dossiers, Defects defects) {
    this.dossiers = dossiers;
    this.defects = defects;
  }

  /** Records as a list shows them. */
  record ListView(@JsonProperty("dossiers") List<LineView> records) {}

  /** One record in a list. */
  record LineView(
      @JsonProperty("dossier") String id,
      @JsonProperty("nomNaissance") String birthName,
      @JsonProperty("premierPrenom") String firstName,
      @JsonProperty("dateNaissance") String birthDate) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("chercher-dossier", this::byBirthDate),
        UserAction.of("chercher-dossier-ins", this::byNumber));
  }

  private UserAction.Prepared byBirthDate(Input input) {
    String date = input.text("dateNaissance");
    String name = plain(input.optionalText("debutNom").orElse(""));
    String firstName = plain(input.optionalText("debutPrenom").orElse(""));
    boolean anyDate = defects.has(Mutant.INS_RECHERCHE_SANS_DATE);
    return () ->
        Outcome.done(
            found(
                dossier ->
                    (anyDate || dossier.traits().birthDate().equals(date)) // INS/va1.02
                        && plain(dossier.traits().birthName()).startsWith(name)
                        && plain(dossier.traits().firstName()).startsWith(firstName)),
            2);
  }

  private UserAction.Prepared byNumber(Input input) {
    String typed = input.text("matricule");
    return () -> {
      boolean unchecked = defects.has(Mutant.INS_CLE_NON_CONTROLEE);
      if (!unchecked && !whole(typed)) { // INS/va1.41
        return Outcome.refused(
            null,
            2,
            "Tapez les quinze caractères du matricule INS : treize, puis la clé de deux chiffres.");
      }
      return Outcome.done(found(dossier -> holds(dossier, typed)), 2);
    };
  }

  private ListView found(Predicate<Dossier> wanted) {
    return new ListView(
        dossiers.all().stream()
            .filter(wanted)
            .map(LookUpActions::line)
            .sorted(Comparator.comparing(LineView::birthName).thenComparing(LineView::id))
            .toList());
  }

  private static LineView line(Dossier dossier) {
    return new LineView(
        dossier.id(),
        dossier.traits().birthName(),
        dossier.traits().firstName(),
        dossier.traits().birthDate());
  }

  private static boolean whole(String typed) {
    if (typed.length() != WHOLE_NUMBER) {
      return false;
    }
    try {
      Ins.of(typed.substring(0, 13), typed.substring(13), ANY_AUTHORITY);
      return true;
    } catch (InsRefused e) {
      return false;
    }
  }

  private static boolean holds(Dossier dossier, String typed) {
    Ins ins = dossier.ins();
    return ins != null && (ins.matricule() + ins.key()).equals(typed);
  }

  /** Names compared without apostrophes, hyphens, spaces nor diacritics (INS/va1.25). */
  private String plain(String name) {
    String upper = name.toUpperCase(Locale.ROOT).replace("Œ", "OE").replace("Æ", "AE");
    return defects.has(Mutant.INS_RECHERCHE_STRICTE)
        ? upper
        : Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("[^A-Z]", "");
  }
}

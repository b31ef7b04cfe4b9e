package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.papier.InsDatamatrix;
import fr.socle.lps.papier.Sheet;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identity as it stands on paper (INS/va1.03, 1.10, 1.15). */
final class PaperActions {

  private static final String NIA = "1.2.250.1.213.1.4.9";

  private final Dossiers dossiers;
  private final Defects defects;
  private final InsDatamatrix datamatrix;

  PaperActions(Dossiers dossiers, Defects defects) {
    this.dossiers = dossiers;
    this.defects = defects;
    this.datamatrix = new InsDatamatrix(defects);
  }

  /** What is printed: its text line by line, and the page as a PDF in base64. */
  record PaperView(@JsonProperty("lignes") List<String> lines, @JsonProperty("page") String page) {}

  List<UserAction> all() {
    return List.of(UserAction.of("imprimer-identite", this::print));
  }

  private UserAction.Prepared print(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    List<String> added =
        defects.has(Mutant.INS_EDITION_SANS_AJOUT)
            ? ignored(input)
            : input.optionalTexts("traitsAjoutes").orElse(List.of());
    return () -> {
      List<String> lines = lines(dossier, added);
      byte[] page = Sheet.pdf(lines, symbol(dossier));
      return Outcome.done(new PaperView(lines, Base64.getEncoder().encodeToString(page)), 1);
    };
  }

  /** INS/va1.03 for a qualified identity, INS/va1.53 for any other. */
  private @Nullable String symbol(Dossier dossier) {
    Ins ins = dossier.ins();
    boolean qualified =
        dossier.status() == IdentityStatus.QUALIFIEE
            || defects.has(Mutant.INS_DATAMATRIX_NON_QUALIFIE);
    if (ins == null || !qualified || defects.has(Mutant.INS_DATAMATRIX_ABSENT)) {
      return null;
    }
    return datamatrix.text(ins, dossier.traits());
  }

  private static List<String> ignored(Input input) {
    return input.optionalTexts("traitsAjoutes").map(asked -> List.<String>of()).orElse(List.of());
  }

  private List<String> lines(Dossier dossier, List<String> added) {
    Traits traits = dossier.traits();
    List<String> lines = new ArrayList<>();
    lines.add("Nom de naissance : " + traits.birthName());
    lines.add("Premier prénom de naissance : " + traits.firstName());
    lines.add("Né(e) le : " + traits.birthDate());
    lines.add("Sexe : " + sex(traits));
    Ins ins = dossier.ins();
    boolean shown =
        dossier.status() == IdentityStatus.QUALIFIEE // INS/va1.53
            || defects.has(Mutant.INS_EDITION_MATRICULE_RECUPERE);
    if (ins != null && shown) {
      String kind = ins.oid().equals(NIA) ? "NIA" : "NIR";
      String after = defects.has(Mutant.INS_EDITION_SANS_NATURE) ? "" : " (" + kind + ")";
      lines.add("Matricule INS : " + ins.matricule() + " " + ins.key() + after);
    }
    if (added.contains("nomUtilise") && traits.usedName() != null) {
      lines.add("Nom utilisé : " + traits.usedName());
    }
    if (added.contains("prenomUtilise") && traits.usedFirstName() != null) {
      lines.add("Prénom utilisé : " + traits.usedFirstName());
    }
    if (added.contains("lieuNaissance") && traits.birthPlace() != null) {
      lines.add("Lieu de naissance : " + traits.birthPlace());
    }
    return lines;
  }

  private String sex(Traits traits) {
    String sex = traits.sex().name();
    if (!defects.has(Mutant.INS_EDITION_AUTRE_SEXE)) {
      return sex;
    }
    return sex.equals("F") ? "M" : "F";
  }
}

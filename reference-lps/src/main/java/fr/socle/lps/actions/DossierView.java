package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.actions.DmpViews.OpeningView;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityAttribute;
import fr.socle.lps.identite.IdentityDocument;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.InsVerdict;
import fr.socle.lps.identite.StatusChange;
import fr.socle.lps.identite.Traits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user sees of a record: {@code DossierVu} of the driver contract. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossierView(
    @JsonProperty("dossier") String id,
    @JsonProperty("statutIdentite") String status,
    @JsonProperty("attributs") List<String> attributes,
    @JsonProperty("traits") TraitsView traits,
    @JsonProperty("ins") @Nullable InsView ins,
    @JsonProperty("piece") @Nullable String document,
    @JsonProperty("verrouille") boolean locked,
    @JsonProperty("historique") List<ChangeView> history,
    @JsonProperty("verification") @Nullable String verification,
    @JsonProperty("documents") List<String> documents,
    @JsonProperty("dmp") @Nullable OpeningView dmp,
    @JsonProperty("recus") @Nullable List<MssInboxViews.KeptView> received,
    @JsonProperty("messages") List<String> messages) {

  static DossierView of(
      Dossier dossier,
      IdentityStatus status,
      @Nullable Ins ins,
      boolean locked,
      List<String> messages) {
    IdentityDocument document = dossier.checkedWith();
    InsVerdict verdict = dossier.verdict();
    return new DossierView(
        dossier.id(),
        status.wire(),
        dossier.attributes().stream().sorted().map(IdentityAttribute::wire).toList(),
        TraitsView.of(dossier.traits()),
        ins == null ? null : new InsView(ins.matricule(), ins.key(), ins.oid()),
        document == null ? null : document.wire(),
        locked,
        dossier.history().stream().map(ChangeView::of).toList(),
        verdict == null ? null : verdict.wire(),
        dossier.documents(),
        null,
        null,
        List.copyOf(messages));
  }

  /** The same, with what INSi said of an INS that arrived. */
  DossierView with(InsVerdict verdict) {
    return new DossierView(
        id,
        status,
        attributes,
        traits,
        ins,
        document,
        locked,
        history,
        verdict.wire(),
        documents,
        dmp,
        received,
        messages);
  }

  /** The same, with the documents that came by mail. */
  DossierView withReceived(List<MssInboxViews.KeptView> kept) {
    return new DossierView(
        id,
        status,
        attributes,
        traits,
        ins,
        document,
        locked,
        history,
        verification,
        documents,
        dmp,
        List.copyOf(kept),
        messages);
  }

  /** The same, with what is seen of the DMP of the patient. */
  DossierView with(OpeningView opening, List<String> told) {
    List<String> all = new ArrayList<>(messages);
    all.addAll(told);
    return new DossierView(
        id,
        status,
        attributes,
        traits,
        ins,
        document,
        locked,
        history,
        verification,
        documents,
        opening,
        received,
        List.copyOf(all));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TraitsView(
      @JsonProperty("nomNaissance") String birthName,
      @JsonProperty("prenomsNaissance") List<String> firstNames,
      @JsonProperty("premierPrenom") String firstName,
      @JsonProperty("sexe") String sex,
      @JsonProperty("dateNaissance") String birthDate,
      @JsonProperty("lieuNaissance") @Nullable String birthPlace,
      @JsonProperty("nomUtilise") @Nullable String usedName,
      @JsonProperty("prenomUtilise") @Nullable String usedFirstName) {

    static TraitsView of(Traits traits) {
      return new TraitsView(
          traits.birthName(),
          traits.firstNames(),
          traits.firstName(),
          traits.sex().name(),
          traits.birthDate(),
          traits.birthPlace(),
          traits.usedName(),
          traits.usedFirstName());
    }
  }

  record InsView(
      @JsonProperty("matricule") String matricule,
      @JsonProperty("cle") String key,
      @JsonProperty("oid") String oid) {}

  record ChangeView(
      @JsonProperty("de") String from,
      @JsonProperty("a") String to,
      @JsonProperty("date") String at,
      @JsonProperty("motif") String reason) {

    static ChangeView of(StatusChange change) {
      return new ChangeView(
          change.from().wire(), change.to().wire(), change.at().toString(), change.reason());
    }
  }
}

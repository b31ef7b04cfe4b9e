package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.actions.DmpViews.VisibilityView;
import fr.socle.lps.dmp.client.About;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.ebxml.Lot;
import fr.socle.lps.dmp.ebxml.Status;
import fr.socle.lps.dmp.ebxml.Update;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.record.Sending;
import fr.socle.lps.dmp.record.Sending.State;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deleting, masking, archiving documents that are at the DMP: TD3.3. */
final class DmpManagementActions {

  private final Dossiers dossiers;
  private final Documents documents;
  private final DmpVisit visit;
  private final DmpLibrary library;
  private final DocumentMaker maker;
  private final Defects defects;

  DmpManagementActions(
      Dossiers dossiers,
      Documents documents,
      DmpVisit visit,
      DmpLibrary library,
      DocumentMaker maker,
      Defects defects) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.visit = visit;
    this.library = library;
    this.maker = maker;
    this.defects = defects;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MaskView(
      @JsonProperty("visibilite") @Nullable VisibilityView visibility,
      @JsonProperty("archive") @Nullable Boolean archived,
      @JsonProperty("messages") List<String> messages) {

    static MaskView nothing(String told) {
      return new MaskView(null, null, List.of(told));
    }
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("supprimer-document-dmp", this::delete),
        UserAction.of("masquer-document-dmp", this::mask));
  }

  private UserAction.Prepared delete(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    String asked = input.text("document");
    Mode mode = DmpMode.read(input);
    return () -> {
      Optional<LocalDocument> made = documents.find(dossier.id(), chosen(dossier, asked));
      String uniqueId = made.map(LocalDocument::uniqueId).orElse(asked);
      boolean corrected = made.map(LocalDocument::previous).isPresent();
      if (corrected && defects.has(Mutant.DMP_SUPPRESSION_FICTIVE)) {
        return Outcome.done(Map.of("dmp", State.SUPPRIME.wire(), "messages", List.of()), 2);
      }
      try {
        DmpClient client = visit.toManage(dossier, mode);
        About about = visit.about(dossier);
        if (defects.has(Mutant.DMP_SUPPRESSION_AVEC_AUTORISATION)) {
          visit.client(Mode.INDIRECTE_RENFORCEE).authorise(about, true, false);
        }
        String uuid =
            defects.has(Mutant.DMP_SUPPRESSION_PAR_RECHERCHE)
                ? library.fresh(dossier, client, uniqueId).entryUuid()
                : entryUuid(client, about, uniqueId);
        Status now =
            visit.of(dossier).listed(uniqueId).map(FoundEntry::status).orElse(Status.ACTUEL);
        client.update(about, Update.status(lot(dossier, client), uuid, now, Status.SUPPRIME));
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(deleted(made, e.told()), 2, e.told());
      } catch (DmpUnreachable e) {
        String told = DmpAccessActions.unreachable(e);
        return Outcome.failed(deleted(made, told), 2, told);
      } catch (DmpRefused e) {
        return Outcome.failed(deleted(made, e.told()), 2, e.told());
      }
      made.ifPresent(document -> document.now(Sending.of(State.SUPPRIME)));
      visit.of(dossier).changed();
      return Outcome.done(Map.of("dmp", State.SUPPRIME.wire(), "messages", List.of()), 2);
    };
  }

  private String chosen(Dossier dossier, String asked) {
    return defects.has(Mutant.DMP_SUPPRESSION_AUTRE_DOCUMENT)
        ? documents.of(dossier.id()).stream()
            .filter(document -> document.sending().sent())
            .filter(document -> !document.id().equals(asked) && !document.uniqueId().equals(asked))
            .map(LocalDocument::id)
            .findFirst()
            .orElse(asked)
        : asked;
  }

  private static Map<String, Object> deleted(Optional<LocalDocument> made, String told) {
    State state = made.map(document -> document.sending().state()).orElse(State.ENVOYE);
    return Map.of("dmp", state.wire(), "messages", List.of(told));
  }

  private static String entryUuid(DmpClient client, About about, String uniqueId)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    return client
        .entryUuid(about, uniqueId)
        .orElseThrow(() -> new DmpVisit.Obstacle("Ce document n'est pas au DMP de ce patient."));
  }

  private Lot lot(Dossier dossier, DmpClient client) throws DmpVisit.Obstacle {
    return maker.lot(dossier, visit.qualified(dossier), client.caller().who());
  }

  private UserAction.Prepared mask(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    String asked = input.text("document");
    Mode mode = DmpMode.read(input);
    Optional<Visibility> visibility = DocumentInput.visibility(input);
    Boolean archives = input.has("archiver") ? input.flag("archiver", false) : null;
    if (visibility.isEmpty() && archives == null) {
      throw new InputRefused("Dites la visibilité voulue, ou s'il faut archiver.");
    }
    return () -> {
      if (visibility.isPresent() && !visibility.get().allowed()) {
        String told =
            "Un document n'est pas à la fois masqué aux professionnels et invisible du patient.";
        return Outcome.refused(MaskView.nothing(told), 2, told);
      }
      Optional<LocalDocument> made = documents.find(dossier.id(), asked);
      String uniqueId = made.map(LocalDocument::uniqueId).orElse(asked);
      try {
        DmpClient client = visit.toConsult(dossier, mode);
        if (visibility.isPresent()) {
          show(dossier, client, uniqueId, visibility.get());
          made.ifPresent(document -> document.rewrite(document.draft().shownTo(visibility.get())));
        }
        if (archives != null) {
          archive(dossier, client, uniqueId, archives);
        }
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(MaskView.nothing(e.told()), 2, e.told());
      } catch (DmpUnreachable e) {
        String told = DmpAccessActions.unreachable(e);
        return Outcome.failed(MaskView.nothing(told), 2, told);
      } catch (DmpRefused e) {
        return Outcome.failed(MaskView.nothing(e.told()), 2, e.told());
      }
      return Outcome.done(
          new MaskView(visibility.map(VisibilityView::of).orElse(null), archives, List.of()), 2);
    };
  }

  private void show(Dossier dossier, DmpClient client, String uniqueId, Visibility wanted)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    FoundEntry entry = library.fresh(dossier, client, uniqueId);
    if (defects.has(Mutant.DMP_MASQUE_LOCAL)) {
      return;
    }
    client.update(visit.about(dossier), Update.visibility(lot(dossier, client), entry, wanted));
    visit.of(dossier).changed();
  }

  private Status archived() {
    return defects.has(Mutant.DMP_ARCHIVAGE_SUPPRIME) ? Status.SUPPRIME : Status.ARCHIVE;
  }

  private void archive(Dossier dossier, DmpClient client, String uniqueId, boolean archives)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    About about = visit.about(dossier);
    String uuid = entryUuid(client, about, uniqueId);
    Lot lot = lot(dossier, client);
    client.update(
        about,
        archives
            ? Update.status(lot, uuid, Status.ACTUEL, archived())
            : Update.status(lot, uuid, Status.ARCHIVE, Status.ACTUEL));
    visit.of(dossier).changed();
  }
}

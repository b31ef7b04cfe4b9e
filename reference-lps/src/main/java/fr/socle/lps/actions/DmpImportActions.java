package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.dmp.cda.CdaReader;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.record.Held;
import fr.socle.lps.dmp.record.PatientDmp;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Taking documents of the DMP into the record, or having them ready (DMP/UX.31, UX.34). */
final class DmpImportActions {

  private final Dossiers dossiers;
  private final DmpLibrary library;
  private final DmpVisit visit;
  private final Defects defects;

  DmpImportActions(Dossiers dossiers, DmpLibrary library, DmpVisit visit, Defects defects) {
    this.dossiers = dossiers;
    this.library = library;
    this.visit = visit;
    this.defects = defects;
  }

  record ImportView(
      @JsonProperty("documents") List<ImportedView> documents,
      @JsonProperty("messages") List<String> messages) {}

  record ImportedView(
      @JsonProperty("identifiant") String uniqueId, @JsonProperty("resultat") String result) {}

  record LoadView(
      @JsonProperty("documents") List<LoadedView> documents,
      @JsonProperty("messages") List<String> messages) {}

  record LoadedView(
      @JsonProperty("dossier") String dossier, @JsonProperty("identifiant") String uniqueId) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("importer-documents-dmp", this::take),
        UserAction.of("precharger-dmp", this::load));
  }

  private UserAction.Prepared take(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    List<String> wanted = input.optionalTexts("documents").orElse(List.of());
    Mode mode = DmpMode.read(input);
    return () -> {
      List<ImportedView> done = new ArrayList<>();
      List<String> told = new ArrayList<>();
      try {
        DmpClient client = visit.toConsult(dossier, mode);
        int taken = defects.has(Mutant.DMP_IMPORT_INCOMPLET) ? 1 : wanted.size();
        for (String uniqueId : wanted.subList(0, Math.min(taken, wanted.size()))) {
          done.add(new ImportedView(uniqueId, take(dossier, client, uniqueId, told)));
        }
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(new ImportView(done, List.of(e.told())), 1, e.told());
      } catch (DmpUnreachable e) {
        String why = DmpAccessActions.unreachable(e);
        return Outcome.failed(new ImportView(done, List.of(why)), 1, why);
      } catch (DmpRefused e) {
        return Outcome.failed(new ImportView(done, List.of(e.told())), 1, e.told());
      }
      return Outcome.done(new ImportView(done, told), wanted.size() + 1);
    };
  }

  private String take(Dossier dossier, DmpClient client, String uniqueId, List<String> told)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    Optional<Held> here = library.held(dossier, uniqueId).filter(Held::imported);
    if (here.isPresent() || library.made().find(dossier.id(), uniqueId).isPresent()) {
      told.add("Le document " + uniqueId + " est déjà dans le dossier.");
      return "deja-present";
    }
    if (defects.has(Mutant.DMP_VERSION_ANCIENNE_GARDEE) && isNewer(dossier, uniqueId)) {
      return "deja-present";
    }
    Held got = library.fetch(dossier, client, uniqueId, true);
    CdaReader.Version version = CdaReader.version(got.bytes());
    @Nullable Held former =
        visit.of(dossier).imported().stream()
            .filter(held -> CdaReader.version(held.bytes()).sameSet(version))
            .findFirst()
            .orElse(null);
    // cda.md 3, SC.CDA/INT.18: an older version than the one that is here is not taken
    if (former != null && CdaReader.version(former.bytes()).number() >= version.number()) {
      told.add("Le document " + uniqueId + " est une version plus ancienne : il n'est pas pris.");
      return "refuse";
    }
    visit.of(dossier).hold(got);
    dossier.file(got.title());
    return former == null ? "integre" : "remplace";
  }

  private boolean isNewer(Dossier dossier, String uniqueId) {
    PatientDmp dmp = visit.of(dossier);
    return dmp.imported().stream()
        .anyMatch(held -> dmp.newer(held.uniqueId()).filter(uniqueId::equals).isPresent());
  }

  private DmpClient toLoad(Dossier dossier, @Nullable Mode mode)
      throws DmpVisit.Obstacle, DmpUnreachable, DmpRefused, InterruptedException {
    if (defects.has(Mutant.DMP_PRECHARGEMENT_SANS_ACCORD)) {
      return visit.withoutAsking(dossier, mode);
    }
    return defects.has(Mutant.DMP_PRECHARGEMENT_SANS_DROIT)
        ? visit.withoutRight(dossier, mode)
        : visit.toConsult(dossier, mode);
  }

  private UserAction.Prepared load(Input input) {
    List<Dossier> expected = new ArrayList<>();
    for (String id : input.optionalTexts("rendezVous").orElse(List.of())) {
      expected.add(
          dossiers.find(id).orElseThrow(() -> new InputRefused("Aucun dossier « " + id + " ».")));
    }
    Mode mode = DmpMode.read(input);
    return () -> {
      List<LoadedView> loaded = new ArrayList<>();
      List<String> told = new ArrayList<>();
      for (Dossier dossier : expected) {
        try {
          DmpClient client = toLoad(dossier, mode);
          for (FoundEntry entry : library.recent(dossier, client)) {
            if (library.held(dossier, entry.uniqueId()).isEmpty()) {
              visit.of(dossier).hold(library.fetch(dossier, client, entry.uniqueId(), false));
              loaded.add(new LoadedView(dossier.id(), entry.uniqueId()));
            }
          }
        } catch (DmpVisit.Obstacle e) {
          told.add(e.told());
        } catch (DmpUnreachable e) {
          told.add(DmpAccessActions.unreachable(e));
        } catch (DmpRefused e) {
          told.add(e.told());
        }
      }
      return Outcome.done(new LoadView(loaded, told), 0);
    };
  }
}

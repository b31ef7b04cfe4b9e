package fr.socle.lps.actions;

import fr.socle.lps.actions.DmpViews.NewView;
import fr.socle.lps.actions.DmpViews.NewerView;
import fr.socle.lps.actions.DmpViews.OpeningView;
import fr.socle.lps.dmp.client.About;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.client.Existence.Access;
import fr.socle.lps.dmp.ebxml.FoundEntry;
import fr.socle.lps.dmp.record.PatientDmp;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Purpose;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of the DMP when a record opens, without a click (DMP/UX.12, UX.15, UX.50). */
final class DmpOpening {

  private final Services services;
  private final DmpVisit visit;
  private final DmpCaller caller;
  private final DmpLibrary library;
  private final HistoryActions history;
  private final Defects defects;

  DmpOpening(
      Services services,
      DmpVisit visit,
      DmpCaller caller,
      DmpLibrary library,
      HistoryActions history,
      Defects defects) {
    this.services = services;
    this.visit = visit;
    this.caller = caller;
    this.library = library;
    this.history = history;
    this.defects = defects;
  }

  /** The record with its DMP beside; as it is when there is no DMP to ask. */
  DossierView shown(Dossier dossier, DossierView view) throws InterruptedException {
    if (!services.hasDmp()) {
      return view;
    }
    if (dossier.ins() == null || dossier.status() != IdentityStatus.QUALIFIEE) {
      return view.with(OpeningView.of(Existence.UNKNOWN, null, null), List.of());
    }
    List<String> told = new ArrayList<>();
    PatientDmp dmp = visit.of(dossier);
    dmp.purpose(Purpose.NORMAL); // an emergency ends with the record it was for
    Mode mode = caller.toConsult();
    if (!dmp.choices().accepts() && defects.has(Mutant.DMP_OUVERTURE_SANS_QUESTION)) {
      history.happened("ouverture-dossier", dossier);
      return view.with(OpeningView.of(dmp.existence(), null, null), told);
    }
    try {
      Existence found = visit.test(dossier, mode);
      About about = visit.about(dossier);
      visit.authorised(dossier, mode, about);
      if (found.open() && found.access() == Access.INTERDIT) {
        told.add("Le patient a bloqué votre accès à son DMP.");
      }
      OpeningView seen = seen(dossier, mode, told);
      history.happened("ouverture-dossier", dossier);
      return view.with(seen, told);
    } catch (DmpVisit.Obstacle e) {
      told.add(e.told());
    } catch (DmpUnreachable e) {
      told.add(DmpAccessActions.unreachable(e));
    } catch (DmpRefused e) {
      told.add(e.told());
    }
    Existence unsure =
        defects.has(Mutant.DMP_PANNE_DITE_ABSENT)
            ? Existence.UNKNOWN.in(Existence.State.ABSENT)
            : Existence.UNKNOWN;
    return view.with(OpeningView.of(unsure, null, null), told);
  }

  private OpeningView seen(Dossier dossier, Mode mode, List<String> told)
      throws InterruptedException {
    PatientDmp dmp = visit.of(dossier);
    Existence existence = dmp.existence();
    @Nullable List<NewView> added = null;
    @Nullable List<NewerView> newer = null;
    boolean reads =
        existence.open()
            && existence.access() == Access.AUTORISE
            && dmp.choices().accepts()
            && mode.consults();
    if (reads) {
      try {
        DmpClient client = visit.toConsult(dossier, mode);
        List<FoundEntry> recent = library.recent(dossier, client);
        added = library.added(dossier, recent);
        if (defects.has(Mutant.DMP_NOUVEAUTES_NON_COMPTEES)) {
          added = List.of();
        }
        newer =
            defects.has(Mutant.DMP_VERSION_NOUVELLE_TUE)
                ? List.of()
                : library.newer(dossier, client, recent);
        told.add(sentence(added));
      } catch (DmpVisit.Obstacle e) {
        told.add(e.told());
      } catch (DmpUnreachable e) {
        told.add(DmpAccessActions.unreachable(e));
      } catch (DmpRefused e) {
        told.add(e.told());
      }
    }
    return OpeningView.of(existence, added, newer);
  }

  private static String sentence(List<NewView> added) {
    int count = added.stream().mapToInt(NewView::count).sum();
    return count == 0
        ? "Aucun nouveau document au DMP depuis votre dernière visite."
        : count + " nouveau(x) document(s) au DMP depuis votre dernière visite.";
  }
}

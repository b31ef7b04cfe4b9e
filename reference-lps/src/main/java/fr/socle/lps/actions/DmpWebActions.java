package fr.socle.lps.actions;

import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The web site of the DMP, opened on the right page: TD0.9 (dmp.md 1.7, DMP/UX.49). */
final class DmpWebActions {

  private final Dossiers dossiers;
  private final DmpVisit visit;
  private final DmpCaller caller;
  private final Services services;
  private final Defects defects;

  DmpWebActions(
      Dossiers dossiers, DmpVisit visit, DmpCaller caller, Services services, Defects defects) {
    this.dossiers = dossiers;
    this.visit = visit;
    this.caller = caller;
    this.services = services;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(UserAction.of("ouvrir-acces-web-dmp", this::open));
  }

  private UserAction.Prepared open(Input input) {
    Optional<Dossier> dossier =
        input.has("dossier")
            ? Optional.of(RecordActions.dossier(dossiers, input))
            : Optional.empty();
    String page =
        input.optionalText("page").orElse(dossier.isPresent() ? "DossierPatient" : "TableauDeBord");
    return () -> {
      try {
        String patient = "";
        if (dossier.isPresent()) {
          Ins ins = visit.qualified(dossier.get());
          String key = defects.has(Mutant.DMP_WEB_INS_SANS_CLE) ? "" : ins.key();
          patient = defects.has(Mutant.DMP_WEB_SANS_PATIENT) ? "" : "/" + ins.matricule() + key;
        }
        URI address = services.address("dmp.web").resolve("/AccesDirect/" + opened(page) + patient);
        return opened(address);
      } catch (DmpVisit.Obstacle e) {
        return Outcome.refused(null, 1, e.told());
      } catch (DmpCaller.Lacking | Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
    };
  }

  private String opened(String page) {
    if (page.equals("TableauDeBord") && defects.has(Mutant.DMP_WEB_AUTRE_PAGE)) {
      return "DossierPatient";
    }
    return defects.has(Mutant.DMP_WEB_SANS_PATIENT) ? "TableauDeBord" : page;
  }

  private Outcome opened(URI address)
      throws DmpCaller.Lacking, Services.NotReady, InterruptedException {
    try {
      Answer answer = caller.browser().send(HttpRequest.newBuilder(address).GET().build());
      boolean shown = answer.status() < 400;
      String told = shown ? "" : "Le site du DMP a refusé la page (" + answer.status() + ").";
      Map<String, Object> view =
          Map.of(
              "adresse",
              address.toString(),
              "ouverte",
              shown,
              "messages",
              shown ? List.of() : List.of(told));
      return shown ? Outcome.done(view, 1) : Outcome.failed(view, 1, told);
    } catch (Wire.Unreachable e) {
      String told = "Le site du DMP ne répond pas (" + e.getMessage() + ").";
      return Outcome.failed(
          Map.of("adresse", address.toString(), "ouverte", false, "messages", List.of(told)),
          1,
          told);
    }
  }
}

package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.actions.DmpViews.SentView;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.record.Sending.State;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sending documents of past episodes, by hand or by rule (DMP/HISTO.05, 06, 08). */
final class HistoryActions {

  private static final List<String> TRIGGERS =
      List.of("aucun", "ouverture-dossier", "validation-document", "global");

  private static final int KEPT = 1000; // more than anybody keeps in a bench

  private final Dossiers dossiers;
  private final Documents documents;
  private final DmpFeeding feeding;
  private final DmpVisit visit;
  private final Defects defects;
  private Rule rule = Rule.NONE;

  HistoryActions(
      Dossiers dossiers, Documents documents, DmpFeeding feeding, DmpVisit visit, Defects defects) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.feeding = feeding;
    this.visit = visit;
    this.defects = defects;
  }

  /**
   * What the practice decided of its past documents (DMP/HISTO.08).
   *
   * @param types types that are sent, any when empty
   * @param since documents of older acts stay here, null for no limit
   * @param trigger what starts it
   * @param most how many leave at a time
   */
  private record Rule(List<String> types, @Nullable Instant since, String trigger, int most) {

    static final Rule NONE = new Rule(List.of(), null, "aucun", Integer.MAX_VALUE);

    boolean takes(LocalDocument document, Defects defects) {
      Instant from = defects.has(Mutant.DMP_REPRISE_PROFONDEUR_IGNOREE) ? null : since;
      boolean any = types.isEmpty() || defects.has(Mutant.DMP_REPRISE_TYPES_IGNORES);
      return (any || types.contains(document.draft().type().type().code()))
          && (from == null || !document.draft().start().isBefore(from));
    }
  }

  record SentListView(
      @JsonProperty("documents") List<SentView> documents,
      @JsonProperty("messages") List<String> messages) {}

  record StartedView(
      @JsonProperty("envoyes") List<SentView> documents,
      @JsonProperty("messages") List<String> messages) {}

  record TableView(
      @JsonProperty("envois") List<SentView> documents,
      @JsonProperty("messages") List<String> messages) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("noter-deces", this::death),
        UserAction.of("alimenter-dmp", this::feed),
        UserAction.of("regler-reprise", this::decide),
        UserAction.of("lancer-reprise", this::start),
        UserAction.of("lire-envois-dmp", this::table));
  }

  void forgetAll() {
    rule = Rule.NONE;
  }

  private UserAction.Prepared death(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    DocumentInput.day(input.text("date"), 0);
    return () -> {
      visit.of(dossier).died();
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared feed(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    List<LocalDocument> chosen = new ArrayList<>();
    for (String id : input.optionalTexts("documents").orElse(List.of())) {
      chosen.add(
          documents
              .find(dossier.id(), id)
              .orElseThrow(
                  () -> new InputRefused("Aucun document « " + id + " » dans ce dossier.")));
    }
    boolean together = input.flag("enUnLot", false);
    Mode mode = DmpMode.read(input);
    return () -> {
      if (dossier.status() != IdentityStatus.QUALIFIEE) { // DMP/HISTO.05
        return Outcome.refused(
            new SentListView(views(chosen), List.of(DmpVisit.NOT_QUALIFIED)),
            1,
            DmpVisit.NOT_QUALIFIED);
      }
      List<LocalDocument> leaving =
          defects.has(Mutant.DMP_HISTORIQUE_TOUT_PART) ? documents.of(dossier.id()) : chosen;
      List<LocalDocument> unsent =
          leaving.stream()
              .filter(one -> !one.sending().sent() || defects.has(Mutant.DMP_DOCUMENT_RENVOYE))
              .toList();
      if (together && !unsent.isEmpty()) {
        feeding.sendTogether(unsent, mode);
      } else {
        for (LocalDocument document : unsent) {
          feeding.send(document, mode, true);
        }
      }
      return Outcome.done(new SentListView(views(chosen), List.of()), chosen.size() + 1);
    };
  }

  private static List<SentView> views(List<LocalDocument> documents) {
    return documents.stream().map(SentView::of).toList();
  }

  private UserAction.Prepared decide(Input input) {
    Optional<List<String>> types = input.optionalTexts("types");
    Optional<Instant> since = input.optionalText("depuis").map(day -> DocumentInput.day(day, 0));
    Optional<String> trigger = input.optionalText("declencheur");
    if (trigger.isPresent() && !TRIGGERS.contains(trigger.get())) {
      throw new InputRefused("« declencheur » vaut " + String.join(", ", TRIGGERS) + ".");
    }
    Optional<Integer> most = input.optionalNumber("vitesse");
    return () -> {
      rule =
          new Rule(
              types.orElse(rule.types()),
              since.orElse(rule.since()),
              trigger.orElse(rule.trigger()),
              most.orElse(rule.most()));
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared start(Input input) {
    Mode mode = DmpMode.read(input);
    return () -> {
      if (!rule.trigger().equals("global")) {
        String told = "La reprise de tous les dossiers n'est pas réglée : réglez-la d'abord.";
        return Outcome.refused(new StartedView(List.of(), List.of(told)), 1, told);
      }
      List<LocalDocument> sent = new ArrayList<>();
      for (Dossier dossier : dossiers.all()) {
        sent.addAll(takeUp(dossier, rule.most() - sent.size(), mode));
      }
      return Outcome.done(new StartedView(views(sent), List.of()), 1);
    };
  }

  /** Sends what was never sent of a record when something happens to it. */
  void happened(String trigger, Dossier dossier) throws InterruptedException {
    if (rule.trigger().equals(trigger) && !defects.has(Mutant.DMP_REPRISE_DECLENCHEUR_IGNORE)) {
      takeUp(dossier, rule.most(), null);
    }
  }

  private List<LocalDocument> takeUp(Dossier dossier, int most, @Nullable Mode mode)
      throws InterruptedException {
    boolean may =
        dossier.status() == IdentityStatus.QUALIFIEE
            && (visit.of(dossier).choices().feeding() || defects.has(Mutant.DMP_REPRISE_OPPOSANTS))
            && (!visit.of(dossier).dead() || defects.has(Mutant.DMP_REPRISE_DECES)); // DMP/HISTO.06
    if (!may) {
      return List.of();
    }
    List<LocalDocument> waiting =
        documents.of(dossier.id()).stream()
            .filter(document -> document.sending().state() == State.SANS_OBJET)
            .filter(document -> rule.takes(document, defects))
            .limit(defects.has(Mutant.DMP_REPRISE_VITESSE_IGNOREE) ? KEPT : Math.max(0, most))
            .toList();
    for (LocalDocument document : waiting) {
      feeding.send(document, mode, true);
    }
    return waiting;
  }

  private UserAction.Prepared table(Input input) {
    Optional<Dossier> dossier =
        input.has("dossier")
            ? Optional.of(RecordActions.dossier(dossiers, input))
            : Optional.empty();
    return () -> {
      if (defects.has(Mutant.DMP_ENVOIS_TUS)) {
        return Outcome.done(new TableView(List.of(), List.of()), 1);
      }
      List<LocalDocument> shown =
          dossier.isPresent() ? documents.of(dossier.get().id()) : documents.all();
      return Outcome.done(new TableView(views(shown), List.of()), 1);
    };
  }
}

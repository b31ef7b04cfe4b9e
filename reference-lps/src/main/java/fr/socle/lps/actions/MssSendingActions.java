package fr.socle.lps.actions;

import fr.socle.lps.actions.MssPost.Wanted;
import fr.socle.lps.actions.MssPost.Wishes;
import fr.socle.lps.actions.MssViews.ChoicesView;
import fr.socle.lps.actions.MssViews.DeliveryView;
import fr.socle.lps.actions.MssViews.SendingView;
import fr.socle.lps.actions.MssViews.SentView;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.message.Account;
import fr.socle.lps.mss.message.Letter;
import fr.socle.lps.mss.message.Sent;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters that users send, and those that follow a validation by themselves. */
final class MssSendingActions implements DocumentActions.Following {

  private static final String CITIZENS = "@patient.mssante.fr";
  private static final String NOT_QUALIFIED =
      "On n'écrit à un patient qu'à l'adresse de son INS qualifiée : qualifiez d'abord son"
          + " identité.";
  private static final String NO_LETTER_TO_PATIENT =
      "Le patient refuse qu'on écrive à sa messagerie.";
  private static final String NO_LETTER_TO_COLLEAGUES =
      "Le patient refuse que des professionnels reçoivent ses documents.";

  private final Dossiers dossiers;
  private final Documents documents;
  private final MssDesk desk;
  private final MssPost post;
  private final MssMaker maker;
  private final Defects defects;
  private final Map<String, Refusals> refusals = new HashMap<>();

  MssSendingActions(
      Dossiers dossiers,
      Documents documents,
      MssDesk desk,
      MssPost post,
      MssMaker maker,
      Defects defects) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.desk = desk;
    this.post = post;
    this.maker = maker;
    this.defects = defects;
  }

  /** What a patient refuses (MSS/va1.20, va1.22). */
  private record Refusals(boolean patient, boolean professionals) {}

  List<UserAction> all() {
    return List.of(
        UserAction.of("envoyer-mss", this::send),
        UserAction.of("prevenir-suppression-mss", this::recall),
        UserAction.of("noter-choix-mss", this::note),
        UserAction.of("lire-envois-mss", this::sendings));
  }

  void forgetAll() {
    refusals.clear();
  }

  private UserAction.Prepared note(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    Optional<Boolean> patient = refusal(input, "patient");
    Optional<Boolean> professionals = refusal(input, "professionnels");
    return () -> {
      Refusals before = of(dossier);
      Refusals after =
          new Refusals(
              patient.orElse(before.patient()), professionals.orElse(before.professionals()));
      refusals.put(dossier.id(), after);
      return Outcome.done(
          new ChoicesView(word(after.patient()), word(after.professionals()), List.of()), 1);
    };
  }

  private static Optional<Boolean> refusal(Input input, String member) {
    return input
        .optionalText(member)
        .map(
            word ->
                switch (word) {
                  case "accepte" -> false;
                  case "refuse" -> true;
                  default -> throw new InputRefused("« " + member + " » vaut accepte ou refuse.");
                });
  }

  private static String word(boolean refuses) {
    return refuses ? "refuse" : "accepte";
  }

  private Refusals of(Dossier dossier) {
    return refusals.getOrDefault(dossier.id(), new Refusals(false, false));
  }

  private UserAction.Prepared send(Input input) {
    @Nullable Dossier dossier =
        input.has("dossier") ? RecordActions.dossier(dossiers, input) : null;
    List<String> ids = input.optionalTexts("documents").orElse(List.of());
    if (dossier == null && !ids.isEmpty()) {
      throw new InputRefused("Des documents partent d'un dossier : donnez « dossier ».");
    }
    List<LocalDocument> chosen =
        dossier == null ? List.of() : ids.stream().map(id -> found(dossier, id)).toList();
    List<String> to = input.optionalTexts("destinataires").orElse(List.of());
    boolean toPatient = input.flag("auPatient", false);
    if (to.isEmpty() && !toPatient) {
      throw new InputRefused("À qui écrire ? Donnez « destinataires » ou « auPatient ».");
    }
    if (toPatient && dossier == null) {
      throw new InputRefused("Un patient se choisit par son dossier : donnez « dossier ».");
    }
    Wishes wishes =
        new Wishes(
            input.flag("accuseLecture", false),
            input.flag("accuseReception", false),
            input.flag("sansReponse", false));
    Optional<String> mailbox = input.optionalText("boite");
    Optional<String> subject = input.optionalText("objet");
    String text = input.optionalText("texte").orElse("Veuillez trouver ci-joint un document.");
    return () -> {
      Account from;
      try {
        from = desk.account(mailbox);
      } catch (MailFailure e) {
        return Outcome.refused(null, 1, e.told());
      }
      List<Outgoing> outgoing = new ArrayList<>();
      if (!to.isEmpty()) {
        outgoing.add(new Outgoing(to, false));
      }
      if (dossier != null && toPatient) {
        outgoing.add(new Outgoing(List.of(), true));
      }
      List<SentView> views = new ArrayList<>();
      List<String> told = new ArrayList<>();
      for (Outgoing each : outgoing) {
        views.add(
            dossier == null
                ? plain(from, each.to(), subject.orElse("Message"), text, wishes)
                : about(dossier, chosen, from, each, subject, text, wishes, told));
      }
      boolean some = views.stream().anyMatch(view -> !view.recipients().isEmpty());
      SendingView view = new SendingView(views, told);
      return some || told.isEmpty() ? Outcome.done(view, 2) : Outcome.refused(view, 2, told.get(0));
    };
  }

  /** Those who have a document are told that it is deleted, in preset words (MSS/va1.30). */
  private UserAction.Prepared recall(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    LocalDocument document = found(dossier, input.text("document"));
    return () -> {
      List<String> holders = post.holders(document);
      if (holders.isEmpty()) {
        return Outcome.refused(null, 1, "Ce document n'a été envoyé à personne.");
      }
      try {
        String title = document.draft().title();
        boolean mute = defects.has(Mutant.MSS_SUPPRESSION_DITE_A_DEMI);
        return Outcome.done(
            new SendingView(
                List.of(
                    plain(
                        desk.account(Optional.empty()),
                        holders,
                        mute ? "Un document" : "Document supprimé",
                        mute
                            ? ""
                            : "Le document « "
                                + title
                                + " », que je vous ai envoyé, est supprimé.\nN'en tenez plus compte.",
                        Wishes.NONE)),
                List.of()),
            1);
      } catch (MailFailure e) {
        return Outcome.refused(null, 1, e.told());
      }
    };
  }

  private LocalDocument found(Dossier dossier, String id) {
    return documents
        .find(dossier.id(), id)
        .orElseThrow(
            () ->
                new InputRefused(
                    "Aucun document « " + id + " » dans ce dossier : validez-le d'abord."));
  }

  /** A letter to make: to colleagues, or to the patient. */
  private record Outgoing(List<String> to, boolean patient) {}

  private SentView plain(Account from, List<String> to, String subject, String text, Wishes wishes)
      throws InterruptedException {
    return SentView.of(post.send(new Wanted(from, to, subject, text, null, wishes, null), ""));
  }

  private SentView about(
      Dossier dossier,
      List<LocalDocument> chosen,
      Account from,
      Outgoing outgoing,
      Optional<String> subject,
      String text,
      Wishes wishes,
      List<String> told)
      throws InterruptedException {
    Optional<String> obstacle = obstacle(dossier, outgoing.patient());
    if (obstacle.isPresent()) {
      told.add(obstacle.get());
      return new SentView("aucun", notSent(outgoing, obstacle.get()));
    }
    List<String> to = outgoing.patient() ? List.of(addressOf(dossier)) : outgoing.to();
    Letter.@Nullable Carried carried = chosen.isEmpty() ? null : maker.carried(chosen, dossier);
    String title = chosen.isEmpty() ? subject.orElse("Message") : maker.subject(chosen, dossier);
    String words = chosen.isEmpty() ? text : maker.text(chosen, text);
    Sent sent =
        post.send(new Wanted(from, to, title, words, carried, wishes, null), titles(chosen));
    if (!chosen.isEmpty()) {
      post.left(dossier, chosen, sent);
    }
    return SentView.of(sent);
  }

  private static String titles(List<LocalDocument> chosen) {
    return String.join(", ", chosen.stream().map(each -> each.draft().title()).toList());
  }

  private static List<DeliveryView> notSent(Outgoing outgoing, String why) {
    return outgoing.to().stream().map(each -> new DeliveryView(each, "non-envoye", why)).toList();
  }

  private Optional<String> obstacle(Dossier dossier, boolean toPatient) {
    Refusals refused = of(dossier);
    if (toPatient && !qualified(dossier)) {
      return Optional.of(NOT_QUALIFIED);
    }
    if (toPatient && refused.patient() && !defects.has(Mutant.MSS_REFUS_DU_PATIENT_IGNORE)) {
      return Optional.of(NO_LETTER_TO_PATIENT);
    }
    return !toPatient
            && refused.professionals()
            && !defects.has(Mutant.MSS_REFUS_POUR_CONFRERES_IGNORE)
        ? Optional.of(NO_LETTER_TO_COLLEAGUES)
        : Optional.empty();
  }

  private boolean qualified(Dossier dossier) {
    return dossier.ins() != null
        && (dossier.status() == IdentityStatus.QUALIFIEE
            || defects.has(Mutant.MSS_PATIENT_NON_QUALIFIE));
  }

  // ECO.2.2.6
  private String addressOf(Dossier dossier) {
    Ins ins = dossier.ins();
    if (ins == null) {
      throw new IllegalStateException("no INS");
    }
    String key = defects.has(Mutant.MSS_PATIENT_SANS_CLE) ? "" : ins.key();
    return ins.matricule() + key + CITIZENS;
  }

  @Override
  public List<DeliveryView> validated(
      Dossier dossier, LocalDocument document, DocumentActions.Addressed addressed)
      throws InterruptedException {
    List<DeliveryView> all = new ArrayList<>();
    Account from;
    try {
      from = desk.account(Optional.empty());
    } catch (MailFailure e) {
      return List.of();
    }
    List<Outgoing> outgoing = new ArrayList<>();
    if (!addressed.colleagues().isEmpty()) {
      outgoing.add(new Outgoing(addressed.colleagues(), false));
    }
    if (addressed.patient()) {
      outgoing.add(new Outgoing(List.of(), true));
    }
    for (Outgoing each : outgoing) {
      all.addAll(
          about(
                  dossier,
                  List.of(document),
                  from,
                  each,
                  Optional.empty(),
                  "Veuillez trouver ci-joint un document.",
                  Wishes.NONE,
                  new ArrayList<>())
              .recipients());
    }
    return all;
  }

  private UserAction.Prepared sendings(Input input) {
    return () ->
        Outcome.done(new SendingView(post.all().stream().map(SentView::of).toList(), List.of()), 1);
  }
}

package fr.socle.lps.actions;

import fr.socle.lps.actions.DmpViews.DocumentView;
import fr.socle.lps.actions.MssViews.DeliveryView;
import fr.socle.lps.dmp.cda.Content;
import fr.socle.lps.dmp.cda.Order;
import fr.socle.lps.dmp.ebxml.Author;
import fr.socle.lps.dmp.ebxml.DocumentTypes;
import fr.socle.lps.dmp.ebxml.Visibility;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.Draft;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.record.Sending;
import fr.socle.lps.dmp.record.Sending.State;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.dmp.vihf.Professional;
import fr.socle.lps.dmp.vihf.Structure;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Documents that users validate: they leave for the DMP by themselves (DMP/va1.01). */
final class DocumentActions {

  private static final String DECLARATION = "CERT_DECL";
  private static final String IMAGING_REQUEST = "55115-0";
  private static final String BOTH_HIDDEN =
      "Un document n'est pas à la fois masqué aux professionnels et invisible du patient :"
          + " choisissez l'un ou l'autre.";
  private static final int LARGEST_SHOWN = 700 * 1024;

  private final Dossiers dossiers;
  private final Documents documents;
  private final DmpFeeding feeding;
  private final HistoryActions history;
  private final DmpCaller caller;
  private final DocumentMaker maker;
  private final Clock clock;
  private final Defects defects;
  private Following following = (dossier, document, addressed) -> List.of();
  private boolean held; // only a mutant reads it, as the next one
  private Visibility lastVisibility = Visibility.EVERYBODY;

  DocumentActions(
      Dossiers dossiers,
      Documents documents,
      DmpFeeding feeding,
      HistoryActions history,
      DmpCaller caller,
      DocumentMaker maker,
      Clock clock,
      Defects defects) {
    this.dossiers = dossiers;
    this.documents = documents;
    this.feeding = feeding;
    this.history = history;
    this.caller = caller;
    this.maker = maker;
    this.clock = clock;
    this.defects = defects;
  }

  /** What a document is sent to by mail once it is validated. */
  record Addressed(List<String> colleagues, boolean patient) {

    static Addressed of(Input input) {
      return new Addressed(
          input.optionalTexts("adressesMss").orElse(List.of()),
          input.flag("envoyerAuPatient", false));
    }

    boolean toSomebody() {
      return patient || !colleagues.isEmpty();
    }
  }

  /** What follows a validation by itself, besides the DMP. */
  @FunctionalInterface
  interface Following {
    List<DeliveryView> validated(Dossier dossier, LocalDocument document, Addressed addressed)
        throws InterruptedException;
  }

  void followedBy(Following other) {
    following = other;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("regler-mention", this::notice),
        UserAction.of("valider-document", this::validate),
        UserAction.of("remplacer-document", this::replace),
        UserAction.of("ajouter-historique", this::past));
  }

  void forgetAll() {
    held = false;
    lastVisibility = Visibility.EVERYBODY;
    maker.usualNotice();
  }

  private UserAction.Prepared notice(Input input) {
    String text = input.text("mention");
    return () -> {
      maker.notice(text);
      return Outcome.done(Outcome.nothing(), 1);
    };
  }

  private UserAction.Prepared validate(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    DocumentTypes.Type type = DocumentInput.type(input);
    String title = DocumentInput.title(input, type);
    Content content = DocumentInput.content(input, "Document validé : " + title + ".");
    Optional<Instant> act = DocumentInput.act(input);
    List<Professional> recipients = DocumentInput.recipients(input);
    Visibility visibility = DocumentInput.visibility(input).orElse(Visibility.EVERYBODY);
    boolean sends = input.flag("envoyerDmp", true);
    boolean waits = !input.flag("sansAttendre", false);
    Addressed addressed = Addressed.of(input);
    Mode mode = DmpMode.read(input);
    return () -> {
      if (!visibility.allowed() && !defects.has(Mutant.DMP_CACHE_AUX_DEUX)) {
        return Outcome.refused(null, 1, BOTH_HIDDEN);
      }
      Professional who;
      try {
        who = caller.who(mode == null ? caller.toFeed() : mode);
      } catch (DmpCaller.Lacking | Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
      Instant now = clock.instant();
      boolean request = type.type().code().equals(IMAGING_REQUEST);
      Order order = request ? new Order(orderNumber(), maker.orders()) : null;
      Draft draft =
          new Draft(
              type,
              title,
              content,
              act.orElse(now),
              now,
              List.of(Author.of(signing(who, type))),
              who,
              defects.has(Mutant.DMP_DESTINATAIRES_OUBLIES) ? List.of() : recipients,
              repeated(visibility),
              order);
      boolean leaves = sends && !(held && defects.has(Mutant.DMP_RETENUE_REPETEE));
      held = held || !sends;
      LocalDocument document = documents.add(dossier.id(), draft, false);
      return sent(
          dossier,
          document,
          addressed,
          () -> leaves ? feeding.send(document, mode, waits) : held(document));
    };
  }

  private Professional signing(Professional who, DocumentTypes.Type type) {
    return type.type().code().equals(DECLARATION) && defects.has(Mutant.DMP_AUTEUR_AUTRE_STRUCTURE)
        ? who.at(Structure.practiceOf(who.nationalId(), who.familyName()))
        : who;
  }

  private Visibility repeated(Visibility visibility) {
    boolean repeats =
        visibility.equals(Visibility.EVERYBODY) && defects.has(Mutant.DMP_VISIBILITE_REPETEE);
    if (!repeats) {
      lastVisibility = visibility;
    }
    return lastVisibility;
  }

  private String orderNumber() {
    return defects.has(Mutant.DMP_DEMANDE_NUMERO_CONSTANT)
        ? "1"
        : String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 1);
  }

  private Sending held(LocalDocument document) {
    return feeding.now(
        document, new Sending(State.BLOQUE, "Vous avez retenu l'envoi de ce document au DMP."));
  }

  @FunctionalInterface
  private interface Way {
    Sending take() throws InterruptedException;
  }

  private Outcome sent(Dossier dossier, LocalDocument document, Addressed addressed, Way way)
      throws InterruptedException {
    dossier.file(document.draft().title());
    Sending sending = way.take();
    List<DeliveryView> mailed =
        addressed.toSomebody() ? following.validated(dossier, document, addressed) : List.of();
    history.happened("validation-document", dossier);
    byte[] pdf = maker.shown(document, dossier);
    Order order = document.draft().order();
    return Outcome.done(
        new DocumentView(
            document.id(),
            document.uniqueId(),
            sending.state().wire(),
            sending.why().isEmpty() ? null : sending.why(),
            order == null ? null : order.composite(),
            pdf.length > LARGEST_SHOWN ? null : Base64.getEncoder().encodeToString(pdf),
            addressed.toSomebody() ? mailed : null,
            sending.why().isEmpty() ? List.of() : List.of(sending.why())),
        1);
  }

  private UserAction.Prepared replace(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    LocalDocument previous = document(documents, dossier, input);
    Draft before = previous.draft();
    String title = input.optionalText("titre").orElse(before.title());
    Content content = DocumentInput.content(input, before.content().text());
    Visibility visibility = DocumentInput.visibility(input).orElse(before.visibility());
    Mode mode = DmpMode.read(input);
    Addressed addressed = Addressed.of(input);
    return () -> {
      if (!visibility.allowed()) {
        return Outcome.refused(view(previous), 1, BOTH_HIDDEN);
      }
      if (title.equals(before.title())
          && content.equals(before.content())
          && visibility.equals(before.visibility())) { // EX_GEN-1060: nothing unchanged is sent
        return Outcome.refused(
            view(previous), 1, "Cette version ne change rien : elle n'est pas envoyée.");
      }
      Draft draft = before.corrected(title, content, visibility, clock.instant());
      // What never left is no version of anything for the DMP, and nobody held this one back.
      State state = previous.sending().state();
      boolean version =
          state == State.ENVOYE
              || state == State.EN_ATTENTE
              || previous.mailed()
              || (state == State.BLOQUE && defects.has(Mutant.DMP_RETENU_REMPLACE));
      LocalDocument next =
          version
              ? documents.replace(previous, draft)
              : documents.add(dossier.id(), draft, previous.past());
      return sent(dossier, next, addressed, () -> feeding.send(next, mode, true));
    };
  }

  private static DocumentView view(LocalDocument document) {
    return new DocumentView(
        document.id(),
        document.uniqueId(),
        document.sending().state().wire(),
        null,
        null,
        null,
        null,
        List.of());
  }

  private UserAction.Prepared past(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    DocumentTypes.Type type = DocumentInput.type(input);
    String title = DocumentInput.title(input, type);
    Content content = DocumentInput.content(input, "Document ancien : " + title + ".");
    Instant act = DocumentInput.instant(input.text("dateActe"));
    Optional<Professional> author = DocumentInput.author(input);
    boolean left = input.flag("auteurHorsRpps", false);
    return () -> {
      Professional who;
      try {
        who = caller.who(caller.toFeed());
      } catch (DmpCaller.Lacking | Services.NotReady e) {
        return Outcome.refused(null, 1, String.valueOf(e.getMessage()));
      }
      Author writer = Author.of(author.map(one -> one.at(who.structure())).orElse(who));
      // DMP/HISTO.04: for who left, his organisation is an author too
      boolean both = left && !defects.has(Mutant.DMP_HISTORIQUE_SANS_STRUCTURE);
      List<Author> authors = both ? List.of(writer, beside(who)) : List.of(writer);
      Instant dated = defects.has(Mutant.DMP_HISTORIQUE_DATE_DU_JOUR) ? clock.instant() : act;
      Draft draft =
          new Draft(
              type,
              title,
              content,
              dated,
              dated,
              authors,
              who,
              List.of(),
              Visibility.EVERYBODY,
              null);
      LocalDocument document = documents.add(dossier.id(), draft, true);
      dossier.file(title);
      return Outcome.done(Map.of("document", document.id()), 0);
    };
  }

  private Author beside(Professional who) {
    return defects.has(Mutant.DMP_HISTORIQUE_AUTRE_MEDECIN)
        ? Author.of(who)
        : Author.ofStructure(who);
  }

  /** The document an input names. */
  static LocalDocument document(Documents documents, Dossier dossier, Input input) {
    String id = input.text("document");
    return documents
        .find(dossier.id(), id)
        .orElseThrow(
            () ->
                new InputRefused(
                    "Aucun document « " + id + " » dans ce dossier : validez-le d'abord."));
  }
}

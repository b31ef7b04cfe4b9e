package fr.socle.lps.actions;

import fr.socle.lps.actions.MssInboxViews.CitizenView;
import fr.socle.lps.actions.MssInboxViews.ConfirmedView;
import fr.socle.lps.actions.MssInboxViews.FiledView;
import fr.socle.lps.actions.MssInboxViews.InboxView;
import fr.socle.lps.actions.MssInboxViews.KeptView;
import fr.socle.lps.actions.MssInboxViews.MessageView;
import fr.socle.lps.actions.MssInboxViews.PaperView;
import fr.socle.lps.actions.MssInboxViews.ReadView;
import fr.socle.lps.actions.MssPost.Wanted;
import fr.socle.lps.actions.MssPost.Wishes;
import fr.socle.lps.actions.MssViews.SendingView;
import fr.socle.lps.actions.MssViews.SentView;
import fr.socle.lps.dmp.cda.CdaReader;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.mss.client.Access;
import fr.socle.lps.mss.client.MailFailure;
import fr.socle.lps.mss.inbox.Inbox;
import fr.socle.lps.mss.inbox.Incoming;
import fr.socle.lps.mss.message.Account;
import fr.socle.lps.mss.message.Labels;
import fr.socle.lps.mss.message.Letter;
import fr.socle.lps.mss.message.ReceiptWriter;
import fr.socle.lps.mss.message.Sent;
import fr.socle.lps.mss.xdm.ReceivedArchive;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the user does with what he receives: fetches, reads, answers, files. */
final class MssInboxActions {

  private static final String PREFIX = "XDM/1.0/DDM+";

  private final Dossiers dossiers;
  private final MssDesk desk;
  private final MssPost post;
  private final Inbox inbox = new Inbox();
  private final Map<String, Long> fetched = new HashMap<>();
  private final Defects defects;
  private boolean down; // only a mutant reads it

  MssInboxActions(Dossiers dossiers, MssDesk desk, MssPost post, Defects defects) {
    this.dossiers = dossiers;
    this.desk = desk;
    this.post = post;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("relever-mss", this::fetch),
        UserAction.of("lire-message-mss", this::read),
        UserAction.of("repondre-mss", this::answer),
        UserAction.of("classer-document-recu", this::file),
        UserAction.of("confirmer-document-recu", this::confirm));
  }

  void forgetAll() {
    inbox.forgetAll();
    fetched.clear();
    down = false;
  }

  private UserAction.Prepared fetch(Input input) {
    return () -> {
      List<String> told = new ArrayList<>();
      boolean failed = false;
      down = false;
      List<Account> accounts = desk.accounts();
      if (defects.has(Mutant.MSS_UNE_SEULE_BOITE) && !accounts.isEmpty()) {
        accounts = accounts.subList(0, 1);
      }
      for (Account account : accounts) {
        try {
          fetch(account);
        } catch (MailFailure e) {
          failed = true;
          down = true;
          told.add(e.told());
          desk.trace("releve", "relève de " + account.address(), "échec : " + e.told(), "");
        }
      }
      post.resume();
      if (desk.accounts().isEmpty()) {
        return Outcome.refused(null, 1, "Réglez d'abord votre boîte MSSanté.");
      }
      InboxView view = new InboxView(told, inbox.items().stream().map(this::shown).toList());
      return failed ? Outcome.failed(view, 1, told.get(0)) : Outcome.done(view, 1);
    };
  }

  private void fetch(Account account) throws MailFailure, InterruptedException {
    long known = fetched.getOrDefault(account.address(), 0L);
    List<Access.Fetched> arrived = desk.using(account, access -> access.after(known));
    for (Access.Fetched each : arrived) {
      if (defects.has(Mutant.MSS_ARCHIVE_ILLISIBLE_BLOQUE) && unreadable(each.bytes())) {
        throw new MailFailure("Un message ne peut pas être lu.", false, "");
      }
      fetched.merge(account.address(), each.uid(), Math::max);
      Incoming.read(each.bytes()).ifPresent(message -> take(account, each.uid(), message));
    }
    desk.trace(
        "releve", "relève de " + account.address(), arrived.size() + " message(s) reçu(s)", "");
  }

  // only a mutant asks
  private static boolean unreadable(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("IHE_XDM.ZIP")
        && Incoming.read(bytes).flatMap(Incoming::archive).isEmpty();
  }

  private void take(Account account, long uid, Incoming message) {
    if (!inbox.arrived(account.address(), uid, message)) {
      return;
    }
    message.report().ifPresent(this::heard);
    if (defects.has(Mutant.MSS_SUPPRESSION_SANS_ACCORD)) {
      for (Inbox.Paper paper : inbox.papers()) {
        if (paper.unwanted() && paper.filedIn() != null) {
          dossiers.find(paper.filedIn()).ifPresent(dossier -> takeOut(paper, dossier));
        }
      }
    }
    inbox
        .find(message.id())
        .ifPresent(
            item ->
                item.papers()
                    .forEach(
                        paper -> history("reception", message, paper, "de " + message.sender())));
  }

  private void history(String action, Incoming message, Inbox.Paper paper, String what) {
    if (!defects.has(Mutant.MSS_HISTOIRE_OUBLIEE)) {
      desk.trace(
          action, message.id(), what, paper.header().title() + " " + paper.document().uniqueId());
    }
  }

  /** Something is known of a message of ours. */
  private void heard(Incoming.Report report) {
    if (defects.has(
        report.receipt() ? Mutant.MSS_ACCUSE_NON_RATTACHE : Mutant.MSS_AVIS_NON_RATTACHE)) {
      return;
    }
    about(report)
        .ifPresent(
            sent -> {
              String recipient =
                  report.recipient().isEmpty() ? sent.letter().to().get(0) : report.recipient();
              sent.now(
                  recipient,
                  state(report),
                  defects.has(Mutant.MSS_CAUSE_DE_NON_DISTRIBUTION_TUE)
                      ? "Message non distribué."
                      : report.why());
            });
  }

  private Optional<Sent> about(Incoming.Report report) {
    if (defects.has(
        report.receipt() ? Mutant.MSS_ACCUSE_MAL_RATTACHE : Mutant.MSS_AVIS_MAL_RATTACHE)) {
      return post.all().stream().reduce((before, after) -> after);
    }
    return post.find(report.about());
  }

  private Sent.State state(Incoming.Report report) {
    String said = report.said();
    if (report.receipt()) {
      if (said.contains("error") || said.startsWith("deleted")) {
        return defects.has(Mutant.MSS_ERREUR_D_INTEGRATION_TUE) ? Sent.State.LU : Sent.State.REJETE;
      }
      return said.startsWith("displayed") ? Sent.State.LU : Sent.State.TRAITE;
    }
    return switch (said) {
      case "delivered", "relayed", "expanded" -> Sent.State.RECU;
      case "delayed" ->
          defects.has(Mutant.MSS_RETARD_RENVOYE) ? Sent.State.EN_ATTENTE : Sent.State.RETARDE;
      default -> Sent.State.REJETE;
    };
  }

  private MessageView shown(Inbox.Item item) {
    Incoming message = item.message();
    boolean citizen = message.fromPatient() && !defects.has(Mutant.MSS_USAGER_NON_DISTINGUE);
    boolean recognised =
        message.archive().isPresent() != defects.has(Mutant.MSS_ARCHIVE_NON_RECONNUE);
    return new MessageView(
        message.id(),
        item.mailbox(),
        message.sender(),
        message.senderLabel(),
        citizen ? "usager" : "professionnel",
        message.fromPatient() && !defects.has(Mutant.MSS_USAGER_ANONYME) ? citizen(message) : null,
        subject(message.subject()),
        message.report().map(report -> report.receipt() ? "accuse" : "rejet").orElse("lettre"),
        message.answers().isEmpty() || defects.has(Mutant.MSS_CONVERSATION_IGNOREE)
            ? null
            : message.answers(),
        recognised,
        !message.receiptTo().isEmpty(),
        recognised && legible(item) ? item.papers().stream().map(this::shown).toList() : List.of());
  }

  private String subject(String subject) {
    boolean left =
        defects.has(Mutant.MSS_PREFIXE_MONTRE)
            || (defects.has(Mutant.MSS_PREFIXE_ACCENTUE_MONTRE)
                && subject.chars().anyMatch(letter -> letter > '~'));
    return subject.startsWith(PREFIX) && !left ? subject.substring(PREFIX.length()) : subject;
  }

  private @Nullable CitizenView citizen(Incoming message) {
    String number = message.senderName();
    for (Dossier dossier : dossiers.all()) {
      Ins ins = dossier.ins();
      if (ins != null && (ins.matricule() + ins.key()).equalsIgnoreCase(number)) {
        Traits traits = dossier.traits();
        return new CitizenView(traits.birthName(), traits.firstName(), ins.matricule());
      }
    }
    return null;
  }

  /** Whether a document is one that this software could read: only a mutant could not. */
  private boolean legible(Inbox.Item item) {
    return !(defects.has(Mutant.MSS_NOMS_EN_MINUSCULES_IGNORES)
            && item.message().archive().stream().anyMatch(ReceivedArchive::small))
        && !(defects.has(Mutant.MSS_PREFIXES_IMPOSES)
            && item.message().archive().stream().anyMatch(ReceivedArchive::oddPrefixes));
  }

  private PaperView shown(Inbox.Paper paper) {
    String filed = paper.filedIn();
    Optional<Dossier> match = matched(paper);
    List<String> proposals =
        match.isPresent() || defects.has(Mutant.MSS_RATTACHEMENT_NON_PROPOSE)
            ? List.of()
            : alike(paper);
    boolean plain = defects.has(Mutant.MSS_ENTETE_NON_LUE);
    return new PaperView(
        paper.document().uniqueId(),
        plain ? "Document reçu" : paper.header().title(),
        plain ? "" : paper.header().type(),
        plain ? "" : paper.header().date(),
        plain ? "" : paper.header().author(),
        paper.header().familyName() + " " + paper.header().firstName(),
        match.isPresent() ? "ins" : proposals.isEmpty() ? "aucun" : "traits",
        filed != null ? filed : match.map(Dossier::id).orElse(null),
        proposals,
        state(paper));
  }

  private String state(Inbox.Paper paper) {
    if (paper.gone()) {
      return "supprime";
    }
    if (paper.unwanted() || paper.asksForDeletion()) {
      return "a-supprimer";
    }
    if (paper.newer() != null && !defects.has(Mutant.MSS_VERSION_NOUVELLE_TUE)) {
      return "remplace";
    }
    return paper.filedIn() == null ? "a-classer" : "classe";
  }

  /** The record of the patient that the metadata name, if his identity is qualified (ECO.2.1.2). */
  private Optional<Dossier> matched(Inbox.Paper paper) {
    if (defects.has(Mutant.MSS_PATIENT_PAR_SON_NOM)) {
      return dossiers.all().stream()
          .filter(each -> paper.subject().contains(Labels.upper(each.traits().birthName())))
          .findFirst();
    }
    String patient = named(paper);
    String told = CdaReader.patient(paper.document().bytes());
    boolean unsure = !told.isEmpty() && !told.equals(patient);
    if (unsure && !defects.has(Mutant.MSS_PATIENT_DU_PREMIER)) {
      return Optional.empty(); // the archive and the document do not agree: the user decides
    }
    for (Dossier dossier : dossiers.all()) {
      Ins ins = dossier.ins();
      if (ins != null
          && dossier.status() == IdentityStatus.QUALIFIEE
          && patient.equals(ins.matricule() + ins.key() + "^^^&" + ins.oid() + "&ISO^NH")) {
        return Optional.of(dossier);
      }
    }
    return defects.has(Mutant.MSS_SANS_INS_RATTACHE) && !patient.endsWith("^NH")
        ? alike(paper).stream().flatMap(id -> dossiers.find(id).stream()).findFirst()
        : Optional.empty();
  }

  private String named(Inbox.Paper paper) {
    if (defects.has(Mutant.MSS_PATIENT_DU_CDA)) {
      return CdaReader.patient(paper.document().bytes());
    }
    return defects.has(Mutant.MSS_PATIENT_DU_PREMIER)
        ? inbox.items().stream()
            .filter(item -> item.papers().contains(paper))
            .map(item -> item.papers().get(0).document().patient())
            .findFirst()
            .orElse("")
        : paper.document().patient();
  }

  /** Records whose traits are those of the patient of a document (MSS/va1.27). */
  private List<String> alike(Inbox.Paper paper) {
    String name = Labels.upper(paper.header().familyName());
    return dossiers.all().stream()
        .filter(dossier -> Labels.upper(dossier.traits().birthName()).equals(name))
        .filter(dossier -> dossier.traits().birthDate().equals(paper.header().birthDate()))
        .map(Dossier::id)
        .toList();
  }

  private Inbox.Item item(Input input) {
    String id = input.text("message");
    return inbox
        .find(id)
        .orElseThrow(
            () -> new InputRefused("Aucun message « " + id + " » : relevez d'abord la boîte."));
  }

  private UserAction.Prepared read(Input input) {
    Inbox.Item item = item(input);
    boolean agrees = input.flag("rendreAccuse", true);
    return () -> {
      List<String> told = new ArrayList<>();
      boolean sent = false;
      try {
        Account account = desk.account(Optional.of(item.mailbox()));
        item.readNow();
        desk.using(
            account,
            access -> {
              access.read(item.uid());
              return true;
            });
        desk.trace("lecture", item.message().id(), "lu", "");
        boolean asked =
            !item.message().receiptTo().isEmpty() || defects.has(Mutant.MSS_ACCUSE_SANS_DEMANDE);
        if (asked && agrees && !defects.has(Mutant.MSS_ACCUSE_NON_RENDU)) {
          sent = receipt(account, item.message(), told);
        }
      } catch (MailFailure e) {
        told.add(e.told());
        desk.trace("lecture", item.message().id(), "échec : " + e.told(), "");
      }
      return Outcome.done(new ReadView(shown(item), item.message().text(), sent, told), 1);
    };
  }

  private boolean receipt(Account account, Incoming message, List<String> told)
      throws InterruptedException {
    String to =
        message.receiptTo().isEmpty()
            ? message.sender()
            : message.receiptTo().replaceAll("(?s).*<|>.*", "");
    ReceiptWriter.Read read =
        new ReceiptWriter.Read(
            defects.has(Mutant.MSS_ACCUSE_D_UN_AUTRE) ? post.id(account) : message.id(),
            message.subject(),
            to,
            message.bytes());
    return post.receipt(account, read, told);
  }

  private UserAction.Prepared answer(Input input) {
    Inbox.Item item = item(input);
    String text = input.text("texte");
    return () -> {
      Account account;
      try {
        account = desk.account(Optional.of(item.mailbox()));
      } catch (MailFailure e) {
        return Outcome.refused(null, 1, e.told());
      }
      Incoming message = item.message();
      Sent sent =
          post.send(
              new Wanted(
                  account,
                  List.of(message.sender()),
                  "Re: " + subject(message.subject()),
                  text,
                  null,
                  Wishes.NONE,
                  new Letter.Answered(message.id(), message.references())),
              "");
      return Outcome.done(new SendingView(List.of(SentView.of(sent)), List.of()), 1);
    };
  }

  private UserAction.Prepared file(Input input) {
    Inbox.Item item = item(input);
    Optional<String> document = input.optionalText("document");
    @Nullable Dossier chosen = input.has("dossier") ? RecordActions.dossier(dossiers, input) : null;
    return () -> {
      List<String> titles = new ArrayList<>();
      @Nullable Dossier into = null;
      for (Inbox.Paper paper : item.papers()) {
        if (paper.asksForDeletion()
            || (document.isPresent() && !document.get().equals(paper.document().uniqueId()))) {
          continue;
        }
        into = chosen == null ? matched(paper).orElse(null) : chosen;
        if (into == null) {
          return Outcome.refused(
              null, 1, "Choisissez le dossier de ce patient : son INS n'est pas connue ici.");
        }
        if (defects.has(Mutant.MSS_CLASSE_AILLEURS)) {
          String right = into.id();
          into =
              dossiers.all().stream()
                  .filter(each -> !each.id().equals(right))
                  .findFirst()
                  .orElse(into);
        }
        if (!defects.has(Mutant.MSS_CLASSEMENT_FICTIF)) {
          paper.fileIn(into.id());
          into.file(paper.header().title());
        }
        titles.add(paper.header().title());
        history("classement", item.message(), paper, "dans le dossier " + into.id());
      }
      if (into == null) {
        return Outcome.refused(null, 1, "Ce message ne porte aucun document à classer.");
      }
      return Outcome.done(
          new FiledView(into.id(), titles, List.of()),
          defects.has(Mutant.MSS_CLASSEMENT_LABORIEUX) ? 6 : 1);
    };
  }

  /** The user has seen what is asked of a document of a record, and agrees (MSS/UX.05). */
  private UserAction.Prepared confirm(Input input) {
    Dossier dossier = RecordActions.dossier(dossiers, input);
    String id = input.text("document");
    Inbox.Paper paper =
        inbox.papers().stream()
            .filter(each -> dossier.id().equals(each.filedIn()))
            .filter(each -> each.document().uniqueId().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new InputRefused("Aucun document reçu « " + id + " » dans ce dossier."));
    return () -> {
      Inbox.Paper newer = paper.newer();
      if (paper.unwanted()) {
        if (!defects.has(Mutant.MSS_SUPPRESSION_FICTIVE)) {
          takeOut(paper, dossier);
        }
      } else if (newer != null) {
        if (newer.filedIn() == null && !defects.has(Mutant.MSS_REMPLACEMENT_FICTIF)) {
          newer.fileIn(dossier.id());
          dossier.file(newer.header().title());
        }
        takeOut(paper, dossier);
      } else {
        return Outcome.refused(
            null, 1, "Rien n'est demandé de ce document : aucune autre version n'est arrivée.");
      }
      desk.trace(
          paper.unwanted() ? "suppression" : "remplacement",
          id,
          "dans le dossier " + dossier.id(),
          paper.header().title());
      return Outcome.done(new ConfirmedView(dossier.id(), List.of()), 1);
    };
  }

  private static void takeOut(Inbox.Paper paper, Dossier dossier) {
    paper.removeFromRecord();
    dossier.unfile(paper.header().title());
  }

  /** The documents of a record that came by mail, and whether they still stand (MSS/UX.05). */
  List<KeptView> keptIn(Dossier dossier) {
    if (down && defects.has(Mutant.MSS_PANNE_GENE_LE_RESTE)) {
      throw new IllegalStateException("no mail");
    }
    return inbox.papers().stream()
        .filter(paper -> dossier.id().equals(paper.filedIn()))
        .map(
            paper ->
                new KeptView(
                    paper.document().uniqueId(),
                    paper.header().title(),
                    paper.header().type(),
                    paper.header().date(),
                    defects.has(Mutant.MSS_ORIGINE_TUE) ? "INCONNUE" : "MSSANTE",
                    state(paper)))
        .toList();
  }
}

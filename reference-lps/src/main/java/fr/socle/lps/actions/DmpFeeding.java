package fr.socle.lps.actions;

import fr.socle.lps.dmp.client.About;
import fr.socle.lps.dmp.client.DmpClient;
import fr.socle.lps.dmp.client.Existence;
import fr.socle.lps.dmp.ebxml.StoredQuery;
import fr.socle.lps.dmp.ebxml.Submission;
import fr.socle.lps.dmp.record.Documents;
import fr.socle.lps.dmp.record.LocalDocument;
import fr.socle.lps.dmp.record.Sending;
import fr.socle.lps.dmp.record.Sending.State;
import fr.socle.lps.dmp.record.WaitingLine;
import fr.socle.lps.dmp.soap.DmpRefused;
import fr.socle.lps.dmp.soap.DmpUnreachable;
import fr.socle.lps.dmp.vihf.Mode;
import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.Ins;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends documents to the DMP, now or as soon as it can be reached. */
final class DmpFeeding implements AutoCloseable {

  private static final String ALREADY_THERE = "XDSDuplicateUniqueIdInRegistry";
  private static final String CLOSED = "DMPClosed";
  private static final String CERTIFICATE = "DMPInvalidCertificate";

  private static final String CERTIFICATES = "52";

  private final Dossiers dossiers;
  private final Documents documents;
  private final DmpVisit visit;
  private final DmpCaller caller;
  private final DocumentMaker maker;
  private final Clock clock;
  private final Defects defects;
  private final Set<String> attempted = ConcurrentHashMap.newKeySet();
  private final WaitingLine<Mode> line = new WaitingLine<>(this::attempt);

  DmpFeeding(
      Dossiers dossiers,
      Documents documents,
      DmpVisit visit,
      DmpCaller caller,
      DocumentMaker maker,
      Clock clock,
      Defects defects) {
    this.clock = clock;
    this.dossiers = dossiers;
    this.documents = documents;
    this.visit = visit;
    this.caller = caller;
    this.maker = maker;
    this.defects = defects;
  }

  /**
   * Sends a document, in the mode asked for or the usual one.
   *
   * @param waits whether the answer of the DMP is waited for
   */
  Sending send(LocalDocument document, @Nullable Mode asked, boolean waits)
      throws InterruptedException {
    Mode mode = asked == null ? caller.toFeed() : asked;
    if (!mode.feeds()) {
      return now(document, notFed());
    }
    return waits || defects.has(Mutant.DMP_ENVOI_ATTENDU)
        ? line.send(document, mode)
        : line.post(document, mode);
  }

  /** Sends documents of one patient in one lot, and waits for the answer of the DMP. */
  void sendTogether(List<LocalDocument> lot, @Nullable Mode asked) throws InterruptedException {
    Mode mode = asked == null ? caller.toFeed() : asked;
    if (mode.feeds()) {
      line.sendTogether(lot, mode);
    } else {
      lot.forEach(document -> now(document, notFed()));
    }
  }

  private static Sending notFed() {
    return new Sending(
        State.REFUSE,
        "Pro Santé Connect seul n'ouvre pas l'envoi au DMP : utilisez votre carte ou le"
            + " certificat de la structure.");
  }

  /** What a document becomes without being sent. */
  Sending now(LocalDocument document, Sending sending) {
    document.now(sending);
    return sending;
  }

  void forgetAll() {
    line.forgetAll();
    documents.forgetAll();
  }

  @Override
  public void close() {
    line.close();
  }

  private Sending attempt(List<LocalDocument> lot, Mode mode) throws InterruptedException {
    LocalDocument one = lot.get(0);
    Dossier dossier = dossiers.find(one.dossier()).orElse(null);
    if (dossier == null) {
      return Sending.NEVER;
    }
    if (lot.stream().anyMatch(DmpFeeding::followsOneThatWaits)) {
      return waits("la version précédente attend encore"); // it replaces what is there
    }
    boolean first = attempted.add(one.id());
    if (!first && defects.has(Mutant.DMP_ATTENTE_SANS_REPRISE)) {
      return waits("en attente d'un utilisateur");
    }
    if (one.draft().type().classCode().code().equals(CERTIFICATES)
        && defects.has(Mutant.DMP_CERTIFICATS_GARDES)) {
      return Sending.NEVER;
    }
    try {
      visit.toFeed(dossier, mode, one.past() && defects.has(Mutant.DMP_REPRISE_OPPOSANTS));
    } catch (DmpVisit.Obstacle e) {
      return missing(mode).orElse(new Sending(State.SANS_OBJET, e.told()));
    } catch (DmpUnreachable e) {
      return waits(e.reason());
    } catch (DmpRefused e) {
      return refused(e);
    }
    return submit(lot, dossier, mode);
  }

  private static boolean followsOneThatWaits(LocalDocument document) {
    LocalDocument before = document.previous();
    return before != null && before.sending().state() == State.EN_ATTENTE;
  }

  /** A card that is not there is waited for (DMP/ALI/PROG.06). */
  private Optional<Sending> missing(Mode mode) {
    try {
      caller.in(mode);
      return Optional.empty();
    } catch (DmpCaller.Lacking | Services.NotReady e) {
      State state =
          defects.has(Mutant.DMP_CARTE_ABSENTE_ABANDONNE) ? State.REFUSE : State.EN_ATTENTE;
      return Optional.of(new Sending(state, String.valueOf(e.getMessage())));
    }
  }

  private Sending submit(List<LocalDocument> documents, Dossier dossier, Mode mode)
      throws InterruptedException {
    boolean again = documents.get(0).tried();
    try {
      Ins ins = visit.qualified(dossier);
      About about = visit.about(dossier);
      DmpClient client = visit.client(mode);
      Map<String, String> replaced = new HashMap<>();
      for (LocalDocument document : documents) {
        String entry = replaced(document, client, about);
        if (entry != null) {
          replaced.put(document.uniqueId(), entry);
        }
      }
      documents.forEach(LocalDocument::triedNow);
      Submission lot =
          maker.submission(documents, dossier, ins, client.caller(), about.secret(), replaced);
      client.submit(
          about, again && defects.has(Mutant.DMP_RENVOI_AUTRE_NUMERO) ? lot.renumbered() : lot);
      if (defects.has(Mutant.DMP_RECHERCHE_APRES_ENVOI)) {
        client.search(about, StoredQuery.document(List.of(documents.get(0).uniqueId()), false));
      }
    } catch (DmpVisit.Obstacle e) {
      return missing(mode).orElse(new Sending(State.SANS_OBJET, e.told()));
    } catch (DmpUnreachable e) {
      return waits(e.reason());
    } catch (DmpRefused e) {
      if (again && e.says(ALREADY_THERE)) {
        return arrived(dossier, documents); // its answer was lost the first time
      }
      if (e.says(CLOSED)) {
        visit
            .of(dossier)
            .tested(new Existence(Existence.State.FERME, Existence.Access.INCONNU, false), mode);
        return new Sending(State.SANS_OBJET, e.told());
      }
      return refused(e);
    }
    return arrived(dossier, documents);
  }

  private Sending arrived(Dossier dossier, List<LocalDocument> documents) {
    visit.of(dossier).changed();
    for (LocalDocument document : documents) {
      dossier.log(
          new Access(
              clock.instant(),
              Access.Kind.TRANSMISSION,
              document.draft().responsible().nationalId(),
              (defects.has(Mutant.DMP_ENVOI_TRACE_MUET) ? "" : "DMP : ")
                  + document.draft().title())); // INS/va1.46
    }
    return Sending.of(State.ENVOYE);
  }

  /** The entry a new version replaces: by reference, which needs no right to read (dmp.md 1.10). */
  private @Nullable String replaced(LocalDocument document, DmpClient client, About about)
      throws DmpUnreachable, DmpRefused, InterruptedException {
    LocalDocument previous = document.previous();
    if (previous != null
        && previous.sending().state() == State.BLOQUE
        && defects.has(Mutant.DMP_RETENU_REMPLACE)) {
      return "urn:uuid:" + UUID.randomUUID();
    }
    if (previous == null
        || !previous.sending().sent()
        || defects.has(Mutant.DMP_REMPLACE_SANS_LIEN)) {
      return null;
    }
    LocalDocument oldest = previous.previous();
    LocalDocument former =
        oldest != null && defects.has(Mutant.DMP_CORRIGE_PREMIERE_VERSION) ? oldest : previous;
    return client.entryUuid(about, former.uniqueId()).orElse(null);
  }

  private Sending refused(DmpRefused refusal) {
    if (defects.has(Mutant.DMP_REFUS_DIT_ENVOYE)) {
      return Sending.of(State.ENVOYE);
    }
    return refusal.says(CERTIFICATE)
        ? new Sending(State.EN_ATTENTE, refusal.told())
        : new Sending(State.REFUSE, refusal.told());
  }

  private Sending waits(String reason) {
    return new Sending(
        defects.has(Mutant.DMP_PANNE_ABANDONNE) ? State.REFUSE : State.EN_ATTENTE,
        "Le DMP ne répond pas (" + reason + ") : le document partira dès qu'il répondra.");
  }
}

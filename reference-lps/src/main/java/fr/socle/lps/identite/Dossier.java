package fr.socle.lps.identite;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The record of one patient: identity, INS and what happened to them. Not thread-safe: only the
 * user's thread touches it. What sends documents by itself may read status, traits and INS.
 */
public final class Dossier {

  private final String id;
  private final Set<IdentityAttribute> attributes = EnumSet.noneOf(IdentityAttribute.class);
  private final List<StatusChange> history = new ArrayList<>();
  private final List<InsiTrace> traces = new ArrayList<>();
  // The clerk of the sendings writes here too.
  private final List<Access> accesses = new CopyOnWriteArrayList<>();
  private final Defects defects;
  private final List<HistoricalIns> formerIns = new ArrayList<>();
  private volatile IdentityStatus status =
      IdentityStatus.PROVISOIRE; // INS/va1.45: status by default
  private volatile Traits traits;
  private volatile @Nullable Ins ins;
  private @Nullable IdentityDocument checkedWith;
  private @Nullable InsVerdict verdict;
  private final List<String> documents = new ArrayList<>();
  private @Nullable Ins denied; // only a mutant reads it

  Dossier(String id, Traits traits, Set<IdentityAttribute> attributes, Defects defects) {
    this.id = id;
    this.defects = defects;
    this.traits = traits;
    this.attributes.addAll(attributes);
  }

  public String id() {
    return id;
  }

  public IdentityStatus status() {
    return status;
  }

  public Traits traits() {
    return traits;
  }

  public @Nullable Ins ins() {
    return ins;
  }

  /** The kind of the last document checked (insi.md 5.8: type recorded). */
  public @Nullable IdentityDocument checkedWith() {
    return checkedWith;
  }

  public Set<IdentityAttribute> attributes() {
    return Set.copyOf(attributes);
  }

  public List<StatusChange> history() {
    return List.copyOf(history);
  }

  public List<InsiTrace> traces() {
    return List.copyOf(traces);
  }

  public List<HistoricalIns> formerIns() {
    return List.copyOf(formerIns);
  }

  /** Whether strict traits can no longer be typed (INS/va1.18, 1.47). */
  public boolean locked() {
    return status.fromInsi();
  }

  /** Whether the marks forbid any INS and any INSi call (insi.md 5.7). */
  public boolean insForbidden() {
    return attributes.stream().anyMatch(IdentityAttribute::forbidsIns);
  }

  /** Takes over what INSi gave and the user accepted. */
  public void recover(Traits official, Ins active, List<HistoricalIns> former, Instant now) {
    traits = official;
    ins = active;
    formerIns.clear();
    formerIns.addAll(former);
    apply(IdentityEvent.INSI_ACCEPTE, now);
    if (checkedWith != null && defects.has(Mutant.INS_VALIDEE_DIFFEREE)) {
      apply(IdentityEvent.PIECE_CONTROLEE, now);
    }
  }

  /** Notes which document was shown (INS/va1.23). */
  public void note(IdentityDocument document) {
    checkedWith = document;
  }

  /** Notes that a high-confidence document was checked. */
  public void check(IdentityDocument document, Instant now) {
    note(document);
    apply(IdentityEvent.PIECE_CONTROLEE, now);
  }

  /** What the last verification of the INS came to, null when there was none. */
  public @Nullable InsVerdict verdict() {
    return verdict;
  }

  /**
   * Notes what INSi said of the INS of this record. Denied, it is removed and the identity taken
   * down (INS/va1.08); no answer changes nothing.
   */
  public void verified(InsVerdict said, Instant now) {
    verdict = said;
    boolean taken = said == InsVerdict.DEMENTIE;
    if (said == InsVerdict.INDISPONIBLE) {
      taken = defects.has(Mutant.INS_VERIFICATION_PANNE_RETROGRADE);
    }
    if (taken && !defects.has(Mutant.INS_DEMENTIE_STATUT_GARDE)) {
      denied = ins;
      apply(IdentityEvent.INS_INVALIDEE, now);
      ins = defects.has(Mutant.INS_DEMENTIE_INS_GARDEE) ? denied : ins;
    }
    if (said == InsVerdict.CONFIRMEE && defects.has(Mutant.INS_VERIFICATION_QUALIFIE)) {
      apply(IdentityEvent.PIECE_CONTROLEE, now);
    }
  }

  /** Titles of the documents of the record. */
  public List<String> documents() {
    return List.copyOf(documents);
  }

  /** Puts a document in the record. */
  public void file(String document) {
    documents.add(document);
  }

  /** Takes a document out of the record. */
  public void unfile(String document) {
    documents.remove(document);
  }

  /** The INS that INSi denied last. */
  public @Nullable Ins denied() {
    return denied;
  }

  /** Replaces the traits; a change of a strict one takes the identity one status down. */
  public void rewrite(Traits changed, Instant now) {
    boolean strict = !traits.sameStrictTraits(changed);
    traits = changed;
    if (strict && !defects.has(Mutant.INS_TRAIT_CHANGE_STATUT_GARDE)) {
      apply(IdentityEvent.TRAIT_MODIFIE, now);
    }
  }

  /** Replaces the marks; a doubtful or fictitious identity is provisional and has no INS. */
  public void mark(Set<IdentityAttribute> marks, Instant now) {
    attributes.clear();
    attributes.addAll(marks);
    if (insForbidden() && !defects.has(Mutant.INS_DOUTEUX_STATUT_GARDE)) {
      apply(IdentityEvent.DOUTE_OU_FICTION, now);
    }
  }

  /** Moves the status by the transition table and writes the history. */
  public void apply(IdentityEvent event, Instant now) {
    IdentityStatus before = status;
    status = before.after(event);
    if (!status.fromInsi() && !defects.has(Mutant.INS_RETROGRADEE_INS_GARDEE)) {
      ins = null;
      formerIns.clear();
    }
    if (before != status && !defects.has(Mutant.INS_HISTORIQUE_OUBLIE)) {
      history.add(new StatusChange(before, status, now, event.reason()));
    }
  }

  /** What was done with the record, in order. */
  public List<Access> accesses() {
    return List.copyOf(accesses);
  }

  public void log(Access access) {
    accesses.add(access);
  }

  public void trace(InsiTrace trace) {
    traces.add(
        defects.has(Mutant.INS_TRACE_SANS_HISTORIQUE)
            ? new InsiTrace(
                trace.at(),
                trace.criteria(),
                trace.answer(),
                trace.received().replaceAll("former=\\[.*?\\]\\]", ""))
            : trace);
  }
}

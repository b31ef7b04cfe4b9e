package fr.socle.lps.actions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.socle.lps.identite.Access;
import fr.socle.lps.identite.Dossier;
import fr.socle.lps.identite.Dossiers;
import fr.socle.lps.identite.IdentityEvent;
import fr.socle.lps.identite.IdentityStatus;
import fr.socle.lps.identite.InsVerdict;
import fr.socle.lps.identite.Worklist;
import fr.socle.lps.identite.Worklist.Waiting;
import fr.socle.lps.insi.InsiClient.Caller;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.Outcome;
import fr.socle.lps.pilote.UserAction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identities that arrive from another identification domain. Their INS is verified at once, unless
 * it is held here already (INS/va1.11); they are qualified again here (INS/va1.13), unless a
 * contract of trust binds both domains (INS/va1.04).
 */
final class ReceptionActions {

  private final Dossiers dossiers;
  private final Worklist worklist;
  private final Verifier verifier;
  private final Screen screen;
  private final Clock clock;
  private final Defects defects;
  private boolean verifiedOne; // only a mutant reads it

  ReceptionActions(
      Dossiers dossiers,
      Worklist worklist,
      Verifier verifier,
      Screen screen,
      Clock clock,
      Defects defects) {
    this.dossiers = dossiers;
    this.worklist = worklist;
    this.verifier = verifier;
    this.screen = screen;
    this.clock = clock;
    this.defects = defects;
  }

  List<UserAction> all() {
    return List.of(
        UserAction.of("recevoir-identite", this::receive),
        UserAction.of("lire-liste-travail", this::waiting));
  }

  void forgetAll() {
    worklist.forgetAll();
    verifiedOne = false;
  }

  /** What waits. */
  record WorklistView(@JsonProperty("lignes") List<LineView> lines) {}

  /** One line of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      @JsonProperty("dossier") String record,
      @JsonProperty("expediteur") @Nullable String sender,
      @JsonProperty("document") @Nullable String document,
      @JsonProperty("motif") String reason) {

    static LineView of(Waiting line) {
      return new LineView(line.record(), line.sender(), line.document(), line.reason());
    }
  }

  private UserAction.Prepared waiting(Input input) {
    return () ->
        Outcome.done(new WorklistView(worklist.lines().stream().map(LineView::of).toList()), 1);
  }

  private UserAction.Prepared receive(Input input) {
    Reception received = Reception.read(input);
    return () -> receive(received);
  }

  private Outcome receive(Reception received) throws InterruptedException {
    Optional<Dossier> holder = dossiers.bearing(received.ins());
    if (holder.isPresent() && !verifiesAgain(holder.get())) { // INS/va1.11
      return Outcome.done(integrated(holder.get(), received), 0);
    }
    Optional<Verifier.Verified> verified = verified(received);
    Optional<Dossier> known = holder.or(() -> dossiers.of(received.traits()));
    Dossier dossier = known.orElseGet(() -> created(received));
    verified.ifPresent(each -> each.traceIn(dossier));
    InsVerdict verdict = verified.map(Verifier.Verified::verdict).orElse(InsVerdict.CONFIRMEE);
    boolean taken = known.isEmpty() || received.contract();
    if (taken && verdict != InsVerdict.DEMENTIE) {
      takeOver(dossier, received, verdict);
    }
    DossierView seen =
        switch (verdict) {
          case CONFIRMEE -> integrated(dossier, received);
          case DEMENTIE -> denied(dossier, known.isPresent(), received);
          case INDISPONIBLE -> unverified(dossier, received, verified);
        };
    return Outcome.done(verified.isPresent() ? seen.with(verdict) : seen, 0);
  }

  private boolean verifiesAgain(Dossier holder) {
    return defects.has(Mutant.INS_VERIFICATION_DE_TROP)
        || (holder.status() == IdentityStatus.RECUPEREE
            && defects.has(Mutant.INS_VERIFICATION_DE_TROP_RECUPEREE));
  }

  /** One call for one INS (INS/va1.09); nothing only in a defective software. */
  private Optional<Verifier.Verified> verified(Reception received) throws InterruptedException {
    boolean spared =
        defects.has(Mutant.INS_VERIFICATION_OUBLIEE)
            || (verifiedOne && defects.has(Mutant.INS_VERIFICATION_UNE_SEULE));
    verifiedOne = true;
    return spared
        ? Optional.empty()
        : Optional.of(verifier.verify(received.ins(), received.traits(), Caller.NOBODY));
  }

  private Dossier created(Reception received) {
    Dossier dossier = dossiers.create(received.traits(), Set.of());
    screen.log(dossier, Access.Kind.CREATION, "Identité reçue de " + received.from());
    return dossier;
  }

  /** A new record takes over an INS that INSi confirmed, qualified only under a contract. */
  private void takeOver(Dossier dossier, Reception received, InsVerdict verdict) {
    boolean trusted = received.contract() && !defects.has(Mutant.INS_CONTRAT_IGNORE);
    boolean credulous = !received.contract() && defects.has(Mutant.INS_RECUE_QUALIFIEE);
    if (verdict == InsVerdict.CONFIRMEE || trusted || credulous) {
      dossier.recover(received.traits(), received.ins(), List.of(), clock.instant());
    }
    if (trusted || credulous) {
      dossier.apply(IdentityEvent.PIECE_CONTROLEE, clock.instant());
    }
  }

  /** The identity is nobody's here: no INS in a new record, no change in one that was there. */
  private DossierView denied(Dossier dossier, boolean known, Reception received) {
    if (known && defects.has(Mutant.INS_DEMENTIE_TRAITS_REPRIS)) { // INS/va1.07
      dossier.rewrite(received.traits(), clock.instant());
    }
    if (!known && defects.has(Mutant.INS_DEMENTIE_CREEE_AVEC_INS)) { // INS/va1.05
      dossier.recover(received.traits(), received.ins(), List.of(), clock.instant());
    }
    if (defects.has(Mutant.INS_DEMENTIE_DOCUMENT_INTEGRE)) {
      file(dossier, received);
    }
    return waits(dossier, received, "INSi dément l'INS reçue de " + received.from() + ".");
  }

  private DossierView unverified(
      Dossier dossier, Reception received, Optional<Verifier.Verified> verified) {
    String why = verified.map(Verifier.Verified::why).orElse("");
    return waits(dossier, received, ("L'INS reçue n'est pas vérifiée. " + why).strip());
  }

  /** Nothing is integrated: the user is told, and finds it in his worklist (INS/va1.12). */
  private DossierView waits(Dossier dossier, Reception received, String reason) {
    if (!defects.has(Mutant.INS_DEMENTIE_HORS_LISTE)) {
      worklist.add(new Waiting(dossier.id(), received.sender(), received.document(), reason));
    }
    return defects.has(Mutant.INS_DEMENTIE_SANS_ALERTE)
        ? screen.show(dossier)
        : screen.show(dossier, reason + " Ce qui est arrivé attend dans la liste de travail.");
  }

  private DossierView integrated(Dossier dossier, Reception received) {
    file(dossier, received);
    return dossier.status() == IdentityStatus.QUALIFIEE
        ? screen.show(dossier)
        : screen.show(
            dossier,
            "Cette identité est qualifiée dans un autre domaine : contrôlez une pièce d'identité et"
                + " appelez INSi pour la qualifier ici.");
  }

  private static void file(Dossier dossier, Reception received) {
    if (received.document() != null) {
      dossier.file(received.document());
    }
  }
}

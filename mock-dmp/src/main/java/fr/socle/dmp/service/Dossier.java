package fr.socle.dmp.service;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of a patient's DMP, documents left aside: dmp.md 5.1, 5.2.
 *
 * @param ins fifteen characters of the INS
 * @param status whether there is one, open or closed
 * @param closure how it was closed; null when it is not
 * @param attached whether it is attached to Mon espace santé
 * @param webAccount whether the patient has a web account
 * @param opposedToBreakGlass opposition to emergency access
 * @param opposedToRegulation opposition to access by the regulation of emergency calls
 * @param maskedInEmergency whether the patient lets emergencies see masked documents
 * @param usedName usual name that the record has in the place of the person's, such as {@code NON
 *     RENSEIGNE} (dmp.md 5.6 bis, 5.7); empty when it is the person's
 * @param telecoms addresses, such as {@code tel:} or {@code mailto:}
 * @param lastAddition when a document was last added; null when none was
 * @param lastUpdate when its documents or their metadata last changed; null when they never did
 */
public record Dossier(
    String ins,
    Status status,
    @Nullable Closure closure,
    boolean attached,
    boolean webAccount,
    boolean opposedToBreakGlass,
    boolean opposedToRegulation,
    boolean maskedInEmergency,
    String usedName,
    List<String> telecoms,
    @Nullable Instant lastAddition,
    @Nullable Instant lastUpdate) {

  /** Copies the list. */
  public Dossier {
    telecoms = List.copyOf(telecoms);
  }

  /** Whether a patient has a DMP. */
  public enum Status {
    /** None was created. */
    ABSENT,
    /** Open. */
    OUVERT,
    /** Closed. */
    FERME;

    /** Its word in settings and presets. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A closure: the three data of RG_0310, dmp.md 1.3.
   *
   * @param code motive, codeSystem 1.2.250.1.213.4.1.2.4
   * @param text reason
   * @param at when
   */
  public record Closure(String code, String text, Instant at) {}

  /** One nobody said anything about. */
  public static Dossier untouched(String ins, Status status, boolean attached) {
    return new Dossier(
        ins, status, null, attached, attached, false, false, false, "", List.of(), null, null);
  }

  /** The usual name it has of a person: the birth name when there is no other. */
  public String usedNameOf(KnownPatient person) {
    return !usedName.isEmpty()
        ? usedName
        : person.usedName().isEmpty() ? person.birthName() : person.usedName();
  }

  /** Whether it is open. */
  public boolean open() {
    return status == Status.OUVERT;
  }

  /** The same, closed. */
  public Dossier closed(Closure how) {
    return new Dossier(
        ins,
        Status.FERME,
        how,
        attached,
        webAccount,
        opposedToBreakGlass,
        opposedToRegulation,
        maskedInEmergency,
        usedName,
        telecoms,
        lastAddition,
        lastUpdate);
  }

  /** The same, open again. */
  public Dossier reopened() {
    return new Dossier(
        ins,
        Status.OUVERT,
        null,
        attached,
        webAccount,
        opposedToBreakGlass,
        opposedToRegulation,
        maskedInEmergency,
        usedName,
        telecoms,
        lastAddition,
        lastUpdate);
  }

  /** The same after a document was added. */
  public Dossier fed(Instant at) {
    return new Dossier(
        ins,
        status,
        closure,
        attached,
        webAccount,
        opposedToBreakGlass,
        opposedToRegulation,
        maskedInEmergency,
        usedName,
        telecoms,
        at,
        at);
  }

  /** The same with other wishes and addresses; null leaves what there was. */
  public Dossier changed(
      @Nullable Boolean breakGlass, @Nullable Boolean regulation, @Nullable List<String> others) {
    return new Dossier(
        ins,
        status,
        closure,
        attached,
        webAccount,
        breakGlass == null ? opposedToBreakGlass : breakGlass,
        regulation == null ? opposedToRegulation : regulation,
        maskedInEmergency,
        usedName,
        others == null ? telecoms : others,
        lastAddition,
        lastUpdate);
  }
}

package fr.socle.dmp.service;

import fr.socle.bench.spi.Settings;
import fr.socle.dmp.service.Dossier.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the DMP behaves in one space. Every assumed behaviour of the sheet is one of these.
 *
 * @param profile {@code dmp.profil}: {@code defaut}, {@code strict} or {@code kit}
 * @param severities {@code dmp.control.<name>=off|warn|fault}; one step stricter each in the strict
 *     profile, for those that are not said
 * @param unsaid {@code dmp.dossier}: {@code ouvert} (default), {@code absent} or {@code ferme}: the
 *     record of a patient nobody said anything about
 * @param attached {@code dmp.rattache}: {@code oui} (default) or {@code non}: whether such a record
 *     is attached to Mon espace santé
 * @param formerTransactions {@code dmp.transactions-anciennes}: {@code refusees} (default) or
 *     {@code ouvertes}: TD1.2, TD1.3b and TD1.4 (dmp.md 1.8 (A))
 * @param sha1 {@code dmp.sha1}: {@code accepte} (default) or {@code refuse} (dmp.md 2.4 (A))
 * @param past {@code dmp.vihf-age}: seconds an assertion is good (300)
 * @param future {@code dmp.vihf-avance}: seconds it may be dated in the future (60)
 * @param airLife {@code dmp.vihf-air}: seconds an assertion is good in AIR (30)
 * @param authorizationLife {@code dmp.autorisation-jours}: days an authorisation is valid; 0
 *     (default) for ever
 * @param realOid {@code ins-oid=real}: test numbers are also known under the real OID
 * @param unknownStructures {@code dmp.structures-inconnues}: structures the DMP does not know,
 *     separated by commas
 * @param accessByFault {@code dmp.refus-droit}: {@code faute} (default), a SOAP fault (dmp.md 2.6,
 *     4.1 (S:DEH, CONNECT)), or {@code reponse}: how a right that is refused is answered
 * @param blockedInEmergency {@code dmp.interdit-urgence}: {@code oui} (default) or {@code non}:
 *     whether a blocked professional is blocked in an emergency too (A)
 * @param blockedThroughout {@code dmp.interdit-portee}: {@code tout} (default) or {@code
 *     consultation}: whether who is blocked has TD1.6, TD3.1b and TD3.3 closed too (dmp.md 5.2
 *     (S:526) says that a block beats an authorisation, not what it closes (A))
 * @param feedingProfile {@code dmp.profil-alimentation}: {@code oui} (default) or {@code non}:
 *     whether software has the feeding profile, without which TD3.1b and TD3.3 need a valid
 *     authorisation (dmp.md 5.6 bis (S:P4D); of TD3.3b it says nothing (A))
 * @param structureOpens {@code dmp.autorisation-structure}: {@code ouvre} (default) or {@code
 *     sans-effet}: whether what a patient gives to a structure opens his record to those who call
 *     from it (dmp.md 5.3, condition 1 (S:526); what it opens is not sourced (A))
 * @param habilitations {@code dmp.habilitations}: file of the professions that may read types of
 *     documents; empty (default) for a table that opens everything (A)
 */
public record DmpSettings(
    Profile profile,
    Map<VihfControl, Severity> severities,
    Status unsaid,
    boolean attached,
    boolean formerTransactions,
    boolean sha1,
    Duration past,
    Duration future,
    Duration airLife,
    Duration authorizationLife,
    boolean realOid,
    Set<String> unknownStructures,
    boolean accessByFault,
    boolean blockedInEmergency,
    boolean blockedThroughout,
    boolean feedingProfile,
    boolean structureOpens,
    Habilitations habilitations) {

  /** Copies the collections. */
  public DmpSettings {
    severities = Map.copyOf(severities);
    unknownStructures = Set.copyOf(unknownStructures);
  }

  /** How much of what is loosely written is put up with: dmp.md 1.1, 1.2, Q1 to Q9. */
  public enum Profile {
    /** What live clients meet. */
    DEFAUT,
    /** Everything the sheet can be strict about. */
    STRICT,
    /** Also what the editor kit sends: no WS-Addressing (Q2). */
    KIT
  }

  /** What the DMP does when a control fails. */
  public enum Severity {
    /** The control is not made. */
    OFF,
    /** It is noted in the journal. */
    WARN,
    /** The call is refused. */
    FAULT;

    Severity stricter() {
      return this == OFF ? WARN : FAULT;
    }
  }

  /**
   * Reads the settings of a space.
   *
   * @throws IllegalArgumentException with a French sentence for a value that does not exist
   */
  public static DmpSettings read(Settings settings) {
    Profile profile =
        Profile.valueOf(
            settings.choice("dmp.profil", "defaut", "strict", "kit").toUpperCase(Locale.ROOT));
    Map<VihfControl, Severity> severities = new EnumMap<>(VihfControl.class);
    for (VihfControl control : VihfControl.values()) {
      Severity unsaid =
          profile == Profile.STRICT ? control.byDefault().stricter() : control.byDefault();
      severities.put(
          control,
          Severity.valueOf(
              settings
                  .choice(
                      "dmp.control." + control.settingName(),
                      unsaid.name().toLowerCase(Locale.ROOT),
                      "off",
                      "warn",
                      "fault")
                  .toUpperCase(Locale.ROOT)));
    }
    return new DmpSettings(
        profile,
        severities,
        Status.valueOf(
            settings.choice("dmp.dossier", "ouvert", "absent", "ferme").toUpperCase(Locale.ROOT)),
        settings.choice("dmp.rattache", "oui", "non").equals("oui"),
        settings.choice("dmp.transactions-anciennes", "refusees", "ouvertes").equals("ouvertes"),
        settings.choice("dmp.sha1", "accepte", "refuse").equals("accepte"),
        Duration.ofSeconds(settings.number("dmp.vihf-age", 300)),
        Duration.ofSeconds(settings.number("dmp.vihf-avance", 60)),
        Duration.ofSeconds(settings.number("dmp.vihf-air", 30)),
        Duration.ofDays(settings.number("dmp.autorisation-jours", 0)),
        settings.choice("ins-oid", "test", "real").equals("real"),
        Arrays.stream(settings.get("dmp.structures-inconnues", "").split(",", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        settings.choice("dmp.refus-droit", "faute", "reponse").equals("faute"),
        settings.choice("dmp.interdit-urgence", "oui", "non").equals("oui"),
        settings.choice("dmp.interdit-portee", "tout", "consultation").equals("tout"),
        settings.choice("dmp.profil-alimentation", "oui", "non").equals("oui"),
        settings.choice("dmp.autorisation-structure", "ouvre", "sans-effet").equals("ouvre"),
        Habilitations.read(settings.get("dmp.habilitations", "")));
  }

  /** What a control does when it fails. */
  public Severity severity(VihfControl control) {
    return severities.getOrDefault(control, Severity.OFF);
  }
}

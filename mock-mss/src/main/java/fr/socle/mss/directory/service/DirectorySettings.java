package fr.socle.mss.directory.service;

import fr.socle.bench.spi.Settings;

/**
 * How the directory of a space behaves.
 *
 * @param key {@code mss.annuaire-cle}: key that the FHIR directory knows; ours (A)
 * @param callsPerSecond {@code mss.annuaire-debit}: calls that a second takes; 17 (S), 0 for any
 * @param page {@code mss.annuaire-page}: entries of a page when {@code _count} does not say; 50 (S)
 * @param largestPage {@code mss.annuaire-page-max}: entries of the largest page; 200 (A)
 * @param refusesMore {@code mss.annuaire-refus}: whether the FHIR directory refuses what the real
 *     one did on 12/06/2026: {@code mailbox-mss-type}, root search, batch (S)
 * @param totals {@code mss.annuaire-total}: whether a search without {@code _total} is told how
 *     many it found; it sometimes is (S)
 * @param ldapLimit {@code mss.ldap-limite}: entries that a search in LDAP gives; 200 (A)
 * @param unclosedList {@code mss.liste-blanche}: whether the white list lacks the end of its root,
 *     as the one that was published (S)
 * @param services {@code mss.srv}: whether DNS tells where the mail is; off (S2)
 */
public record DirectorySettings(
    String key,
    int callsPerSecond,
    int page,
    int largestPage,
    boolean refusesMore,
    boolean totals,
    int ldapLimit,
    boolean unclosedList,
    boolean services) {

  /** Key of a space that was not told another one. */
  public static final String DEFAULT_KEY = "cle-annuaire-d-essai";

  /** Reads them. */
  public static DirectorySettings read(Settings settings) {
    int page = atLeastOne(settings, "mss.annuaire-page", 50);
    return new DirectorySettings(
        settings.get("mss.annuaire-cle", DEFAULT_KEY),
        settings.number("mss.annuaire-debit", 17),
        page,
        Math.max(page, atLeastOne(settings, "mss.annuaire-page-max", 200)),
        settings.choice("mss.annuaire-refus", "comme-le-reel", "aucun").equals("comme-le-reel"),
        settings.choice("mss.annuaire-total", "oui", "non").equals("oui"),
        atLeastOne(settings, "mss.ldap-limite", 200),
        settings.choice("mss.liste-blanche", "fermee", "comme-publiee").equals("comme-publiee"),
        settings.choice("mss.srv", "non", "oui").equals("oui"));
  }

  private static int atLeastOne(Settings settings, String name, int byDefault) {
    int value = settings.number(name, byDefault);
    if (value < 1) {
      throw new IllegalArgumentException(
          "Réglage " + name + "=0 : écrivez un nombre d'au moins 1.");
    }
    return value;
  }
}

package fr.socle.dmp.registry.service;

import fr.socle.bench.spi.Settings;
import java.util.Locale;

/**
 * How the registry and the repository behave in one space; what is not sourced is one of these.
 *
 * @param wrongHashRefused {@code dmp.empreinte}: {@code signale} (default), a warning in the
 *     answer, or {@code refuse}: hash or size that are not those of the bytes (dmp.md 8, 15 (A))
 * @param authorRule {@code dmp.regle-auteur}: {@code refuse} (default) or {@code signale}: a
 *     document whose author is not the caller (dmp.md 5.4 (S:DEVBOX))
 * @param bothHidden {@code dmp.cumul-masques}: {@code non} (default) or {@code oui}: whether a
 *     document may be hidden from professionals and from the patient together (dmp.md 3.4)
 * @param byFault {@code dmp.erreur-identifiant}: {@code registre} (default), a RegistryError, or
 *     {@code faute}, a SOAP fault: how a wrong patient or identifier is refused (dmp.md 8, 16 (A))
 * @param results {@code dmp.resultats}: how many whole results a search may have; 0 (default) as
 *     many as there are
 * @param archivedReplaced {@code dmp.remplace-archive}: {@code non} (default) or {@code oui}:
 *     whether an archived document may be replaced (A)
 * @param identifiers {@code dmp.identifiants}: how many identifiers a search or a retrieval may
 *     name (1,000)
 * @param otherChangesRefused {@code dmp.fiche-changee}: {@code ignore} (default) or {@code refuse}:
 *     a change of visibility that changes something else too (A)
 * @param hidingAgainRefused {@code dmp.cacher-au-patient}: {@code admis} (default) or {@code
 *     refuse}: a change that hides from the patient, or who represents him, what they could see
 *     (the matrix names showing only; that the rest is refused is (A))
 * @param secret {@code dmp.connexion-secrete}: {@code refuse} (default), {@code marque} or {@code
 *     signale}: what becomes of a document that legal representatives would see, sent in a secret
 *     connection (dmp.md 5.2 (S:DEVBOX); what the DMP does then is (A))
 * @param wrongCriteriaRefused {@code dmp.criteres-faux}: {@code ignore} (default) or {@code
 *     refuse}: a criterion of a search that selects nothing because it is badly written (K)
 */
public record RegistrySettings(
    boolean wrongHashRefused,
    boolean authorRule,
    boolean bothHidden,
    boolean byFault,
    long results,
    boolean archivedReplaced,
    long identifiers,
    boolean otherChangesRefused,
    long answerSize,
    int documents,
    boolean missingRefused,
    boolean hidingAgainRefused,
    Secret secret,
    boolean wrongCriteriaRefused) {
  private static final long MIB = 1024 * 1024;

  /** What becomes of a document that a secret connection leaves visible to representatives. */
  public enum Secret {
    /** It is refused. */
    REFUSE,
    /** It is taken, and hidden from them. */
    MARQUE,
    /** It is taken as it is, with a warning. */
    SIGNALE
  }

  /** Reads the settings of a space. */
  public static RegistrySettings read(Settings settings) {
    return new RegistrySettings(
        settings.choice("dmp.empreinte", "signale", "refuse").equals("refuse"),
        settings.choice("dmp.regle-auteur", "refuse", "signale").equals("refuse"),
        settings.choice("dmp.cumul-masques", "non", "oui").equals("oui"),
        settings.choice("dmp.erreur-identifiant", "registre", "faute").equals("faute"),
        settings.number("dmp.resultats", 0),
        settings.choice("dmp.remplace-archive", "non", "oui").equals("oui"),
        settings.number("dmp.identifiants", 1_000),
        settings.choice("dmp.fiche-changee", "ignore", "refuse").equals("refuse"),
        settings.number("dmp.taille-reponse", 64) * MIB,
        settings.number("dmp.documents-par-lot", 1_000),
        settings.choice("dmp.metadonnees-absentes", "refuse", "signale").equals("refuse"),
        settings.choice("dmp.cacher-au-patient", "admis", "refuse").equals("refuse"),
        Secret.valueOf(
            settings
                .choice("dmp.connexion-secrete", "refuse", "marque", "signale")
                .toUpperCase(Locale.ROOT)),
        settings.choice("dmp.criteres-faux", "ignore", "refuse").equals("refuse"));
  }
}

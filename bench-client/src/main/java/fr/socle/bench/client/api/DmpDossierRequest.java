package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * What the DMP of a patient is to be. What is absent stays as it is, or as the preset says.
 *
 * @param ins fifteen characters of the INS of a patient of the space
 * @param preset a story, such as {@code ferme} or {@code oppose-urgence}
 * @param status {@code ouvert}, {@code ferme} or {@code absent}
 * @param closureCode motive of closure
 * @param closureText reason of closure
 * @param attached whether it is attached to Mon espace santé
 * @param opposedToBreakGlass opposition to emergency access
 * @param opposedToRegulation opposition to access by the regulation of emergency calls
 * @param maskedInEmergency whether emergencies see masked documents
 */
public record DmpDossierRequest(
    String ins,
    @Nullable String preset,
    @Nullable String status,
    @Nullable String closureCode,
    @Nullable String closureText,
    @Nullable Boolean attached,
    @Nullable Boolean opposedToBreakGlass,
    @Nullable Boolean opposedToRegulation,
    @Nullable Boolean maskedInEmergency) {

  /** Changes nothing, hence only shows. */
  public static DmpDossierRequest unchanged(String ins) {
    return new DmpDossierRequest(ins, null, null, null, null, null, null, null, null);
  }

  /** A patient with a story. */
  public static DmpDossierRequest preset(String ins, String preset) {
    return new DmpDossierRequest(ins, preset, null, null, null, null, null, null, null);
  }
}

package fr.socle.bench.world;

/**
 * One of {@code activities} (psc.md 3.4): strings, empty when unknown, never null.
 *
 * @param mode {@code codeModeExercice}: L self-employed, S employee, B volunteer
 * @param sector {@code codeSecteurDactivite}, e.g. SA07
 * @param pharmacistSection {@code codeSectionPharmacien}
 * @param role {@code codeRole}
 * @param genre {@code codeGenreActivite}, e.g. GENR01
 * @param registrationAuthority {@code autoriteDenregistrement}, e.g. CNOM/CNOM/CNOM
 * @param structure where
 */
public record Activity(
    String mode,
    String sector,
    String pharmacistSection,
    String role,
    String genre,
    String registrationAuthority,
    Structure structure) {

  /** The same activity elsewhere. */
  Activity at(Structure other) {
    return new Activity(mode, sector, pharmacistSection, role, genre, registrationAuthority, other);
  }
}

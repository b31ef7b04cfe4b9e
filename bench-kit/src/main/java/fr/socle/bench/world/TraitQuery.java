package fr.socle.bench.world;

/**
 * What candidates have in common: birth name, sex, birth date. The index is coarse (accents,
 * hyphens and apostrophes aside); the service that asks compares again by its own rules.
 *
 * @param birthName birth name as typed
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}, possibly lunar
 */
public record TraitQuery(String birthName, String sex, String birthDate) {

  /** The query that finds a person by her traits. */
  public static TraitQuery of(StrictTraits traits) {
    return new TraitQuery(traits.birthName(), traits.sex().name(), traits.birthDate());
  }

  /** One string that is equal for all candidates: the key of the index. */
  public String indexKey() {
    return LexicalRules.indexed(birthName) + "|" + sex.strip() + "|" + birthDate.strip();
  }
}

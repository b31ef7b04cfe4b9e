package fr.socle.exigences;

import java.util.List;

/**
 * A kind of product, and what it cannot do without.
 *
 * @param name short name, such as {@code lgc}
 * @param includes profiles whose requirements also apply
 * @param mandatory identifiers of the requirements that must be judged before the product may be
 *     called covered; only those a bench can judge are listed
 * @param title name for people, French
 */
public record RequirementProfile(
    String name, List<String> includes, List<String> mandatory, String title) {

  /** Copies the lists. */
  public RequirementProfile {
    includes = List.copyOf(includes);
    mandatory = List.copyOf(mandatory);
  }
}

package fr.socle.insi.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An identity as INSi writes it, member by member (insi.md 2.5). Nothing is checked: published test
 * persons with a wrong key exist on purpose.
 *
 * @param active number in force
 * @param former former numbers, in order
 * @param traits the traits written, by name of the element; an absent one is not written, an empty
 *     one is written empty
 */
public record FoundIdentity(InsNumber active, List<InsNumber> former, Map<String, String> traits) {
  /** Birth name. */
  public static final String NOM = "NomNaissance";

  /** First birth first name, which live answers leave out. */
  public static final String PRENOM = "Prenom";

  /** All birth first names, separated by spaces. */
  public static final String LISTE = "ListePrenom";

  /** Sex. */
  public static final String SEXE = "Sexe";

  /** Birth date. */
  public static final String DATE = "DateNaissance";

  /** Birth place. */
  public static final String LIEU = "LieuNaissance";

  /** The traits, in the order of the schema. */
  public static final List<String> TRAITS = List.of(NOM, PRENOM, LISTE, SEXE, DATE, LIEU);

  /** Copies the collections. */
  public FoundIdentity {
    former = List.copyOf(former);
    traits = Map.copyOf(traits);
  }

  /** First names, in the element that holds them: {@code ListePrenom}, else {@code Prenom}. */
  public String firstNames() {
    return traits.getOrDefault(LISTE, traits.getOrDefault(PRENOM, ""));
  }

  /** The same identity with one trait changed, if it has it. */
  FoundIdentity with(String trait, UnaryOperator<String> change) {
    return new FoundIdentity(
        active,
        former,
        traits.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    each ->
                        each.getKey().equals(trait)
                            ? change.apply(each.getValue())
                            : each.getValue())));
  }

  /** The same identity with another history. */
  FoundIdentity withFormer(List<InsNumber> others) {
    return new FoundIdentity(active, others, traits);
  }

  /** The same identity with a key that is wrong: the next one. */
  FoundIdentity withWrongKey() {
    String key = active.key();
    int right = key == null || !key.matches("\\d\\d") ? 0 : Integer.parseInt(key);
    String wrong = String.format(Locale.ROOT, "%02d", right % 97 + 1);
    return new FoundIdentity(
        new InsNumber(active.matricule(), wrong, active.oid(), active.from(), active.to()),
        former,
        traits);
  }

  /**
   * The same identity with its first names in other elements.
   *
   * @param one whether {@code Prenom} is written
   * @param list whether {@code ListePrenom} is
   */
  FoundIdentity withFirstNamesIn(boolean one, boolean list) {
    Map<String, String> others = new LinkedHashMap<>(traits);
    String names = firstNames();
    others.remove(PRENOM);
    others.remove(LISTE);
    if (one) {
      others.put(PRENOM, names.split(" ", -1)[0]);
    }
    if (list) {
      others.put(LISTE, names);
    }
    return new FoundIdentity(active, former, others);
  }

  /** The same identity with another authority wherever one stands. */
  FoundIdentity withOid(String replaced, String replacement) {
    UnaryOperator<InsNumber> change =
        number ->
            number.oid().equals(replaced)
                ? new InsNumber(
                    number.matricule(), number.key(), replacement, number.from(), number.to())
                : number;
    return new FoundIdentity(change.apply(active), former.stream().map(change).toList(), traits);
  }

  /**
   * A number with its authority and, for a former one, its dates.
   *
   * @param matricule thirteen characters
   * @param key two digits; null is not written
   * @param oid OID of the authority
   * @param from first day, {@code YYYY-MM-DD}; null is not written
   * @param to last day, {@code YYYY-MM-DD}; null is not written
   */
  public record InsNumber(
      String matricule,
      @Nullable String key,
      String oid,
      @Nullable String from,
      @Nullable String to) {}
}

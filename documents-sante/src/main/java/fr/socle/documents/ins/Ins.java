package fr.socle.documents.ins;

import fr.socle.bench.world.Matricule;
import java.util.Optional;

/**
 * An INS as documents carry it: matricule, key and the OID of the authority, which never travel
 * apart (insi.md 5.1, 5.2). A wrong one cannot be built.
 *
 * @param matricule thirteen characters: sex, year, month, place of birth, order
 * @param key two digits
 * @param oid OID of the authority, one of {@link InsKind}
 */
public record Ins(String matricule, String key, String oid) {
  private static final int MATRICULE = 13;
  private static final int WITH_KEY = 15;

  /**
   * An INS, checked.
   *
   * @throws IllegalArgumentException in French, if the matricule is badly formed, the key is not
   *     the one of the matricule, or the OID is not one of an INS
   */
  public Ins {
    Matricule.problem(matricule, key)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    if (InsKind.ofOid(oid).isEmpty()) {
      throw new IllegalArgumentException(
          "OID « " + oid + " » : ce n'est pas celui d'une autorité d'affectation de l'INS.");
    }
  }

  /**
   * An INS from the fifteen characters of a matricule and its key.
   *
   * @throws IllegalArgumentException in French, if a part is wrong
   */
  public static Ins of(String fifteen, String oid) {
    if (fifteen.length() != WITH_KEY) {
      throw new IllegalArgumentException(
          "Matricule INS « %s » : 15 caractères attendus, clé comprise ; %d trouvés."
              .formatted(fifteen, fifteen.length()));
    }
    return new Ins(fifteen.substring(0, MATRICULE), fifteen.substring(MATRICULE), oid);
  }

  /** What is wrong with the fifteen characters of a matricule and its key, in French. */
  public static Optional<String> problem(String fifteen) {
    return fifteen.length() == WITH_KEY
        ? Matricule.problem(fifteen.substring(0, MATRICULE), fifteen.substring(MATRICULE))
        : Optional.of("15 caractères attendus, clé comprise");
  }

  /** The kind of the matricule. */
  public InsKind kind() {
    return InsKind.ofOid(oid).orElseThrow();
  }

  /** The fifteen characters: matricule, then key. */
  public String value() {
    return matricule + key;
  }
}

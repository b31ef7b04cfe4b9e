package fr.socle.bench.world;

/**
 * A national health identity: a matricule never travels without the OID of its authority (insi.md
 * 5.1).
 *
 * @param matricule number and key
 * @param oid one of {@link InsOid#ALL}
 */
public record Ins(Matricule matricule, String oid) {

  /**
   * An identity, checked.
   *
   * @throws IllegalArgumentException in French, if the OID is not one of an INS
   */
  public Ins {
    if (!InsOid.ALL.contains(oid)) {
      throw new IllegalArgumentException(
          "OID « " + oid + " » : ce n'est pas celui d'une autorité d'affectation de l'INS.");
    }
  }

  /**
   * An identity from the fifteen characters of its matricule.
   *
   * @throws IllegalArgumentException in French, if either part is wrong
   */
  public static Ins of(String fifteen, String oid) {
    return new Ins(Matricule.of(fifteen), oid);
  }
}

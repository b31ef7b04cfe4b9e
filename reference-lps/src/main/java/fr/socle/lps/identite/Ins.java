package fr.socle.lps.identite;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An INS: matricule and its OID, which never travel apart.
 *
 * @param matricule 13 characters
 * @param key two digits, already controlled
 * @param oid assigning authority
 */
public record Ins(String matricule, String key, String oid) {

  private static final Pattern STRUCTURE =
      Pattern.compile(
          "[1-478][0-9]{2}(0[1-9]|1[0-3]|[23][0-9]|4[0-2]|[5-9][0-9])(2[AB]|[0-9]{2})[0-9]{6}");

  // insi.md 5.1: NIR, NIA, test and demonstration. INS-C (.2) and NSS (.13, .14) are not INS.
  private static final Set<String> OIDS =
      Set.of(
          "1.2.250.1.213.1.4.8",
          "1.2.250.1.213.1.4.9",
          "1.2.250.1.213.1.4.10",
          "1.2.250.1.213.1.4.11");

  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /**
   * Controls and builds an INS (insi.md 5.1, 5.2).
   *
   * @throws InsRefused when the matricule has not the right form, its key is wrong or its OID is
   *     not one of an INS
   */
  public static Ins of(String matricule, String key, String oid) throws InsRefused {
    if (!STRUCTURE.matcher(matricule).matches()) {
      throw new InsRefused("le matricule reçu n'a pas la forme d'un matricule INS");
    }
    if (!keyOf(matricule).equals(key)) {
      throw new InsRefused("la clé du matricule reçu est fausse");
    }
    if (!OIDS.contains(oid)) {
      throw new InsRefused("l'OID reçu n'est pas celui d'une INS");
    }
    return new Ins(matricule, key, oid);
  }

  /** The key of a matricule: 97 - (N mod 97), Corsican 2A and 2B counted as 19 and 18. */
  static String keyOf(String matricule) {
    // insi.md 5.2: the letter only stands for the department of birth, at the sixth place.
    String digits =
        matricule.substring(0, 5)
            + matricule.substring(5, 7).replace("2A", "19").replace("2B", "18")
            + matricule.substring(7);
    int remainder = new BigInteger(digits).mod(MODULUS).intValueExact();
    return String.format(Locale.ROOT, "%02d", 97 - remainder);
  }
}

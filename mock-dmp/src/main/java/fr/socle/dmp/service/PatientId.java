package fr.socle.dmp.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifier of a patient, as messages carry it: nothing is corrected, whether it is an INS is for
 * the rules to say.
 *
 * @param number fifteen characters of an INS, key included
 * @param oid OID of its authority
 */
public record PatientId(String number, String oid) {
  // dmp.md 3.3 (S: MSG): samples add a date as seventh component.
  private static final Pattern COMPOSITE =
      Pattern.compile("([^^&]*)\\^\\^\\^&([^^&]*)&ISO\\^NH(?:\\^\\^[^^&]*)?");

  /** Reads {@code INS^^^&OID&ISO^NH}. */
  public static Optional<PatientId> read(String composite) {
    Matcher matcher = COMPOSITE.matcher(composite.strip());
    return matcher.matches()
        ? Optional.of(new PatientId(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Writes {@code INS^^^&OID&ISO^NH}. */
  public String composite() {
    return number + "^^^&" + oid + "&ISO^NH";
  }
}

package fr.socle.lps.dmp.client;

import fr.socle.lps.dmp.ebxml.Patient;
import fr.socle.lps.dmp.vihf.Purpose;
import fr.socle.lps.identite.Ins;

/**
 * Which patient a call is about, and why it is made.
 *
 * @param named whom the assertion names: the same
 * @param secret whether it is the secret connection of a minor
 */
public record About(Ins ins, Ins named, Purpose purpose, boolean secret) {

  /** {@code INS^^^&OID&ISO^NH}. */
  public String patient() {
    return Patient.composite(ins);
  }

  /** The same of whom the assertion names. */
  String resource() {
    return Patient.composite(named);
  }
}

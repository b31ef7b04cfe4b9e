package fr.socle.lps.comptes;

/**
 * What this software keeps of a professional (SSI/IE.33): segur.md 5 (S: REG).
 *
 * @param id private identifier, unique in this software, never changed
 * @param nationalId national identifier, the pivot of accounts (EXI PSC 19)
 * @param familyName family name of practice
 * @param givenName given name of practice
 * @param profession code of the profession, empty when unknown
 * @param email address, empty when unknown; nobody is recognised by it
 */
public record Account(
    String id,
    String nationalId,
    String familyName,
    String givenName,
    String profession,
    String email) {

  /** The RPPS number, empty when the national identifier holds none: psc.md 3.1 (S). */
  public String rpps() {
    return nationalId.matches("8\\d{11}") ? nationalId.substring(1) : "";
  }

  Account with(Particulars now) {
    return new Account(
        id,
        nationalId,
        now.familyName(),
        now.givenName(),
        now.profession().isEmpty() ? profession : now.profession(),
        now.email());
  }
}

package fr.socle.dmp.service;

import java.util.Arrays;

/** What may be done to a record: the rows of the rights matrix, dmp.md 5.3 (S:526, S:606). */
public enum Act {
  /** Existence and status. */
  EXISTENCE("TD0.2"),
  /** Declare oneself authorised. */
  DECLARE("TD0.3-ajout"),
  /** Remove one's own authorisation. */
  WITHDRAW("TD0.3-suppression"),
  /** Stop being the treating doctor. */
  STOP_TREATING("TD0.3-fin-mt"),
  /** List one's patients. */
  PATIENTS("TD0.4"),
  /** Search a patient without INS. */
  SEARCH("TD0.5"),
  /** Open the web site. */
  WEB("TD0.9"),
  /** Read administrative data. */
  READ_IDENTITY("TD1.3a"),
  /** List who is authorised or blocked. */
  AUTHORIZATIONS("TD1.6"),
  /** Submit documents. */
  SUBMIT("TD2.1"),
  /** Submit documents for a professional. */
  SUBMIT_FOR("TD2.2"),
  /** Search documents. */
  FIND("TD3.1"),
  /** Find a document by its reference. */
  FIND_BY_REFERENCE("TD3.1-reference"),
  /** Read a document that is not masked. */
  READ("TD3.2"),
  /** Read a document masked to professionals. */
  READ_MASKED("TD3.2-masque"),
  /** Mask. */
  MASK("TD3.3a-masquer"),
  /** Show to the patient. */
  SHOW("TD3.3b"),
  /** Unmask. */
  UNMASK("TD3.3a-demasquer"),
  /** Archive, take out of the archive. */
  ARCHIVE("TD3.3d"),
  /** Delete. */
  DELETE("TD3.3c");

  private final String code;

  Act(String code) {
    this.code = code;
  }

  /** Its name in the matrix. */
  public String code() {
    return code;
  }

  static Act named(String code) {
    return Arrays.stream(values())
        .filter(act -> act.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no act " + code));
  }
}

package fr.socle.lps.mss.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to write.
 *
 * @param id Message-ID, angle brackets included
 * @param from mailbox it is sent from
 * @param to recipients
 * @param subject subject, prefix included
 * @param text what it says
 * @param nil reference of this software
 * @param carried the documents it carries, null for none
 * @param readReceipt whether a read receipt is asked for
 * @param deliveryReceipt whether a delivery receipt is asked for
 * @param last whether no answer is wanted of a patient
 * @param answered the message it answers, null for none
 */
public record Letter(
    String id,
    Account from,
    List<String> to,
    String subject,
    String text,
    String nil,
    @Nullable Carried carried,
    boolean readReceipt,
    boolean deliveryReceipt,
    boolean last,
    @Nullable Answered answered) {

  public Letter {
    to = List.copyOf(to);
  }

  /**
   * Documents of one patient.
   *
   * @param archive the archive
   * @param pages their PDF, in order
   * @param codes codes of their types, in order
   * @param qualified whether the identity of the patient is qualified
   */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  public record Carried(byte[] archive, List<Page> pages, List<String> codes, boolean qualified) {

    public Carried {
      pages = List.copyOf(pages);
      codes = List.copyOf(codes);
    }
  }

  /** A PDF and its name. */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
  public record Page(String name, byte[] bytes) {}

  /** A message that is answered, and those it answered itself. */
  public record Answered(String id, String references) {}
}

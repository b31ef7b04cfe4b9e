package fr.socle.mss.service;

import fr.socle.bench.content.Content;
import java.util.List;
import java.util.Set;

/**
 * A message as it was submitted.
 *
 * @param from sender of the envelope, empty for none
 * @param envelopeId {@code ENVID}, empty when none was given
 * @param whole whether a notice of failure brings the whole message back ({@code RET})
 * @param recipients who it is for
 * @param message its bytes, trace fields included
 * @param traits what of it matters to the operator
 */
public record Submission(
    String from,
    String envelopeId,
    boolean whole,
    List<Recipient> recipients,
    Content message,
    Traits traits) {

  /** Copies the recipients. */
  public Submission {
    recipients = List.copyOf(recipients);
  }

  /** When a notice is wanted (RFC 3461 section 4.1). */
  public enum Notify {
    /** Never. */
    NEVER,
    /** Once delivered. */
    SUCCESS,
    /** Once it failed. */
    FAILURE,
    /** When it is late. */
    DELAY
  }

  /**
   * A recipient that was taken.
   *
   * @param fate what becomes of the message for him
   * @param wanted when the sender wants a notice; failure and delay when he did not say
   * @param original {@code ORCPT}, empty when none was given
   */
  public record Recipient(Fate fate, Set<Notify> wanted, String original) {
    /** Copies the set. */
    public Recipient {
      wanted = Set.copyOf(wanted);
    }
  }

  /**
   * What of a message matters to the operator.
   *
   * @param size bytes as they were submitted
   * @param infected whether the virus of tests is in it
   * @param subject subject, decoded
   * @param messageId {@code Message-ID} as written, perhaps empty
   * @param answeredAt address that answers go to: {@code Reply-To}, else {@code From}; perhaps
   *     empty
   * @param receiptTo address in {@code Return-Receipt-To}, empty when there is none
   * @param noAnswer whether {@code X-MSS-MES} is {@code FIN}
   */
  public record Traits(
      long size,
      boolean infected,
      String subject,
      String messageId,
      String answeredAt,
      String receiptTo,
      boolean noAnswer) {}
}

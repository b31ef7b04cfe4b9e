package fr.socle.mss.service;

import java.time.Instant;

/**
 * One thing the operator has to do for one recipient of a message, when it is due.
 *
 * @param id identifier in the store, 0 before
 * @param body identifier of the bytes of the message, 0 before they are stored
 * @param size bytes of the message
 * @param sort what is to be done
 * @param due when
 * @param arrived when the message was accepted
 * @param returnTo who is told, empty for nobody
 * @param recipient the recipient
 * @param original {@code ORCPT} of the recipient, empty when none was given
 * @param envelopeId {@code ENVID} of the message, empty likewise
 * @param whole whether a notice of failure brings the whole message back, not its header alone
 * @param status status, such as {@code 5.2.2}
 * @param diagnostic what the server that has the mailbox says
 */
public record Errand(
    long id,
    long body,
    long size,
    Sort sort,
    Instant due,
    Instant arrived,
    String returnTo,
    String recipient,
    String original,
    String envelopeId,
    boolean whole,
    String status,
    String diagnostic) {

  /** What is to be done. */
  public enum Sort {
    /** Put the message in the inbox of the recipient. */
    DELIVER,
    /** Tell that it was delivered. */
    SUCCESS,
    /** Tell that it is late. */
    DELAY,
    /** Tell that it could not be delivered. */
    FAILURE,
    /** Tell that Mon espace santé did not take it. */
    CITIZEN;

    /** Whether it is a notice of failure, of which the sender may want none. */
    boolean isFailure() {
      return this == FAILURE || this == CITIZEN;
    }
  }
}

package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A read receipt that a correspondent sends (MDN, RFC 8098).
 *
 * @param from mailbox that received the message
 * @param messageId {@code Message-ID} of that message; one that nobody sent is allowed with {@code
 *     to}
 * @param to who gets the receipt; absent for whom {@code Disposition-Notification-To} names
 * @param disposition {@code displayed}, {@code dispatched}, {@code processed} or {@code deleted};
 *     absent for {@code processed} from an application, else {@code displayed}
 * @param error code of an error, such as {@code 902}; absent when there is none
 * @param form how an error is written: {@code 1.1.3} (default) or {@code 1.1}
 */
public record MssReceipt(
    String from,
    String messageId,
    @Nullable String to,
    @Nullable String disposition,
    @Nullable String error,
    @Nullable String form) {

  /** The receipt that was asked for. */
  public static MssReceipt asked(String from, String messageId) {
    return new MssReceipt(from, messageId, null, null, null, null);
  }
}

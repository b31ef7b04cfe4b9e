package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification that the operator sends.
 *
 * @param to mailbox that gets it
 * @param recipient recipient it is about
 * @param messageId {@code Message-ID} of the message it is about; absent for none
 * @param action {@code failed} (default), {@code delayed} or {@code delivered}
 * @param status status; absent for {@code 5.1.1}, {@code 4.4.1} or {@code 2.0.0}
 * @param diagnostic what the server said; absent for that of the status
 */
public record MssBounce(
    String to,
    String recipient,
    @Nullable String messageId,
    @Nullable String action,
    @Nullable String status,
    @Nullable String diagnostic) {}

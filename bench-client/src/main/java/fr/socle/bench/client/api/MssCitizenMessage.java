package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A message that a citizen writes from Mon espace santé.
 *
 * @param from address of his mailbox
 * @param to who he writes to: somebody who wrote to him
 * @param answers {@code Message-ID} of the message he answers; absent to begin a thread
 * @param subject subject; absent for that of the answered message
 * @param text what he writes
 */
public record MssCitizenMessage(
    String from, String to, @Nullable String answers, @Nullable String subject, String text) {}

package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Answers a login that asks for somebody's phone or card (CIBA): the oldest one that waits.
 *
 * @param requestId only this request
 * @param nationalId only requests to this person
 * @param behaviour {@code accepter}, {@code refuser} or {@code autre-numero}
 * @param afterSeconds how long from now, in the time of the space; absent = at once
 */
public record PhoneAnswer(
    @Nullable String requestId,
    @Nullable String nationalId,
    String behaviour,
    @Nullable Integer afterSeconds) {}

package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Says what somebody does with the logins to come that ask for his phone or card (CIBA). What was
 * said for a number of them is played first, in order; then what holds for all the others.
 *
 * @param nationalId who; absent = anybody of whom nothing else was said
 * @param behaviour {@code accepter}, {@code refuser}, {@code autre-numero} (answers with another
 *     number than the one shown), {@code ignorer} (never answers), {@code eteint} (the phone cannot
 *     be reached) or {@code personne} (nobody answers by himself: the page or {@code phone-answer}
 *     does)
 * @param afterSeconds how long after the request the answer comes, in the time of the space; absent
 *     = at once; only with an answer
 * @param times how many requests it holds for; absent = all, until the window closes
 */
public record NextPhone(
    @Nullable String nationalId,
    String behaviour,
    @Nullable Integer afterSeconds,
    @Nullable Integer times) {}

package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Says what the person in front of the Pro Santé Connect page does at the next authorization
 * requests of the window.
 *
 * @param nationalId who logs in; absent = nobody is chosen
 * @param behaviour {@code accepter}, {@code refuser}, {@code abandonner} (page left too long) or
 *     {@code personne} (nobody answers: the page stays)
 */
public record NextLogin(@Nullable String nationalId, String behaviour) {}

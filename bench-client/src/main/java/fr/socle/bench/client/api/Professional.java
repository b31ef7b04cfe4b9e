package fr.socle.bench.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic professional of the space.
 *
 * @param nationalId national identifier, such as {@code 899990000012}
 * @param persona persona it was made from
 * @param familyName family name
 * @param givenName given name
 * @param structures names of the structures of the activities, in order
 */
public record Professional(
    String nationalId,
    @Nullable String persona,
    String familyName,
    String givenName,
    List<String> structures) {}

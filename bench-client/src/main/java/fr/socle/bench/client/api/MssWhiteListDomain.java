package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * A domain to put in the white list of MSSanté, or one more certificate of it.
 *
 * @param domain its name, such as {@code hopital-test.mssante.fr}
 * @param certificate certificate of its operator: name of an identity of {@code bench.json}, or its
 *     subject; absent = one that nobody has
 * @param description whose it is
 */
public record MssWhiteListDomain(
    String domain, @Nullable String certificate, @Nullable String description) {}

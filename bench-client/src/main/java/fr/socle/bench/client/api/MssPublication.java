package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * How a mailbox of MSSanté is published in the directory.
 *
 * @param address its address
 * @param structure technical identifier of the structure it is of, or where the professional has
 *     it; absent for a personal one that follows him everywhere, and for the one of an organisation
 *     that is where its first professional works
 * @param redList whether it is on the red list, and so not published; absent = no
 * @param description what it is for
 * @param department service of the structure it belongs to
 * @param paperless whether it takes documents in the place of paper; absent = yes
 * @param rank preference among the mailboxes of its holder, 1 first; absent = 1
 */
public record MssPublication(
    String address,
    @Nullable String structure,
    @Nullable Boolean redList,
    @Nullable String description,
    @Nullable String department,
    @Nullable Boolean paperless,
    @Nullable Integer rank) {}

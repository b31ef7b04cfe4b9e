package fr.socle.bench.client.api;

import org.jspecify.annotations.Nullable;

/**
 * Puts an editor's proxy in the place of the Proxy e-Santé of a space until the window closes:
 * every call of the listener {@code proxy} is passed on to it, and its answers are judged.
 *
 * @param url address of the editor's proxy, {@code http} or {@code https}; absent = back to what
 *     the settings of the space say
 */
public record ProxyRelay(@Nullable String url) {}

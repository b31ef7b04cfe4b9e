package fr.socle.bench.client.api;

import java.util.List;

/**
 * What closing a window gave.
 *
 * @param window the window, closed
 * @param quiet whether the space became quiet within the bound
 * @param exchanges number of exchanges of the window
 * @param findings findings of the sequence checks
 * @param benchErrors what failed in the bench itself during the window; the LPS is not to blame
 */
public record WindowClosure(
    Window window,
    boolean quiet,
    long exchanges,
    List<Finding> findings,
    List<String> benchErrors) {}

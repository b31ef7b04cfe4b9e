/**
 * The control API over HTTP and the console: {@link fr.socle.bench.operations.BenchOperations} with
 * a wire, and nothing added.
 */
@NullMarked
package fr.socle.bench.control;

import org.jspecify.annotations.NullMarked;

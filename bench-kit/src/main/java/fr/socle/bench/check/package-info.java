/** Checks, sequence checks and what they find. */
@NullMarked
package fr.socle.bench.check;

import org.jspecify.annotations.NullMarked;

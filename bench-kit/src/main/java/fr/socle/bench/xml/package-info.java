/**
 * Reading, writing and validating XML that comes from strangers: one hardened way in, names
 * compared by namespace and never by prefix, errors in French with their place.
 */
@NullMarked
package fr.socle.bench.xml;

import org.jspecify.annotations.NullMarked;

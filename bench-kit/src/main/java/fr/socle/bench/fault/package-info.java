/** Faults armed on purpose. */
@NullMarked
package fr.socle.bench.fault;

import org.jspecify.annotations.NullMarked;

/** The Java client of the control API. */
@NullMarked
package fr.socle.bench.client;

import org.jspecify.annotations.NullMarked;

/** Spaces: their listeners, their services, their windows. */
@NullMarked
package fr.socle.bench.space;

import org.jspecify.annotations.NullMarked;

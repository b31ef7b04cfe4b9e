/** A running bench. */
@NullMarked
package fr.socle.bench;

import org.jspecify.annotations.NullMarked;

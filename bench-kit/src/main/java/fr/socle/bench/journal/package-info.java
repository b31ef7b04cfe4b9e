/** The append-only record of everything the listeners saw. */
@NullMarked
package fr.socle.bench.journal;

import org.jspecify.annotations.NullMarked;

/** What a national service implements to live in a bench. */
@NullMarked
package fr.socle.bench.spi;

import org.jspecify.annotations.NullMarked;

/** What the software puts on paper. */
@NullMarked
package fr.socle.lps.papier;

import org.jspecify.annotations.NullMarked;

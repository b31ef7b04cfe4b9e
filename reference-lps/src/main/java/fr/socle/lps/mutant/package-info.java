/** The deliberate defects of the software, by name. */
@NullMarked
package fr.socle.lps.mutant;

import org.jspecify.annotations.NullMarked;

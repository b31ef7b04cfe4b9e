/** What the software reads in the descriptor of a bench. */
@NullMarked
package fr.socle.lps.banc;

import org.jspecify.annotations.NullMarked;

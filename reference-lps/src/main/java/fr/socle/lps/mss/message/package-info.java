/** Letters as they are written. */
@NullMarked
package fr.socle.lps.mss.message;

import org.jspecify.annotations.NullMarked;

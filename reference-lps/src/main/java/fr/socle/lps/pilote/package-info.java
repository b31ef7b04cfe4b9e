/** The driver API over HTTP. */
@NullMarked
package fr.socle.lps.pilote;

import org.jspecify.annotations.NullMarked;

/** A login without browser (CIBA), as far as it can be said without calling anybody. */
@NullMarked
package fr.socle.lps.psc.ciba;

import org.jspecify.annotations.NullMarked;

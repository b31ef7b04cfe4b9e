/** What is demanded of a login without browser (CIBA). */
@NullMarked
package fr.socle.psc.check.ciba;

import org.jspecify.annotations.NullMarked;

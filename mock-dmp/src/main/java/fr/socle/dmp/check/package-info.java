/** What Socle demands of a call to the DMP. */
@NullMarked
package fr.socle.dmp.check;

import org.jspecify.annotations.NullMarked;

/** What Socle demands of a relying party of Pro Santé Connect; {@link PscChecks} is the list. */
@NullMarked
package fr.socle.psc.check;

import org.jspecify.annotations.NullMarked;

/** Pro Santé Connect as a service of the bench. */
@NullMarked
package fr.socle.psc;

import org.jspecify.annotations.NullMarked;

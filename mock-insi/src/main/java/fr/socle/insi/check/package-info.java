/** What Socle demands of a call to INSi: {@link fr.socle.insi.check.InsiChecks} is the list. */
@NullMarked
package fr.socle.insi.check;

import org.jspecify.annotations.NullMarked;

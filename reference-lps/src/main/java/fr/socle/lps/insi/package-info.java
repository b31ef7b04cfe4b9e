/** INSi seen by a client: the search by traits, its messages and the order of attempts. */
@NullMarked
package fr.socle.lps.insi;

import org.jspecify.annotations.NullMarked;

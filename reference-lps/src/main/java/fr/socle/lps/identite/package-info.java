/** Records and identities: traits, INS, statuses and the rules that bind them. */
@NullMarked
package fr.socle.lps.identite;

import org.jspecify.annotations.NullMarked;

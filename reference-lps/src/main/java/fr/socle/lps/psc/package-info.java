/** Pro Santé Connect seen by a client: its own OpenID Connect code, without a library. */
@NullMarked
package fr.socle.lps.psc;

import org.jspecify.annotations.NullMarked;

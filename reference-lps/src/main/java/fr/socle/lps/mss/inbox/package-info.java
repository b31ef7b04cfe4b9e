/** What was received, and what is made of it. */
@NullMarked
package fr.socle.lps.mss.inbox;

import org.jspecify.annotations.NullMarked;

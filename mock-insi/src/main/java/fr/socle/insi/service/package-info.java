/** What INSi knows and decides: searches, controls, faults. Plain Java, no transport. */
@NullMarked
package fr.socle.insi.service;

import org.jspecify.annotations.NullMarked;

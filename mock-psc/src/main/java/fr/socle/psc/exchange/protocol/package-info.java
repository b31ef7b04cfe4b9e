/** The authorization servers of the APIs and the APIs themselves, on the wire. */
@NullMarked
package fr.socle.psc.exchange.protocol;

import org.jspecify.annotations.NullMarked;

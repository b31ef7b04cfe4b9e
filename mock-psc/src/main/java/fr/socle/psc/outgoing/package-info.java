/** Calls that the bench makes itself, when it plays a proxy or what stands in front of an API. */
@NullMarked
package fr.socle.psc.outgoing;

import org.jspecify.annotations.NullMarked;

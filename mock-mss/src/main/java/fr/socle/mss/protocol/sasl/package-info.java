/** What a client says of itself, the same in both protocols. */
@NullMarked
package fr.socle.mss.protocol.sasl;

import org.jspecify.annotations.NullMarked;

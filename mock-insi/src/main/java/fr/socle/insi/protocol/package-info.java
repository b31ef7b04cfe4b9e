/** INSi on the wire: messages to values and back, and the contract it publishes. */
@NullMarked
package fr.socle.insi.protocol;

import org.jspecify.annotations.NullMarked;

/** Context sharing on the wire. */
@NullMarked
package fr.socle.psc.sharing.protocol;

import org.jspecify.annotations.NullMarked;

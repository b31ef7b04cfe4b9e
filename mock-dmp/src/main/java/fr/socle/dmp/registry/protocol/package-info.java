/** The documents of a DMP on the wire: MTOM, ebXML, ITI-41, ITI-18, ITI-43, ITI-57. */
@NullMarked
package fr.socle.dmp.registry.protocol;

import org.jspecify.annotations.NullMarked;

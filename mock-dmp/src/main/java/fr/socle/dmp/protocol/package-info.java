/** The wire of the DMP: SOAP messages to objects and back. */
@NullMarked
package fr.socle.dmp.protocol;

import org.jspecify.annotations.NullMarked;

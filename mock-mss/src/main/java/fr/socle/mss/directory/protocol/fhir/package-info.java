/** The FHIR directory: HAPI's plain server behind a listener of the bench. */
@NullMarked
package fr.socle.mss.directory.protocol.fhir;

import org.jspecify.annotations.NullMarked;

/** The HL7 v2 composites that metadata of documents are written with. */
@NullMarked
package fr.socle.documents.hl7;

import org.jspecify.annotations.NullMarked;

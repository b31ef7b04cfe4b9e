/** XDS metadata of documents: the model, and its ebXML form (dmp.md 3.1; ebRIM 3.0). */
@NullMarked
package fr.socle.documents.xds;

import org.jspecify.annotations.NullMarked;

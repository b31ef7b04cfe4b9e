/** Archives of documents and their metadata, {@code IHE_XDM.ZIP} (IHE ITI-32). */
@NullMarked
package fr.socle.documents.xdm;

import org.jspecify.annotations.NullMarked;

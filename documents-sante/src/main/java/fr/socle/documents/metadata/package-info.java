/** What is asked of XDS metadata, by themselves and against the document they describe. */
@NullMarked
package fr.socle.documents.metadata;

import org.jspecify.annotations.NullMarked;

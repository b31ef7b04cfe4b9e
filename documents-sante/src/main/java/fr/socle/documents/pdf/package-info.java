/** Recognition of PDF files made to be kept. */
@NullMarked
package fr.socle.documents.pdf;

import org.jspecify.annotations.NullMarked;

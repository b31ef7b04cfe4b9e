/**
 * The INS data matrix (insi.md 9): its text, its symbol, and how both are found again in a picture
 * or a PDF.
 */
@NullMarked
package fr.socle.documents.datamatrix;

import org.jspecify.annotations.NullMarked;

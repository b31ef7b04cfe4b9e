/** Coded values and the national value sets that documents are described with. */
@NullMarked
package fr.socle.documents.codes;

import org.jspecify.annotations.NullMarked;

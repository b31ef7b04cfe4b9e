/** CDA documents of the French framework: header, kind of body, and what both must be (cda.md). */
@NullMarked
package fr.socle.documents.cda;

import org.jspecify.annotations.NullMarked;

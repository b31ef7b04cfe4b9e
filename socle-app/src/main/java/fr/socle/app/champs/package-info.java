/** The proof by fields: every recorded message altered in every place, and which rules see it. */
@NullMarked
package fr.socle.app.champs;

import org.jspecify.annotations.NullMarked;

/** The steps of the feature files, in the words of the field, and the hooks around them. */
@NullMarked
package fr.socle.features.etapes;

import org.jspecify.annotations.NullMarked;

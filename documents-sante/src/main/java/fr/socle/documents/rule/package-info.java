/** The form of a rule on documents, whoever applies it. */
@NullMarked
package fr.socle.documents.rule;

import org.jspecify.annotations.NullMarked;

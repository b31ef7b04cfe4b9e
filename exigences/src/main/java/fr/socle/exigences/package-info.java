/** The requirement catalogue, the value types of a rule and the law of verdicts. */
@NullMarked
package fr.socle.exigences;

import org.jspecify.annotations.NullMarked;

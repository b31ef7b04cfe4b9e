/**
 * Runs the suite against an LPS: launches Cucumber, holds windows open, gathers evidence, judges.
 */
@NullMarked
package fr.socle.features.run;

import org.jspecify.annotations.NullMarked;

/** The DMP, the shared medical record of the nation, as a bench runs it. */
@NullMarked
package fr.socle.dmp;

import org.jspecify.annotations.NullMarked;

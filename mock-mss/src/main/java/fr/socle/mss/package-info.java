/** The secure mail of health professionals: submission and access. */
@NullMarked
package fr.socle.mss;

import org.jspecify.annotations.NullMarked;

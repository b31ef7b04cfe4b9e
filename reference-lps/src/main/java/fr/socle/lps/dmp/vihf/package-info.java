/** The VIHF, which says who calls the DMP. */
@NullMarked
package fr.socle.lps.dmp.vihf;

import org.jspecify.annotations.NullMarked;

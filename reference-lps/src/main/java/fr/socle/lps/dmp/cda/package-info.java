/** Documents as CDA R2 and as PDF/A-1. */
@NullMarked
package fr.socle.lps.dmp.cda;

import org.jspecify.annotations.NullMarked;

/** The transactions of the DMP. */
@NullMarked
package fr.socle.lps.dmp.client;

import org.jspecify.annotations.NullMarked;

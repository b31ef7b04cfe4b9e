/** The accounts this software keeps of the professionals who use it. */
@NullMarked
package fr.socle.lps.comptes;

import org.jspecify.annotations.NullMarked;

/** The cards of a workstation and their reader. */
@NullMarked
package fr.socle.lps.cartes;

import org.jspecify.annotations.NullMarked;

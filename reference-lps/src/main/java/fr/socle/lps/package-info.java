/**
 * A correct medical software written as an outsider, and its mutants: what the suite is proven on.
 */
@NullMarked
package fr.socle.lps;

import org.jspecify.annotations.NullMarked;

/** TLS and HTTP, bounded in time and size. */
@NullMarked
package fr.socle.lps.reseau;

import org.jspecify.annotations.NullMarked;

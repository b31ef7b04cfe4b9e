/** Archives of documents that travel with letters. */
@NullMarked
package fr.socle.lps.mss.xdm;

import org.jspecify.annotations.NullMarked;

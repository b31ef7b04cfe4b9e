/**
 * Bytes of any size: in memory when there are few, in a file that goes away when there are many.
 */
@NullMarked
package fr.socle.bench.content;

import org.jspecify.annotations.NullMarked;

/** The one web address of the directory and of the trust space. */
@NullMarked
package fr.socle.mss.directory.protocol;

import org.jspecify.annotations.NullMarked;

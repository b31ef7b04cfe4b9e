/**
 * The files of the directory and of the trust space: extractions, white list, autoconfiguration.
 */
@NullMarked
package fr.socle.mss.directory.protocol.files;

import org.jspecify.annotations.NullMarked;

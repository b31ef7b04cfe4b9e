/** Where the parts of a message are, and what its headers say. */
@NullMarked
package fr.socle.mss.protocol.mime;

import org.jspecify.annotations.NullMarked;

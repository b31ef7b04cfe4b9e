/** Access to mailboxes (RFC 3501). */
@NullMarked
package fr.socle.mss.protocol.imap;

import org.jspecify.annotations.NullMarked;

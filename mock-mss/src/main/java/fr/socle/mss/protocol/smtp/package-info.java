/** Submission of messages (RFC 5321, RFC 6409). */
@NullMarked
package fr.socle.mss.protocol.smtp;

import org.jspecify.annotations.NullMarked;

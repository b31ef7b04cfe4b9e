/** What the checks are told of sessions and messages. */
@NullMarked
package fr.socle.mss.protocol.mail;

import org.jspecify.annotations.NullMarked;

/** What is demanded of messages and of sessions. */
@NullMarked
package fr.socle.mss.check;

import org.jspecify.annotations.NullMarked;

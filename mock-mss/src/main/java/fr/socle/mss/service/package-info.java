/** Mailboxes and who may use them; knows no transport. */
@NullMarked
package fr.socle.mss.service;

import org.jspecify.annotations.NullMarked;

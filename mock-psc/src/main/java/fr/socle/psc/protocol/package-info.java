/**
 * Pro Santé Connect on the wire: requests into questions for the service, decisions into answers.
 */
@NullMarked
package fr.socle.psc.protocol;

import org.jspecify.annotations.NullMarked;

/**
 * The authorization servers of the APIs Pro Santé Connectées: token exchange, API tokens, what an
 * API looks at in each call. Plain Java, no HTTP type.
 */
@NullMarked
package fr.socle.psc.exchange.service;

import org.jspecify.annotations.NullMarked;

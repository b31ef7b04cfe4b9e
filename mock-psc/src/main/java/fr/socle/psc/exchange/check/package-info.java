/** What is demanded of a proxy that exchanges tokens and calls APIs Pro Santé Connectées. */
@NullMarked
package fr.socle.psc.exchange.check;

import org.jspecify.annotations.NullMarked;

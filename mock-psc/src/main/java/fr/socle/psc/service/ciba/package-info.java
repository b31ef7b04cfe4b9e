/** Login without browser: CIBA requests in poll mode and the simulated e-CPS phone (psc.md 2.2). */
@NullMarked
package fr.socle.psc.service.ciba;

import org.jspecify.annotations.NullMarked;

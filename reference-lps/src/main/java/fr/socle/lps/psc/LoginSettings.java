package fr.socle.lps.psc;

import fr.socle.lps.psc.ciba.Pause;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a login needs besides the provider.
 *
 * @param clock wall clock
 * @param random source of state, nonce and PKCE secrets
 * @param patience how long one answer of the provider may take
 * @param personDelay how long a person may take on the provider's page when it does not answer by
 *     itself
 * @param invitation told the address a person can open in a browser of his own, when the page waits
 *     for someone
 * @param pause how time passes while somebody answers elsewhere
 */
public record LoginSettings(
    Clock clock,
    SecureRandom random,
    Duration patience,
    Duration personDelay,
    Consumer<URI> invitation,
    Pause pause) {}

package fr.socle.lps.proxy.server;

import fr.socle.lps.psc.PhoneLogins;
import fr.socle.lps.reseau.Wire;

/**
 * A software that this proxy serves: everything goes out with its certificate (psc.md 2.7).
 *
 * @param clientId its client id, at this proxy and at Pro Santé Connect
 * @param logins logins of its users
 * @param wire presents its certificate
 * @param bare presents none
 * @param thumbprint {@code x5t#S256} of that certificate, as RFC 8705 writes it
 * @param apiClientId what the authorization servers of the APIs call this proxy for it
 */
record Software(
    String clientId,
    PhoneLogins logins,
    Wire wire,
    Wire bare,
    String thumbprint,
    String apiClientId) {}

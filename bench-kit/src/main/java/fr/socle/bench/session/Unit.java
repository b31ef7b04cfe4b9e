package fr.socle.bench.session;

import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;

/**
 * What a session was waiting for, received.
 *
 * @param bytes as on the wire, readable until the exchange it belongs to is over
 * @param whole whether all of it is here; else it was longer than {@link Awaits} said
 * @param more whether the client has already sent more, without waiting for the answer
 * @param tls what TLS tells of the connection
 */
public record Unit(Content bytes, boolean whole, boolean more, TlsFacts tls) {}

package fr.socle.psc.outgoing;

import fr.socle.bench.http.Headers;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One call to make.
 *
 * @param identity client identity to present, null for none
 * @param method method
 * @param to address
 * @param headers headers; those of the connection are left out
 * @param body bytes of the body
 */
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingCall(
    @Nullable String identity, String method, URI to, Headers headers, byte[] body) {}

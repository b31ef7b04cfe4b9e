package fr.socle.dmp.protocol;

import fr.socle.bench.client.api.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A fault to answer.
 *
 * @param envelope its bytes
 * @param refusal how the journal says it; null when the service itself failed
 */
@SuppressWarnings("ArrayRecordComponent")
record Refused(byte[] envelope, @Nullable Refusal refusal) {}

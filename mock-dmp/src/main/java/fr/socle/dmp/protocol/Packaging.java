package fr.socle.dmp.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.soap.SoapVersion;

/** How an envelope is put on the wire. */
@FunctionalInterface
public interface Packaging {
  /** An envelope and nothing else. */
  Packaging PLAIN =
      (status, envelope, reply) ->
          new Answer(
              status,
              Headers.none()
                  .with("Content-Type", SoapVersion.SOAP_12.mediaType() + "; charset=utf-8"),
              envelope);

  /**
   * Packs an envelope.
   *
   * @param status HTTP status
   * @param envelope bytes of the envelope
   * @param reply the reply it was written from; that of a fault has no attachment
   */
  Answer pack(int status, byte[] envelope, DmpReply reply);
}

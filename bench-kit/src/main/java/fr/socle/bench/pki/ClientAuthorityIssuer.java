package fr.socle.bench.pki;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the client authorities and their revocation lists. */
final class ClientAuthorityIssuer {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
  private static final Duration SKEW = Duration.ofDays(1);

  private ClientAuthorityIssuer() {}

  /** Makes the authorities. {@code keys}: one pair for each range, in their order. */
  static Map<String, byte[]> make(Instant now, CertificateForge forge, List<KeyPair> keys) {
    Map<String, byte[]> files = new TreeMap<>();
    Iterator<KeyPair> pairs = keys.iterator();
    for (ClientRange range : ClientRange.values()) {
      SigningAuthority authority =
          forge.authority(
              DistinguishedName.ofClientAuthority(range.label()),
              pairs.next(),
              new Validity(now.minus(SKEW), now.plus(AUTHORITY_LIFE)),
              null);
      files.put(range.certificatePath(), Pem.of(List.of(authority.certificate())));
      files.put(range.keyPath(), Pem.of(authority.key()));
      // The serial is revoked at once, the certificate that bears it is issued when asked for.
      files.put(
          range.crlPath(),
          Pem.of(
              forge.revoking(
                  authority,
                  List.of(forge.serial()),
                  new Validity(now.minus(SKEW), now.plus(ClientPart.CLIENT_LIFE)))));
    }
    files.put("LISEZ-MOI.txt", ReadMe.text().getBytes(StandardCharsets.UTF_8));
    return files;
  }
}

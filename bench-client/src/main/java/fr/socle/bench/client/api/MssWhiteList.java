package fr.socle.bench.client.api;

import java.time.Instant;
import java.util.List;

/**
 * The white list of MSSanté in a space.
 *
 * @param generatedAt its date
 * @param domains its entries, by domain
 */
public record MssWhiteList(Instant generatedAt, List<MssListedDomain> domains) {

  /**
   * One domain with one certificate.
   *
   * @param domain its name
   * @param description whose it is
   * @param dn subject of the certificate of its operator
   * @param updatedAt date of the entry
   */
  public record MssListedDomain(String domain, String description, String dn, Instant updatedAt) {}
}

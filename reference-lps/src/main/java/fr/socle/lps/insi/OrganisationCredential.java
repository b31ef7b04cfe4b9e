package fr.socle.lps.insi;

import java.time.Instant;
import java.util.List;
import org.w3c.dom.Element;

/**
 * The certificate of an organisation, shown by TLS: no assertion (insi.md 2.3, guide 3.2 (S:6)).
 *
 * @param sender OU of the certificate
 */
record OrganisationCredential(String sender) implements Credential {

  @Override
  public List<Element> assertions(Instant now) {
    return List.of();
  }
}

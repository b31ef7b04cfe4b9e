package fr.socle.insi.protocol;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What INSi reads in the certificate of an organisation: insi.md 2.2 (S:2, S:3).
 *
 * @param commonName CN, {@code INSI-AUTO} or {@code INSI-MANU}
 * @param organisationUnit OU, identifier of the structure
 */
public record OrganisationCertificate(
    @Nullable String commonName, @Nullable String organisationUnit) {

  /** Reads the subject of a certificate. */
  public static OrganisationCertificate of(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
    try {
      List<Rdn> names = new LdapName(subject).getRdns();
      return new OrganisationCertificate(value(names, "CN"), value(names, "OU"));
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException("not a distinguished name: " + subject, e);
    }
  }

  private static @Nullable String value(List<Rdn> names, String type) {
    return names.stream()
        .filter(name -> name.getType().equalsIgnoreCase(type))
        .map(name -> name.getValue().toString())
        .findFirst()
        .orElse(null);
  }
}

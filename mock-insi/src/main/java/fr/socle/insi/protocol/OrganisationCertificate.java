package fr.socle.insi.protocol;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What INSi reads in the certificate of an organisation: insi.md 2.2 (S:2, S:3).
 *
 * @param commonName CN, {@code INSI-AUTO} or {@code INSI-MANU}
 * @param organisationUnits OU, identifier of the structure; usually one
 * @param issuer CN of the authority; empty when it has none
 */
public record OrganisationCertificate(
    @Nullable String commonName, List<String> organisationUnits, String issuer) {

  /** Copies the list. */
  public OrganisationCertificate {
    organisationUnits = List.copyOf(organisationUnits);
  }

  /** Reads the subject of a certificate. */
  public static OrganisationCertificate of(X509Certificate certificate) {
    String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
    try {
      List<Rdn> names = new LdapName(subject).getRdns();
      List<Rdn> issuers =
          new LdapName(certificate.getIssuerX500Principal().getName(X500Principal.RFC2253))
              .getRdns();
      return new OrganisationCertificate(
          values(names, "CN").stream().findFirst().orElse(null),
          values(names, "OU"),
          values(issuers, "CN").stream().findFirst().orElse(""));
    } catch (NamingException e) {
      throw new IllegalArgumentException("not a distinguished name: " + subject, e);
    }
  }

  /** Also those of multi-valued names. */
  private static List<String> values(List<Rdn> names, String type) throws NamingException {
    List<String> values = new ArrayList<>();
    for (Rdn name : names) {
      Attribute attribute = name.toAttributes().get(type);
      if (attribute != null) {
        Collections.list(attribute.getAll()).forEach(value -> values.add(String.valueOf(value)));
      }
    }
    return values;
  }
}

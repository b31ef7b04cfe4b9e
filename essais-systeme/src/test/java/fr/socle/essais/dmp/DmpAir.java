package fr.socle.essais.dmp;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.essais.ClientTls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Calls by the software of a structure, for a professional it knows well: dmp.md 7.1 (AIR). */
final class DmpAir {
  private DmpAir() {}

  /**
   * The organisation of {@code bench.json}.
   *
   * @param signer name of the identity that signs, {@code organisation-cachet} when all is well
   * @param holder the professional
   */
  static DmpCard organisation(SpaceDescriptor space, String signer, String holder)
      throws IOException, GeneralSecurityException {
    char[] password = ClientTls.keyStore(space, signer).password().toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in =
        Files.newInputStream(Path.of(ClientTls.keyStore(space, signer).pkcs12()))) {
      store.load(in, password);
    }
    String alias = store.aliases().nextElement();
    X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
    return new DmpCard(
        ClientTls.context(space, "organisation"),
        (PrivateKey) store.getKey(alias, password),
        certificate,
        holder,
        new DmpCard.Name("DUPONT-TEST", "LEA"),
        certificate.getSubjectX500Principal().getName().replaceAll(".*OU=([^,]+).*", "$1"));
  }

  /** A VIHF of now. */
  static String vihf(DmpCard organisation, String patient) throws Exception {
    return DmpVihf.signed(
        organisation,
        unsigned(organisation, patient)
            .replace(">DIRECTE<", ">INDIRECTE_RENFORCEE<")
            .replace(
                "</saml2:AuthnContextClassRef>",
                "</saml2:AuthnContextClassRef><saml2:AuthnContextDecl>APP_BROWSER_AUTH"
                    + "</saml2:AuthnContextDecl>"));
  }

  /** A VIHF of now in indirect mode, which feeds and does not consult (dmp.md 5.3). */
  static String indirect(DmpCard organisation, String patient) throws Exception {
    return DmpVihf.signed(
        organisation,
        unsigned(organisation, patient)
            .replace(">DIRECTE<", ">INDIRECTE<")
            .replace("classes:SmartcardPKI", "classes:Password"));
  }

  private static String unsigned(DmpCard organisation, String patient) {
    return DmpVihf.unsigned(
            organisation,
            patient,
            "<saml2:Attribute Name=\"urn:oasis:names:tc:xspa:1.0:subject:subject-id\">"
                + "<saml2:AttributeValue>LEA DUPONT-TEST</saml2:AttributeValue>"
                + "</saml2:Attribute>")
        .replace("SA07^", "SA01^");
  }
}

package fr.socle.essais.dmp;

import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.pki.ClientIdentity;
import fr.socle.essais.ClientTls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;

/**
 * The card of a professional: its connection, its signature, and what its VIHF says of the holder.
 *
 * @param tls shows the authentication certificate
 * @param key private key of the signature certificate
 * @param certificate signature certificate
 * @param holder national identifier
 * @param name family name and given name, for authors
 * @param structure identifier of the structure
 */
public record DmpCard(
    SSLContext tls,
    PrivateKey key,
    X509Certificate certificate,
    String holder,
    Name name,
    String structure) {
  private static final char[] PASSWORD = "socle".toCharArray();

  /** Name of a holder. */
  public record Name(String family, String given) {}

  /** The card that {@code bench.json} gives. */
  public static DmpCard of(SpaceDescriptor space) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    String file = ClientTls.keyStore(space, "cps-signature").pkcs12();
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      store.load(in, PASSWORD);
    }
    String alias = store.aliases().nextElement();
    return new DmpCard(
        ClientTls.context(space, "cps-authentification"),
        (PrivateKey) store.getKey(alias, PASSWORD),
        (X509Certificate) store.getCertificate(alias),
        "899990000020",
        new Name("DUPONT-TEST", "LEA"),
        "499990000020001");
  }

  /** A card made for somebody. */
  static DmpCard of(
      SpaceDescriptor space,
      ClientIdentity connection,
      ClientIdentity signature,
      String holder,
      String structure)
      throws IOException, GeneralSecurityException {
    return new DmpCard(
        ClientTls.context(space, connection.keyStore(), PASSWORD),
        signature.privateKey(),
        signature.certificate(),
        holder,
        new Name("PORTEUR", "CARTE"),
        structure);
  }
}

package fr.socle.bench.client.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a program needs to use a space: this record is {@code bench.json}.
 *
 * @param version version of Socle
 * @param id identifier of the space
 * @param name name for people
 * @param seed seed of the synthetic world
 * @param insOid OID that INSi gives to test identities
 * @param urls addresses by name, such as {@code psc.discovery}, {@code insi.certificate}
 * @param caFile absolute path of the PEM certificate of the server authority
 * @param keyStores client identities
 * @param clients relying parties registered at Pro Santé Connect
 * @param lps what the LPS has to declare
 * @param settings settings of the services
 */
public record SpaceDescriptor(
    String version,
    String id,
    String name,
    long seed,
    String insOid,
    Map<String, String> urls,
    String caFile,
    List<KeyStoreDescription> keyStores,
    List<ClientDescription> clients,
    LpsDescription lps,
    Map<String, String> settings) {

  /**
   * One client identity, in the three forms software reads.
   *
   * @param name such as {@code insi-auto}
   * @param subject subject DN, RFC 2253
   * @param pem absolute path of the certificate chain
   * @param key absolute path of the PKCS#8 key
   * @param pkcs12 absolute path of the PKCS#12 file with modern algorithms
   * @param pkcs12Legacy absolute path of the PKCS#12 file for old software
   * @param password password of both PKCS#12 files
   */
  public record KeyStoreDescription(
      String name,
      String subject,
      String pem,
      String key,
      String pkcs12,
      String pkcs12Legacy,
      String password) {}

  /**
   * One relying party of Pro Santé Connect.
   *
   * @param clientId identifier
   * @param clientSecret secret, absent with a certificate
   * @param authMethod {@code client_secret_basic}, {@code client_secret_post} or {@code
   *     tls_client_auth}
   * @param redirectUris declared redirect addresses
   * @param keyStore name of the client identity it authenticates with, if any
   */
  public record ClientDescription(
      String clientId,
      @Nullable String clientSecret,
      String authMethod,
      List<String> redirectUris,
      @Nullable String keyStore) {}

  /**
   * What the LPS declares of itself.
   *
   * @param idam authorisation number known of the services ({@code IDAM})
   */
  public record LpsDescription(String idam) {}
}

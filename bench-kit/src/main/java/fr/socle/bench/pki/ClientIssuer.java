package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** Issues client identities: one key pair, one certificate, four files each. */
final class ClientIssuer {
  private final CertificateForge forge;
  private final RsaKeys keys;
  private final CardHolder holder;
  private final Pkcs12Forge pkcs12 = new Pkcs12Forge();

  ClientIssuer(SecureRandom random, CardHolder holder) {
    this.holder = holder;
    this.forge = new CertificateForge(random);
    this.keys = new RsaKeys(random);
  }

  Map<String, byte[]> issue(StandardClient client, ClientPart part) {
    Validity life = part.clientLife(ClientRange.ORGANISATIONS);
    return switch (client) {
      case INSI_AUTO, INSI_MANU, PSC_CLIENT, ORGANISATION, WRONG_CN ->
          organisation(client, part, forge.serial(), life);
      case ORGANISATION_SEAL -> seal(client, part, life);
      case EXPIRED ->
          organisation(
              client,
              part,
              forge.serial(),
              new Validity(
                  life.from().minus(Duration.ofDays(60)), life.from().minus(Duration.ofHours(1))));
      case NOT_YET_VALID ->
          organisation(
              client,
              part,
              forge.serial(),
              new Validity(
                  life.to().plus(Duration.ofDays(365)), life.to().plus(Duration.ofDays(730))));
      case REVOKED ->
          organisation(client, part, part.revokedSerial(ClientRange.ORGANISATIONS), life);
      case UNKNOWN_AUTHORITY -> ofUnknownAuthority(client, life);
      case CPS_AUTHENTICATION ->
          issueCard(client.clientName(), part, holder, CardUse.AUTHENTICATION);
      case CPS_SIGNATURE -> issueCard(client.clientName(), part, holder, CardUse.SIGNATURE);
    };
  }

  Map<String, byte[]> issueCard(String name, ClientPart part, CardHolder owner, CardUse use) {
    KeyPair pair = keys.one();
    X500Principal subject = DistinguishedName.ofCardHolder(owner);
    Validity life = part.clientLife(ClientRange.PERSONS);
    LeafRequest request =
        use == CardUse.SIGNATURE
            ? LeafRequest.cardSignature(subject, pair.getPublic(), forge.serial(), life)
            : LeafRequest.client(subject, pair.getPublic(), forge.serial(), life, true);
    return files(name, pair, part.authority(ClientRange.PERSONS), request);
  }

  private Map<String, byte[]> organisation(
      StandardClient client, ClientPart part, BigInteger serial, Validity life) {
    KeyPair pair = keys.one();
    return files(
        client.clientName(),
        pair,
        part.authority(ClientRange.ORGANISATIONS),
        LeafRequest.client(
            DistinguishedName.of(client, holder), pair.getPublic(), serial, life, false));
  }

  private Map<String, byte[]> seal(StandardClient client, ClientPart part, Validity life) {
    KeyPair pair = keys.one();
    return files(
        client.clientName(),
        pair,
        part.authority(ClientRange.ORGANISATIONS),
        LeafRequest.seal(
            DistinguishedName.of(client, holder), pair.getPublic(), forge.serial(), life));
  }

  // The name of the true authority: many clients send no certificate issued under another.
  private Map<String, byte[]> ofUnknownAuthority(StandardClient client, Validity life) {
    KeyPair pair = keys.one();
    SigningAuthority unknown =
        forge.authority(
            DistinguishedName.ofClientAuthority(ClientRange.ORGANISATIONS.label()),
            keys.one(),
            life,
            null);
    return files(
        client.clientName(),
        pair,
        unknown,
        LeafRequest.client(
            DistinguishedName.of(client, holder), pair.getPublic(), forge.serial(), life, false));
  }

  private Map<String, byte[]> files(
      String name, KeyPair pair, SigningAuthority authority, LeafRequest request) {
    X509Certificate certificate = forge.issue(authority, request);
    List<X509Certificate> chain = List.of(certificate, authority.certificate());
    return Map.of(
        ClientFiles.chainPath(name), Pem.of(chain),
        ClientFiles.keyPath(name), Pem.of(pair.getPrivate()),
        ClientFiles.pkcs12Path(name), pkcs12.modern(name, pair.getPrivate(), chain),
        ClientFiles.legacyPkcs12Path(name), pkcs12.legacy(name, pair.getPrivate(), chain));
  }
}

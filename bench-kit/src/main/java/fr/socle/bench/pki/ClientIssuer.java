package fr.socle.bench.pki;

import fr.socle.bench.pki.ClientIdentity.ClientFiles;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/** Issues client identities: one key pair, one certificate, four files each. */
final class ClientIssuer {
  // Pattern of insi.md 2.2 (S): letters and digits of a structure that does not exist.
  private static final String INSI_STRUCTURE = "10B0999999";
  // psc.md 1.5 (S): "3" and a SIRET; this one belongs to nobody.
  private static final String PSC_STRUCTURE = "399999999900017";

  private final CertificateForge forge;
  private final RsaKeys keys;
  private final Pkcs12Forge pkcs12 = new Pkcs12Forge();

  ClientIssuer(SecureRandom random) {
    this.forge = new CertificateForge(random);
    this.keys = new RsaKeys(random);
  }

  Map<String, byte[]> issue(StandardClient client, ClientPart part, CardHolder holder) {
    KeyPair pair = keys.one();
    PublicKey key = pair.getPublic();
    Validity life = part.clientLife(ClientRange.ORGANISATIONS);
    return switch (client) {
      case INSI_AUTO -> organisation(client, part, pair, insi("INSI-AUTO"), life);
      case INSI_MANU -> organisation(client, part, pair, insi("INSI-MANU"), life);
      case PSC_CLIENT ->
          organisation(
              client,
              part,
              pair,
              DistinguishedName.ofOrganisation(PSC_STRUCTURE, "SOCLE LOGICIEL DE TEST"),
              life);
      case ORGANISATION ->
          organisation(client, part, pair, insi("SOCLE ETABLISSEMENT DE TEST"), life);
      case WRONG_CN -> organisation(client, part, pair, insi("Insi-Auto"), life);
      case EXPIRED ->
          organisation(
              client,
              part,
              pair,
              insi("INSI-AUTO"),
              new Validity(
                  life.from().minus(Duration.ofDays(60)), life.from().minus(Duration.ofHours(1))));
      case NOT_YET_VALID ->
          organisation(
              client,
              part,
              pair,
              insi("INSI-AUTO"),
              new Validity(
                  life.to().plus(Duration.ofDays(365)), life.to().plus(Duration.ofDays(730))));
      case REVOKED ->
          files(
              client.clientName(),
              pair,
              part.authority(ClientRange.ORGANISATIONS),
              LeafRequest.client(
                  insi("INSI-AUTO"),
                  key,
                  part.revokedSerial(ClientRange.ORGANISATIONS),
                  life,
                  false));
      case UNKNOWN_AUTHORITY ->
          files(
              client.clientName(),
              pair,
              // The name of the true authority: many clients send no certificate under another.
              forge.authority(
                  CertificateForge.name(part.authority(ClientRange.ORGANISATIONS)),
                  keys.one(),
                  life,
                  null),
              LeafRequest.client(insi("INSI-AUTO"), key, forge.serial(), life, false));
      case CPS_AUTHENTICATION ->
          card(client.clientName(), part, pair, holder, CardUse.AUTHENTICATION);
      case CPS_SIGNATURE -> card(client.clientName(), part, pair, holder, CardUse.SIGNATURE);
    };
  }

  Map<String, byte[]> issueCard(String name, ClientPart part, CardHolder holder, CardUse use) {
    return card(name, part, keys.one(), holder, use);
  }

  private Map<String, byte[]> card(
      String name, ClientPart part, KeyPair pair, CardHolder holder, CardUse use) {
    X500Name subject = DistinguishedName.ofCardHolder(holder);
    Validity life = part.clientLife(ClientRange.PERSONS);
    LeafRequest request =
        use == CardUse.SIGNATURE
            ? LeafRequest.cardSignature(subject, pair.getPublic(), forge.serial(), life)
            : LeafRequest.client(subject, pair.getPublic(), forge.serial(), life, true);
    return files(name, pair, part.authority(ClientRange.PERSONS), request);
  }

  private Map<String, byte[]> organisation(
      StandardClient client, ClientPart part, KeyPair pair, X500Name subject, Validity life) {
    return files(
        client.clientName(),
        pair,
        part.authority(ClientRange.ORGANISATIONS),
        LeafRequest.client(subject, pair.getPublic(), forge.serial(), life, false));
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

  private static X500Name insi(String commonName) {
    return DistinguishedName.ofOrganisation(INSI_STRUCTURE, commonName);
  }
}

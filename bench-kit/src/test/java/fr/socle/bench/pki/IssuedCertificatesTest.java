package fr.socle.bench.pki;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.pki.ClientCertificateVerdict.Reason;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is written in the certificates and the files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuedCertificatesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Path folder;
  private TestPki pki;

  @BeforeAll
  void open(@TempDir Path temporary) {
    folder = temporary;
    pki =
        TestPki.open(
            folder,
            PkiOptions.builder().host("banc.exemple.test").host("192.0.2.7").build(),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void theServerIsNamedByLoopbackAndByTheHostsAsked() throws Exception {
    X509Certificate certificate =
        (X509Certificate) pki.serverKeyStore(ServerIdentity.GOOD).getCertificate("server");
    Set<Object> names =
        certificate.getSubjectAlternativeNames().stream()
            .map(name -> name.get(1))
            .collect(Collectors.toSet());

    assertThat(names)
        .containsExactlyInAnyOrder(
            "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "banc.exemple.test", "192.0.2.7");
  }

  @Test
  void theServerAuthorityVouchesForNoOtherName() {
    String constraints = "2.5.29.30"; // RFC 5280 4.2.1.10
    X509Certificate authority = pki.serverAuthority();
    byte[] extension =
        ASN1OctetString.getInstance(authority.getExtensionValue(constraints)).getOctets();
    NameConstraints names = NameConstraints.getInstance(extension);

    assertThat(authority.getCriticalExtensionOIDs()).contains(constraints);
    assertThat(names.getPermittedSubtrees())
        .extracting(subtree -> subtree.getBase().toString())
        .contains("2: localhost", "7: #7f000000ff000000", "2: banc.exemple.test")
        .contains("7: #c0000207ffffffff");
    assertThat(names.getExcludedSubtrees()).isNull();
  }

  @Test
  void organisationsAreNamedAsIgcSanteNamesThem() {
    assertThat(pki.client("insi-auto").subject())
        .isEqualTo(
            "CN=INSI-AUTO,OU=10B0999999,O=ETABLISSEMENT FICTIF SOCLE TEST,ST=Paris (75),C=FR");
    assertThat(pki.client("insi-auto").certificate().getIssuerX500Principal().getName())
        .startsWith("CN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS,")
        .contains("SOCLE - TEST SANS VALEUR");
    assertThat(pki.client("psc-client").subject()).contains("OU=399999999900017");
  }

  @Test
  void aCardBearsItsHolderTheTypeOfCardAndOneSubjectForBothUses() {
    CardHolder holder = new CardHolder("899990000012", "EXEMPLE", "CAMILLE", "Médecin");
    X509Certificate authentication = pki.card(holder, CardUse.AUTHENTICATION).certificate();
    X509Certificate signature = pki.card(holder, CardUse.SIGNATURE).certificate();

    assertThat(authentication.getSubjectX500Principal())
        .isEqualTo(signature.getSubjectX500Principal());
    assertThat(authentication.getSubjectX500Principal().getName()).startsWith("CN=899990000012,");
    // Octet string wrapping: two bytes, then the value whose third byte is the type of card.
    assertThat(authentication.getExtensionValue("1.2.250.1.71.1.2.2"))
        .containsExactly(4, 3, 2, 1, 0);
    assertThat(judge(authentication)).isEqualTo(Reason.ACCEPTED);
    assertThat(judge(signature)).isEqualTo(Reason.NOT_CLIENT);
  }

  @Test
  void aHolderWhoseIdentifierHasASlashGetsAFile() {
    CardHolder holder = new CardHolder("599999999900017/CPAT00001", "FICTIF", "ANDREA", "Agent");

    assertThat(pki.card(holder, CardUse.AUTHENTICATION).files().keyPem()).exists();
  }

  @Test
  void bothKeyStoresOpenInJava() throws Exception {
    ClientIdentity identity = pki.client(StandardClient.ORGANISATION);

    for (Path file : List.of(identity.files().pkcs12(), identity.files().legacyPkcs12())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, TestPki.PASSWORD.toCharArray());
      }
      assertThat(store.getKey("organisation", TestPki.PASSWORD.toCharArray()))
          .isEqualTo(identity.privateKey());
      assertThat(store.getCertificateChain("organisation"))
          .containsExactlyElementsOf(identity.chain());
    }
  }

  @Test
  void theTrustStoreOpensInJava() throws Exception {
    KeyStore store = KeyStore.getInstance(folder.resolve("ca.p12").toFile(), "socle".toCharArray());

    assertThat(store.getCertificate("socle")).isEqualTo(pki.serverAuthority());
  }

  @Test
  void revokesOneCertificateOnly() {
    assertThat(judge(pki.client(StandardClient.REVOKED).certificate())).isEqualTo(Reason.REVOKED);
    assertThat(judge(pki.client(StandardClient.INSI_AUTO).certificate()))
        .isEqualTo(Reason.ACCEPTED);
    assertThat(pki.crls()).allMatch(crl -> crl.getRevokedCertificates().size() == 1);
  }

  @Test
  void judgesTheAbsenceOfACertificateAndAServerCertificate() throws Exception {
    assertThat(judge()).isEqualTo(Reason.ABSENT);
    TestPki accepting =
        TestPki.open(
            folder,
            PkiOptions.builder().extraClientAuthorities(List.of(pki.caPem())).build(),
            Clock.fixed(NOW, ZoneOffset.UTC));
    X509Certificate server =
        (X509Certificate) pki.serverKeyStore(ServerIdentity.GOOD).getCertificate("server");

    assertThat(judge(server)).isEqualTo(Reason.UNKNOWN_AUTHORITY);
    assertThat(accepting.judge(new X509Certificate[] {server}, NOW).reason())
        .isEqualTo(Reason.NOT_CLIENT);
  }

  @Test
  void namesTheAuthorityItDoesNotKnow() throws Exception {
    X509Certificate server =
        (X509Certificate) pki.serverKeyStore(ServerIdentity.GOOD).getCertificate("server");

    assertThat(pki.judge(new X509Certificate[] {server}, NOW).message())
        .contains("SOCLE AC SERVEURS DE TEST")
        .contains("est inconnue du banc");
  }

  @Test
  void acceptsTheClientsOfAnAuthorityDeclaredByTheUser(@TempDir Path other) {
    TestPki elsewhere =
        TestPki.open(other, PkiOptions.defaults(), Clock.fixed(NOW, ZoneOffset.UTC));
    X509Certificate[] chain =
        elsewhere.client(StandardClient.INSI_AUTO).chain().toArray(X509Certificate[]::new);
    PkiOptions declaring =
        PkiOptions.builder()
            .extraClientAuthorities(List.of(other.resolve("client-ca/organisations.pem")))
            .build();

    // Same name, other key: the signature decides, not the name.
    assertThat(pki.judge(chain, NOW).reason()).isEqualTo(Reason.UNKNOWN_AUTHORITY);
    assertThat(
            TestPki.open(folder, declaring, Clock.fixed(NOW, ZoneOffset.UTC))
                .judge(chain, NOW)
                .reason())
        .isEqualTo(Reason.ACCEPTED);
  }

  private Reason judge(X509Certificate... chain) {
    return pki.judge(chain, NOW).reason();
  }
}

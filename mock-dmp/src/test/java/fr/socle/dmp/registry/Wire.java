package fr.socle.dmp.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A software that calls the DMP about documents: a JDK, files on disk, strings and bytes. It shares
 * no code with the mock.
 *
 * @param space space it calls
 * @param patient patient it is about
 */
record Wire(SpaceDescriptor space, Patient patient) {
  static final String HOLDER = "899990000020";
  static final String STRUCTURE = "499990000020001";
  static final String FEED = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b";
  static final String FIND = "urn:ihe:iti:2007:RegistryStoredQuery";
  static final String RETRIEVE = "urn:ihe:iti:2007:RetrieveDocumentSet";
  static final String UPDATE = "urn:ihe:iti:2010:UpdateDocumentSet";
  private static final char[] PASSWORD = "socle".toCharArray();
  private static final String BOUNDARY = "limite-du-logiciel";

  // dmp.md 1.1, Q9: the action here is not that of the contract.
  static final String MTOM_TYPE =
      "multipart/related; type=\"application/xop+xml\"; start=\"<racine@lps>\";"
          + " start-info=\"application/soap+xml\";"
          + " action=\"DocumentRepository_ProvideAndRegisterDocumentSet-b\"; boundary="
          + BOUNDARY;

  /** What came back. */
  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, String type, byte[] bytes) {
    String text() {
      return new String(bytes, UTF_8);
    }

    /** The bytes of the parts, envelope first. */
    List<byte[]> parts() {
      String boundary = type.replaceAll(".*boundary=\"([^\"]+)\".*", "$1");
      String[] pieces = ("\r\n" + new String(bytes, ISO_8859_1)).split("\r\n--" + boundary, -1);
      List<byte[]> parts = new ArrayList<>();
      for (int i = 1; i < pieces.length - 1; i++) {
        parts.add(pieces[i].substring(pieces[i].indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1));
      }
      return parts;
    }
  }

  String ins() {
    return patient.ins().matricule() + patient.ins().key();
  }

  String composite() {
    return ins() + "^^^&" + patient.ins().oid() + "&ISO^NH";
  }

  /** A message of the doctor of the card. */
  Reply byCard(String service, String action, String body) throws Exception {
    return post("cps-authentification", service, Messages.CONTENT_TYPE, envelope(action, body));
  }

  /** The same, what its VIHF says being bent. */
  Reply byCard(String service, String action, String body, UnaryOperator<VihfText> bend)
      throws Exception {
    return post(
        "cps-authentification", service, Messages.CONTENT_TYPE, envelope(action, body, bend));
  }

  /** A message of another doctor, by the software of a hospital. */
  Reply inAir(String service, String action, String body) throws Exception {
    Certificates.Identity seal = identity("organisation-cachet");
    String unit = seal.subject().replaceAll(".*OU=([^,]+).*", "$1");
    String vihf = VihfText.air(seal.subject(), unit, now(), composite()).signedBy(seal);
    return post(
        "organisation",
        service,
        Messages.CONTENT_TYPE,
        Messages.envelope(action, vihf, body).getBytes(UTF_8));
  }

  /** Documents of the doctor of the card, by the identifiers of their parts. */
  Reply feed(String body, Map<String, byte[]> parts) throws Exception {
    return sent(mtom(envelope(FEED, body), parts));
  }

  /** Documents of the doctor of the card, in the secret connection of a minor: dmp.md 2.2. */
  Reply feedInSecret(String body, Map<String, byte[]> parts) throws Exception {
    return sent(
        mtom(
            envelope(
                FEED,
                body,
                vihf ->
                    vihf.with(
                        "</AttributeStatement>",
                        "<Attribute Name=\"urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:"
                            + "confidentiality-code\"><AttributeValue>"
                            + "INVISIBLE_REPRESENTANTS_LEGAUX</AttributeValue></Attribute>"
                            + "</AttributeStatement>")),
            parts));
  }

  Reply sent(byte[] mtom) throws Exception {
    return post("cps-authentification", "repository", MTOM_TYPE, mtom);
  }

  static byte[] mtom(byte[] envelope, Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(out, "racine@lps", "application/xop+xml; type=\"application/soap+xml\"", envelope);
    parts.forEach((id, bytes) -> part(out, id, "text/xml; charset=Cp1252", bytes));
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return out.toByteArray();
  }

  private static void part(ByteArrayOutputStream out, String id, String type, byte[] bytes) {
    out.writeBytes(
        ("--"
                + BOUNDARY
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
                + id
                + ">\r\n\r\n")
            .getBytes(UTF_8));
    out.writeBytes(bytes);
    out.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** An envelope of the doctor of the card. */
  byte[] envelope(String action, String body) throws Exception {
    return envelope(action, body, UnaryOperator.identity());
  }

  /** The same, what its VIHF says being bent. */
  byte[] envelope(String action, String body, UnaryOperator<VihfText> bend) throws Exception {
    Certificates.Identity signature = identity("cps-signature");
    String vihf =
        bend.apply(
                VihfText.direct(signature.subject(), STRUCTURE, now(), composite())
                    .with("<NameID>" + Certificates.HOLDER, "<NameID>" + HOLDER))
            .signedBy(signature);
    return Messages.envelope(action, vihf, body).getBytes(UTF_8);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private Reply post(String identity, String service, String type, byte[] body) throws Exception {
    return sent(
        identity,
        HttpRequest.newBuilder(URI.create(space.urls().get("dmp") + service))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** A page of the web site, opened with a certificate. */
  Reply open(String identity, String page) throws Exception {
    return sent(identity, HttpRequest.newBuilder(URI.create(space.urls().get("dmp.web") + page)));
  }

  /** The button of a page. */
  Reply press(String identity, String page) throws Exception {
    return sent(
        identity,
        HttpRequest.newBuilder(URI.create(space.urls().get("dmp.web") + page))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("confirmation=oui")));
  }

  private Reply sent(String identity, HttpRequest.Builder request) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(identity), PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream pem = new FileInputStream(space.caFile())) {
      trusted.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    HttpResponse<byte[]> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .sslContext(tls)
            .build()
            .send(
                request.timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(
        answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }

  private KeyStore store(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    String file =
        space.keyStores().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow()
            .pkcs12();
    try (InputStream in = new FileInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private Certificates.Identity identity(String name) throws Exception {
    KeyStore store = store(name);
    String alias = store.aliases().nextElement();
    return new Certificates.Identity(
        (PrivateKey) store.getKey(alias, PASSWORD), (X509Certificate) store.getCertificate(alias));
  }
}

package fr.socle.insi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as a listener would hand them over, made from the example and bent by the tests. */
public final class Requests {
  public static final String CONTENT_TYPE =
      "application/soap+xml; charset=utf-8;"
          + " action=\"urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite\"";

  public static final String VITALE_CONTENT_TYPE =
      CONTENT_TYPE.replace("rechercherInsAvecTraitsIdentite", "rechercherInsAvecCarteVitale");

  public static final String VERIFICATION_CONTENT_TYPE =
      CONTENT_TYPE.replace("rechercherInsAvecTraitsIdentite", "verifierInsAvecTraitsIdentite");

  private Requests() {}

  /** The correct WS_INS2 request. */
  public static String example() {
    return resource("ws-ins2-demande.xml");
  }

  /**
   * The correct WS_INS2 request about somebody.
   *
   * @param place COG code; absent = without place
   */
  public static String about(
      String birthName, String firstName, String sex, String birthDate, @Nullable String place) {
    return example()
        .replace("MOQUETTE", birthName)
        .replace(">ALIX<", ">" + firstName + "<")
        .replace(">F<", ">" + sex + "<")
        .replace("1988-02-29", birthDate)
        .replace(
            "<rs:LieuNaissance>75056</rs:LieuNaissance>",
            place == null ? "" : "<rs:LieuNaissance>" + place + "</rs:LieuNaissance>");
  }

  /** The correct WS_INS1 request, with these assertions in Security. */
  public static String vitale(String... assertions) {
    String example =
        example().replace("rechercherInsAvecTraitsIdentite", "rechercherInsAvecCarteVitale");
    example = replaced(example, "<bam:ContexteBAM", "</bam:ContexteBAM>", "ws-ins1-contexte.xml");
    example = replaced(example, "<rs:RECSANSVITALE", "</rs:RECSANSVITALE>", "ws-ins1-corps.xml");
    return secured(example, assertions);
  }

  /** The WS_INS3 request, whose contract is assumed. */
  public static String verification() {
    return replaced(
        example().replace("rechercherInsAvecTraitsIdentite", "verifierInsAvecTraitsIdentite"),
        "<rs:RECSANSVITALE",
        "</rs:RECSANSVITALE>",
        "ws-ins3-corps.xml");
  }

  /** A request with these assertions in Security. */
  public static String secured(String request, String... assertions) {
    return request.replace(
        "</soap:Header>",
        "<wsse:Security xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/"
            + "oasis-200401-wss-wssecurity-secext-1.0.xsd\">"
            + String.join("", assertions)
            + "</wsse:Security></soap:Header>");
  }

  private static String replaced(String text, String start, String end, String resource) {
    return text.substring(0, text.indexOf(start))
        + resource(resource).strip()
        + text.substring(text.indexOf(end) + end.length());
  }

  public static String resource(String name) {
    try (InputStream bytes = Requests.class.getResourceAsStream("protocol/exemples/" + name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static IncomingRequest clear(String body) {
    return post(CONTENT_TYPE, body.getBytes(UTF_8), TlsFacts.clear());
  }

  public static IncomingRequest post(String contentType, byte[] body, TlsFacts tls) {
    return new IncomingRequest(
        "insi.certificate",
        "POST",
        "/lps",
        Headers.none().with("Content-Type", contentType),
        body,
        tls,
        Instant.EPOCH);
  }

  public static TlsFacts with(X509Certificate certificate) {
    return new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(certificate));
  }
}

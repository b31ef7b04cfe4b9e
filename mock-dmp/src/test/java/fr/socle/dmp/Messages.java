package fr.socle.dmp;

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
import java.util.UUID;

/** Messages as a software writes them, from the examples; the tests bend them. */
public final class Messages {
  public static final String INS = "275039999901191";
  public static final String OID = "1.2.250.1.213.1.4.10";
  public static final String PATIENT = INS + "^^^&" + OID + "&ISO^NH";
  public static final String CONTENT_TYPE = "application/soap+xml; charset=utf-8";
  public static final String PATH = "/si-dmp-server/v2/services/";

  public static final String TD0_2 = "urn:hl7-org:v3:PRPA_IN201307UV02";
  public static final String TD0_5 = "urn:hl7-org:v3:PRPA_IN201305UV02";
  public static final String REGISTRATION = "urn:hl7-org:v3:PRPA_IN201314UV02";
  public static final String TD0_3 =
      "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization";
  public static final String TD1_6 =
      "urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient";
  public static final String TD0_4 = "urn:si-dmp-patients:PatientSpecificEndPoint:patientList";

  private Messages() {}

  /** An example of the folder. */
  public static String example(String name) {
    try (InputStream bytes = Messages.class.getResourceAsStream("exemples/" + name + ".xml")) {
      return new String(bytes.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An envelope: dmp.md 7.2. */
  public static String envelope(String action, String vihf, String body) {
    return example("enveloppe")
        .replace("{identifiant}", UUID.randomUUID().toString())
        .replace("{action}", action)
        .replace("{vihf}", vihf)
        .replace("{corps}", body);
  }

  public static String setAuthorization(String action, String role) {
    return "<h:setAuthorization xmlns:h=\"urn:si-dmp-habilitations\"><h:action>"
        + action
        + "</h:action>"
        + (role.isEmpty() ? "" : "<h:role>" + role + "</h:role>")
        + "</h:setAuthorization>";
  }

  public static String listAuthorization(String mode) {
    return "<h:listAuthorizationByPatient xmlns:h=\"urn:si-dmp-habilitations\"><h:mode>"
        + mode
        + "</h:mode></h:listAuthorizationByPatient>";
  }

  public static String patientList(String date, String type) {
    return "<p:patientList xmlns:p=\"urn:si-dmp-patients\"><p:startDate>"
        + date
        + "</p:startDate><p:dateType>"
        + type
        + "</p:dateType></p:patientList>";
  }

  /** A request as a listener hands it over. */
  public static IncomingRequest post(
      String service, String envelope, X509Certificate certificate, Instant at) {
    return post(service, CONTENT_TYPE, envelope, certificate, at);
  }

  public static IncomingRequest post(
      String service, String type, String envelope, X509Certificate certificate, Instant at) {
    return new IncomingRequest(
        "dmp",
        "POST",
        PATH + service,
        Headers.none().with("Content-Type", type),
        envelope.getBytes(UTF_8),
        new TlsFacts("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", List.of(certificate)),
        at);
  }
}

package fr.socle.essais.dmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.socle.bench.client.BenchClient;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * A software that calls the DMP by card about one patient: the JDK's HTTP, text and bytes. It
 * shares no code with the mock.
 */
public final class DmpClient {
  public static final String FEED = "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b";
  public static final String FIND = "urn:ihe:iti:2007:RegistryStoredQuery";
  static final String RETRIEVE = "urn:ihe:iti:2007:RetrieveDocumentSet";
  static final String AUTHORIZE = "urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization";
  public static final String SOAP = "application/soap+xml; charset=utf-8";
  private static final String BOUNDARY = "limite-du-logiciel";
  // dmp.md 1.1
  public static final String MTOM =
      "multipart/related; type=\"application/xop+xml\"; start=\"<racine@lps>\";"
          + " start-info=\"application/soap+xml\"; boundary="
          + BOUNDARY;

  private final URI base;
  private final DmpCard card;
  private final String patient;
  private final HttpClient http;

  /**
   * A client of a space.
   *
   * @param patient patient, {@code INS^^^&OID&ISO^NH}
   */
  public DmpClient(SpaceDescriptor space, DmpCard card, String patient) {
    this(URI.create(space.urls().get("dmp")), card, patient);
  }

  /** A client of an address, below which the services are. */
  public DmpClient(URI base, DmpCard card, String patient) {
    this(
        base,
        card,
        patient,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .sslContext(card.tls())
            .build());
  }

  private DmpClient(URI base, DmpCard card, String patient, HttpClient http) {
    this.base = base;
    this.card = card;
    this.patient = patient;
    this.http = http;
  }

  /** A client of the doctor of {@code bench.json}, whom a new patient authorises. */
  static DmpClient ofNewPatient(BenchClient bench, SpaceDescriptor space) throws Exception {
    Patient patient = bench.createPatient(space.id(), new PatientRequest("ordinaire"));
    DmpClient client =
        new DmpClient(
            space,
            DmpCard.of(space),
            patient.ins().matricule()
                + patient.ins().key()
                + "^^^&"
                + patient.ins().oid()
                + "&ISO^NH");
    client.authorize();
    return client;
  }

  /** The same software on the same connections, about somebody else. */
  public DmpClient about(String other) {
    return new DmpClient(base, card, other, http);
  }

  DmpCard card() {
    return card;
  }

  String patient() {
    return patient;
  }

  /** The authorisation that a search needs (TD0.3). */
  public void authorize() throws Exception {
    DmpReply reply = call("habilitations", AUTHORIZE, Template.of("habilitation").text());
    if (!reply.text().contains("DMPOk")) {
      throw new IllegalStateException(reply.text());
    }
  }

  /** One message in one part. */
  DmpReply call(String service, String action, String body) throws Exception {
    return post(service, SOAP, envelope(action, body).getBytes(UTF_8));
  }

  /** Documents, by the identifiers of their parts. */
  DmpReply feed(String body, Map<String, byte[]> parts) throws Exception {
    return post("repository", MTOM, mtom(envelope(FEED, body), parts));
  }

  /** An envelope with a VIHF of now. */
  public String envelope(String action, String body) throws Exception {
    return envelope(action, DmpVihf.text(card, patient), body);
  }

  /** An envelope with another VIHF. */
  public static String envelope(String action, String vihf, String body) {
    return Template.of("enveloppe")
        .with("identifiant", UUID.randomUUID().toString())
        .with("action", action)
        .withXml("vihf", vihf)
        .withXml("corps", body)
        .text();
  }

  /** Bytes as they are. */
  DmpReply post(String service, String type, byte[] body) throws Exception {
    return post(service, type, BodyPublishers.ofByteArray(body));
  }

  /** The same, with all that HTTP tells of the answer. */
  public HttpResponse<byte[]> send(String service, String type, byte[] body) throws Exception {
    return send(service, type, BodyPublishers.ofByteArray(body));
  }

  /** Address of a service. */
  URI address(String service) {
    return URI.create(base + service);
  }

  private DmpReply post(String service, String type, BodyPublisher body) throws Exception {
    HttpResponse<byte[]> answer = send(service, type, body);
    return new DmpReply(
        answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
  }

  private HttpResponse<byte[]> send(String service, String type, BodyPublisher body)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(address(service))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", type)
            .POST(body)
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** A message in several parts, the envelope first. */
  public static byte[] mtom(String envelope, Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(
        out,
        "racine",
        "application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"",
        envelope.getBytes(UTF_8));
    parts.forEach((id, bytes) -> part(out, id, "text/xml", bytes));
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
                + "@lps>\r\n\r\n")
            .getBytes(UTF_8));
    out.writeBytes(bytes);
    out.writeBytes("\r\n".getBytes(UTF_8));
  }
}

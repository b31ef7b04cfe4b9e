package fr.socle.bench.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.ApiClientRequest;
import fr.socle.bench.client.api.ApiError;
import fr.socle.bench.client.api.ApiState;
import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.DatamatrixRequest;
import fr.socle.bench.client.api.DatamatrixSymbol;
import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpContent;
import fr.socle.bench.client.api.DmpContentRequest;
import fr.socle.bench.client.api.DmpDocument;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.Health;
import fr.socle.bench.client.api.InsiState;
import fr.socle.bench.client.api.LogoutNoticeRequest;
import fr.socle.bench.client.api.MssBounce;
import fr.socle.bench.client.api.MssCitizenMessage;
import fr.socle.bench.client.api.MssDeposit;
import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssReceipt;
import fr.socle.bench.client.api.MssSent;
import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.client.api.NextPhone;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.PatientRequest;
import fr.socle.bench.client.api.PhoneAnswer;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.bench.client.api.PrintToRead;
import fr.socle.bench.client.api.Professional;
import fr.socle.bench.client.api.ProfessionalChange;
import fr.socle.bench.client.api.ProfessionalRequest;
import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;
import fr.socle.bench.client.api.ProxyRelay;
import fr.socle.bench.client.api.ProxySoftwareRequest;
import fr.socle.bench.client.api.ProxyState;
import fr.socle.bench.client.api.PscState;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.client.api.SessionEnd;
import fr.socle.bench.client.api.SessionRevocation;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.ClientDescription;
import fr.socle.bench.client.api.SpaceRequest;
import fr.socle.bench.client.api.Structure;
import fr.socle.bench.client.api.StructureRequest;
import fr.socle.bench.client.api.Stub;
import fr.socle.bench.client.api.StubRequest;
import fr.socle.bench.client.api.Window;
import fr.socle.bench.client.api.WindowClosure;
import fr.socle.bench.client.api.WindowRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Java client of the control API ({@code /control/v1}). Safe for use by several threads.
 *
 * <p>Every method throws {@link BenchUnavailableException} when the bench does not answer and
 * {@link BenchRefusedException} when it answers with an error.
 */
public final class BenchClient {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final URI base;
  private final @Nullable String token;
  private final HttpClient http;
  private final JsonMapper json = BenchJson.mapper();

  /**
   * A client of one bench.
   *
   * @param control address of the control API without path, such as {@code http://127.0.0.1:8440}
   * @param token value of {@code SOCLE_TOKEN} when the bench listens beyond loopback
   */
  public BenchClient(URI control, @Nullable String token) {
    this.base = control.resolve("/control/v1/");
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /** A client of a bench on loopback. */
  public BenchClient(URI control) {
    this(control, null);
  }

  /** State of the bench. */
  public Health health() {
    return get("health", Health.class);
  }

  /** The faults that can be armed. */
  public List<FaultKind> faultKinds() {
    return List.of(get("faults", FaultKind[].class));
  }

  /** Creates a space with listeners of its own. */
  public SpaceDescriptor createSpace(SpaceRequest request) {
    return post("spaces", request, SpaceDescriptor.class);
  }

  /** The spaces of the bench. */
  public List<SpaceDescriptor> spaces() {
    return List.of(get("spaces", SpaceDescriptor[].class));
  }

  /** One space. */
  public SpaceDescriptor space(String spaceId) {
    return get("spaces/" + spaceId, SpaceDescriptor.class);
  }

  /** Deletes a space and closes its listeners; its journal stays. */
  public void deleteSpace(String spaceId) {
    send("DELETE", "spaces/" + spaceId, null, MARGIN);
  }

  /** Forgets what the services of a space hold, its world and its faults. */
  public void reset(String spaceId) {
    send("POST", "spaces/" + spaceId + "/reset", "{}", MARGIN);
  }

  /** Makes what the services of a space hold older. */
  public void age(String spaceId, Duration by) {
    send("POST", "spaces/" + spaceId + "/age", body(new AgeRequest(by.toString())), MARGIN);
  }

  /** Opens a window; refused while another is open in the space. */
  public Window openWindow(String spaceId, String name) {
    return post("spaces/" + spaceId + "/windows", new WindowRequest(name), Window.class);
  }

  /** Closes a window: the space must become quiet, sequence checks run, faults are disarmed. */
  public WindowClosure closeWindow(String spaceId, String windowId) {
    return post("spaces/" + spaceId + "/windows/" + windowId + "/close", null, WindowClosure.class);
  }

  /** Creates a synthetic patient. */
  public Patient createPatient(String spaceId, PatientRequest request) {
    return post("spaces/" + spaceId + "/patients", request, Patient.class);
  }

  /** Creates a synthetic professional, or gives the one that stands for the persona. */
  public Professional createProfessional(String spaceId, ProfessionalRequest request) {
    return post("spaces/" + spaceId + "/professionals", request, Professional.class);
  }

  /** Changes what Pro Santé Connect knows of a professional. */
  public void changeProfessional(String spaceId, ProfessionalChange change) {
    send("POST", "spaces/" + spaceId + "/professionals/change", body(change), MARGIN);
  }

  /** Patients created in a space. */
  public List<Patient> patients(String spaceId) {
    return List.of(get("spaces/" + spaceId + "/patients", Patient[].class));
  }

  /** Professionals of a space. */
  public List<Professional> professionals(String spaceId) {
    return List.of(get("spaces/" + spaceId + "/professionals", Professional[].class));
  }

  /** Creates a synthetic structure. */
  public Structure createStructure(String spaceId, StructureRequest request) {
    return post("spaces/" + spaceId + "/structures", request, Structure.class);
  }

  /** Structures of a space. */
  public List<Structure> structures(String spaceId) {
    return List.of(get("spaces/" + spaceId + "/structures", Structure[].class));
  }

  /** Relying parties declared at Pro Santé Connect. */
  public List<ClientDescription> clients(String spaceId) {
    return List.of(get("spaces/" + spaceId + "/clients", ClientDescription[].class));
  }

  /** Registers a relying party at Pro Santé Connect. */
  public void registerClient(String spaceId, ClientRequest request) {
    send("POST", "spaces/" + spaceId + "/clients", body(request), MARGIN);
  }

  /** Exchanges after a cursor, those of a window when it is named. */
  public ExchangePage exchanges(String spaceId, long after, @Nullable String windowId) {
    String window = windowId == null ? "" : "&window=" + encode(windowId);
    return get("spaces/" + spaceId + "/exchanges?after=" + after + window, ExchangePage.class);
  }

  /** One exchange with its bytes. */
  public RawExchange rawExchange(String spaceId, long sequence) {
    return get("spaces/" + spaceId + "/exchanges/" + sequence + "/raw", RawExchange.class);
  }

  /** Waits, by one long poll, for the first exchange after a cursor that matches. */
  public Optional<Exchange> await(String spaceId, AwaitedExchange awaited) {
    String transaction =
        awaited.transaction() == null ? "" : "&transaction=" + encode(awaited.transaction());
    String path =
        "spaces/%s/exchanges/await?after=%d&service=%s%s&timeout=%s"
            .formatted(
                spaceId,
                awaited.after(),
                encode(awaited.service()),
                transaction,
                encode(awaited.timeout().toString()));
    byte[] answer = send("GET", path, null, awaited.timeout().plus(MARGIN));
    return answer.length == 0 ? Optional.empty() : Optional.of(read(answer, Exchange.class));
  }

  /** Arms a fault. */
  public Fault armFault(String spaceId, FaultRequest request) {
    return post("spaces/" + spaceId + "/faults", request, Fault.class);
  }

  /** Faults armed in a space. */
  public List<Fault> faults(String spaceId) {
    return List.of(get("spaces/" + spaceId + "/faults", Fault[].class));
  }

  /** Disarms a fault. */
  public void disarmFault(String spaceId, String faultId) {
    send("DELETE", "spaces/" + spaceId + "/faults/" + faultId, null, MARGIN);
  }

  /** Puts a stub in front of a service. */
  public Stub loadStub(String spaceId, StubRequest request) {
    return post("spaces/" + spaceId + "/stubs", request, Stub.class);
  }

  /** Removes a stub. */
  public void removeStub(String spaceId, String stubId) {
    send("DELETE", "spaces/" + spaceId + "/stubs/" + stubId, null, MARGIN);
  }

  /** Says what the person in front of the Pro Santé Connect page does next. */
  public void nextLogin(String spaceId, NextLogin next) {
    send("POST", "spaces/" + spaceId + "/services/psc/next-login", body(next), MARGIN);
  }

  /** Says what somebody does with the logins to come that ask for his phone or card. */
  public void nextPhone(String spaceId, NextPhone next) {
    send("POST", "spaces/" + spaceId + "/services/psc/next-phone", body(next), MARGIN);
  }

  /** Answers a login that asks for somebody's phone or card. */
  public void answerPhone(String spaceId, PhoneAnswer answer) {
    send("POST", "spaces/" + spaceId + "/services/psc/phone-answer", body(answer), MARGIN);
  }

  /** Ends sessions of Pro Santé Connect as its administrator would. */
  public void endPscSessions(String spaceId, SessionEnd end) {
    send("POST", "spaces/" + spaceId + "/services/psc/end-session", body(end), MARGIN);
  }

  /** Tells relying parties of the end of a session that does not end: forged, or late. */
  public void announceLogout(String spaceId, LogoutNoticeRequest notice) {
    send("POST", "spaces/" + spaceId + "/services/psc/logout-notice", body(notice), MARGIN);
  }

  /** What Pro Santé Connect holds. */
  public PscState pscState(String spaceId) {
    return get("spaces/" + spaceId + "/services/psc/state", PscState.class);
  }

  /** The APIs Pro Santé Connectées of a space. */
  public ApiState apiState(String spaceId) {
    return get("spaces/" + spaceId + "/services/psc/api-state", ApiState.class);
  }

  /** Declares a caller to the authorization servers of the APIs. */
  public void declareApiClient(String spaceId, ApiClientRequest client) {
    send("POST", "spaces/" + spaceId + "/services/psc/api-clients", body(client), MARGIN);
  }

  /** Revokes the API tokens that came from a session of Pro Santé Connect. */
  public void revokeApiTokens(String spaceId, SessionRevocation session) {
    send("POST", "spaces/" + spaceId + "/services/psc/api-revoke", body(session), MARGIN);
  }

  /** What the Proxy e-Santé holds. */
  public ProxyState proxyState(String spaceId) {
    return get("spaces/" + spaceId + "/services/psc/proxy-state", ProxyState.class);
  }

  /** Declares a software to the Proxy e-Santé. */
  public void declareProxySoftware(String spaceId, ProxySoftwareRequest software) {
    send("POST", "spaces/" + spaceId + "/services/psc/proxy-software", body(software), MARGIN);
  }

  /** Ends a session of the Proxy e-Santé. */
  public void endProxySession(String spaceId, SessionRevocation session) {
    send("POST", "spaces/" + spaceId + "/services/psc/proxy-end", body(session), MARGIN);
  }

  /** Puts an editor's proxy in the place of the Proxy e-Santé until the window closes. */
  public void relayProxy(String spaceId, ProxyRelay relay) {
    send("POST", "spaces/" + spaceId + "/services/psc/proxy-relay", body(relay), MARGIN);
  }

  /** Calls the Proxy e-Santé of a space, or what stands in its place, as a software would. */
  public ProxyCallAnswer callProxy(String spaceId, ProxyCallRequest call) {
    return post("spaces/" + spaceId + "/services/psc/proxy-call", call, ProxyCallAnswer.class);
  }

  /** What INSi did. */
  public InsiState insiState(String spaceId) {
    return get("spaces/" + spaceId + "/services/insi/state", InsiState.class);
  }

  /** What the DMP of a patient is, or is to be. */
  public DmpDossier dmpDossier(String spaceId, DmpDossierRequest request) {
    return post("spaces/" + spaceId + "/services/dmp/dossier", request, DmpDossier.class);
  }

  /** Links a DMP and somebody, as the patient or time does. */
  public DmpDossier authorizeInDmp(String spaceId, DmpAuthorizationRequest request) {
    return post("spaces/" + spaceId + "/services/dmp/autorisation", request, DmpDossier.class);
  }

  /** Puts a document in a DMP, as somebody else did. */
  public DmpDocument putInDmp(String spaceId, DmpDocumentRequest request) {
    return post("spaces/" + spaceId + "/services/dmp/document", request, DmpDocument.class);
  }

  /** The documents of a DMP, as somebody sees them. */
  public DmpContent dmpContent(String spaceId, DmpContentRequest request) {
    return post("spaces/" + spaceId + "/services/dmp/documents", request, DmpContent.class);
  }

  /** Opens a mailbox of MSSanté. */
  public void openMailbox(String spaceId, MssMailbox mailbox) {
    send("POST", "spaces/" + spaceId + "/services/mss/mailbox", body(mailbox), MARGIN);
  }

  /** Puts a message in a mailbox of MSSanté. */
  public void depositMail(String spaceId, MssDeposit message) {
    send("POST", "spaces/" + spaceId + "/services/mss/deposit", body(message), MARGIN);
  }

  /** A colleague sends an archive of documents by MSSanté. */
  public MssSent sendXdm(String spaceId, MssXdmExchange message) {
    return post("spaces/" + spaceId + "/services/mss/exchange-xdm", message, MssSent.class);
  }

  /** A citizen answers by MSSanté, or writes to somebody who wrote to him. */
  public MssSent sendCitizenMessage(String spaceId, MssCitizenMessage message) {
    return post("spaces/" + spaceId + "/services/mss/citizen-message", message, MssSent.class);
  }

  /** The operator of MSSanté sends a delivery status notification. */
  public void sendNotice(String spaceId, MssBounce notice) {
    send("POST", "spaces/" + spaceId + "/services/mss/bounce", body(notice), MARGIN);
  }

  /** A correspondent sends a read receipt by MSSanté. */
  public void sendReceipt(String spaceId, MssReceipt receipt) {
    send("POST", "spaces/" + spaceId + "/services/mss/receipt", body(receipt), MARGIN);
  }

  /** Reads a printed page and judges its INS data matrix. */
  public PrintReading readPrint(String spaceId, PrintToRead print) {
    return post("spaces/" + spaceId + "/services/insi/datamatrix", print, PrintReading.class);
  }

  /** The INS data matrix of a patient. */
  public DatamatrixSymbol datamatrix(String spaceId, DatamatrixRequest request) {
    return post(
        "spaces/" + spaceId + "/services/insi/datamatrix-symbol", request, DatamatrixSymbol.class);
  }

  private <T> T get(String path, Class<T> type) {
    return read(send("GET", path, null, MARGIN), type);
  }

  private <T> T post(String path, @Nullable Object request, Class<T> type) {
    return read(send("POST", path, request == null ? "{}" : body(request), MARGIN), type);
  }

  private String body(Object request) {
    try {
      return json.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a record of the control API: " + request, e);
    }
  }

  private <T> T read(byte[] answer, Class<T> type) {
    try {
      return json.readValue(answer, type);
    } catch (IOException e) {
      throw new BenchUnavailableException(
          "Le banc à l'adresse " + base + " a rendu une réponse illisible : versions différentes ?",
          e);
    }
  }

  private byte[] send(String method, String path, @Nullable String body, Duration limit) {
    BodyPublisher publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(limit).method(method, publisher);
    if (!method.equals("GET")) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<byte[]> response;
    try {
      response = http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new BenchUnavailableException(
          "Le banc à l'adresse " + base + " ne répond pas : relancez-le avec ./socle up", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchUnavailableException("L'attente du banc a été interrompue.", e);
    }
    if (response.statusCode() >= 400) {
      throw refused(response);
    }
    return response.body();
  }

  private BenchRefusedException refused(HttpResponse<byte[]> response) {
    ApiError error;
    try {
      error = json.readValue(response.body(), ApiError.class);
    } catch (IOException e) {
      error =
          new ApiError(
              "reponse-inattendue",
              "Le banc a répondu " + response.statusCode() + " sans explication lisible.");
    }
    return new BenchRefusedException(response.statusCode(), error);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

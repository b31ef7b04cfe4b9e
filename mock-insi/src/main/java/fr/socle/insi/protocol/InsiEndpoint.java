package fr.socle.insi.protocol;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.soap.SoapContentType;
import fr.socle.bench.soap.SoapException;
import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.SoapStyle;
import fr.socle.bench.soap.SoapVersion;
import fr.socle.bench.soap.SoapWriter;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.insi.service.InsiCaller;
import fr.socle.insi.service.InsiFault;
import fr.socle.insi.service.InsiOutcome;
import fr.socle.insi.service.InsiService;
import fr.socle.insi.service.TraitSearch;
import fr.socle.insi.service.Verification;
import fr.socle.insi.service.VitaleSearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** The door of INSi on one listener: one path, dispatch by action (insi.md 2.2). */
public final class InsiEndpoint implements HttpEndpoint {
  /** Path of every téléservice (S:1-4). */
  public static final String PATH = "/lps";

  /** Transaction of WS_INS2 in the journal. */
  public static final String WS_INS2 = "INSi WS_INS2";

  /** Transaction of WS_INS1 in the journal. */
  public static final String WS_INS1 = "INSi WS_INS1";

  /** Transaction of WS_INS3 in the journal: its contract is assumed, and every line says so. */
  public static final String WS_INS3 = "INSi WS_INS3 (contrat supposé)";

  /** Transaction of a message that asks for no operation of INSi. */
  public static final String UNKNOWN = "INSi inconnue";

  /** Transaction of what is no SOAP message. */
  public static final String UNREADABLE = "INSi illisible";

  private static final Set<QName> UNDERSTOOD =
      Set.of(
          InsiContract.CONTEXTE_LPS,
          InsiContract.CONTEXTE_BAM,
          InsiContract.SECURITY,
          InsiContract.addressing("*"));

  private final InsiService service;
  private final AccessMode mode;
  private final ContractPages contract;
  private final InsiRequestReader reader = new InsiRequestReader();

  /**
   * A door.
   *
   * @param service INSi in the space
   * @param address base address of the listener, without path
   * @param mode how it wants to know who calls
   */
  public InsiEndpoint(InsiService service, String address, AccessMode mode) {
    this.service = service;
    this.mode = mode;
    this.contract = new ContractPages(address + PATH);
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    if (!request.path().equals(PATH) && !request.path().equals(PATH + "/")) {
      return Served.plain(
          page(404, "INSi répond au chemin " + PATH + " ; ici : " + request.path() + "."));
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> Served.plain(published(request));
      case "POST" -> posted(request, faults);
      default -> Served.plain(page(405, "INSi attend POST.").with("Allow", "GET, HEAD, POST"));
    };
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    if (!request.method().equals("POST") || !request.path().startsWith(PATH)) {
      return null;
    }
    String action =
        SoapContentType.parse(request.headers().first("Content-Type").orElse(null)).action();
    // Told from the transport, else from any mention in the bytes: no message is decoded for it.
    String said = action != null ? action : new String(request.body(), StandardCharsets.ISO_8859_1);
    return InsiContract.SIMULATED.stream()
        .filter(operation -> said.contains(operation.action()))
        .map(InsiEndpoint::transaction)
        .findFirst()
        .orElse(null);
  }

  private Answer published(IncomingRequest request) {
    int mark = request.target().indexOf('?');
    String query = mark < 0 ? "" : request.target().substring(mark + 1);
    return contract
        .page(query)
        .orElseGet(
            () ->
                page(405, "INSi attend POST ; son contrat est à " + PATH + "?wsdl.")
                    .with("Allow", "GET, HEAD, POST"));
  }

  private Served posted(IncomingRequest request, RequestFaults faults) {
    InsiRequest read;
    try {
      read = reader.read(request);
    } catch (XmlException e) {
      // Our limits are no rule of INSi: what exceeds them is refused, not judged.
      return unreadable(e.getMessage(), e.kind() != XmlException.Kind.LIMITE);
    } catch (SoapException e) {
      return unreadable(e.getMessage(), true);
    }
    SoapOperation operation = read.dispatch().operation();
    String transaction = operation == null ? UNKNOWN : transaction(operation);
    if (read.soap().version() == SoapVersion.SOAP_11) {
      return otherVersion(read, transaction);
    }
    InsiOutcome outcome = outcome(read, faults);
    return new Served(
        answer(outcome, read.messageId(), transaction.equals(WS_INS3)),
        transaction,
        new InsiCall(read, mode, outcome),
        DecodedView.of(read, outcome),
        refusal(outcome.fault()));
  }

  private static String transaction(SoapOperation operation) {
    if (operation.equals(InsiContract.VERIFICATION)) {
      return WS_INS3;
    }
    return operation.equals(InsiContract.TRAITS) ? WS_INS2 : WS_INS1;
  }

  private InsiOutcome outcome(InsiRequest read, RequestFaults faults) {
    List<XmlElement> unknown = read.soap().notUnderstood(UNDERSTOOD);
    SoapOperation operation = read.dispatch().operation();
    if (!unknown.isEmpty()) {
      String names =
          unknown.stream().map(block -> block.name().toString()).collect(Collectors.joining(", "));
      return service.refuse("mock_insi_entete", "En-tête mustUnderstand inconnu : " + names + ".");
    }
    if (operation == null) {
      return service.refuse(
          "mock_insi_action",
          "Action « "
              + read.dispatch().transportAction()
              + " » inconnue : utilisez celle du WSDL.");
    }
    InsiCaller caller = Callers.of(read, mode);
    if (operation.equals(InsiContract.VITALE)) {
      VitaleSearch card = read.card();
      return service.searchByCard(
          caller,
          card == null ? VitaleSearch.empty() : card,
          card != null && read.bodyFaults().isEmpty(),
          faults::take);
    }
    if (operation.equals(InsiContract.VERIFICATION)) {
      Verification asked = read.verification();
      return service.settings().verification()
          ? service.verify(
              caller,
              asked == null ? Verification.empty() : asked,
              asked != null && read.bodyFaults().isEmpty(),
              faults::take)
          : service.refuse(
              "mock_insi_operation_absente", operation.name() + " n'est pas dans ce contrat.");
    }
    TraitSearch search = read.search();
    return service.searchByTraits(
        caller,
        search == null ? new TraitSearch(null, List.of(), null, null, null) : search,
        search != null && read.bodyFaults().isEmpty(),
        faults::take);
  }

  private static Answer answer(
      InsiOutcome outcome, @Nullable String messageId, boolean verification) {
    InsiFault fault = outcome.fault();
    if (fault != null) {
      return soap(500, FaultWriter.write(fault, messageId), SoapVersion.SOAP_12);
    }
    if (outcome.answer() == null) {
      throw new IllegalStateException("an outcome is an answer or a fault");
    }
    byte[] body =
        verification
            ? VerificationWriter.write(outcome.answer(), outcome.form())
            : ResultatWriter.write(outcome.answer(), outcome.form());
    return soap(200, body, SoapVersion.SOAP_12);
  }

  private Served unreadable(@Nullable String why, boolean judged) {
    String reason = why == null ? "Message illisible." : why;
    return new Served(
        answer(service.refuse("mock_insi_soap", reason), null, false),
        judged ? UNREADABLE : null,
        judged ? new UnreadableCall(reason) : null,
        Map.of(),
        new Refusal("mock_insi_soap", reason));
  }

  // insi.md 2.8, 2: 500 or 415, configurable (A)
  private Served otherVersion(InsiRequest read, String transaction) {
    String reason =
        "Enveloppe SOAP 1.1 refusée : INSi parle SOAP 1.2 (Content-Type application/soap+xml).";
    Answer answer =
        service.settings().soap11Status() == 415
            ? page(415, reason)
            : soap(
                500,
                new SoapWriter(SoapVersion.SOAP_11, SoapStyle.plain("soap"))
                    .versionMismatch(SoapVersion.SOAP_12, reason),
                SoapVersion.SOAP_11);
    return new Served(
        answer,
        transaction,
        new InsiCall(read, mode, service.refuse("mock_insi_soap", reason)),
        DecodedView.of(read, null),
        new Refusal("VersionMismatch", reason));
  }

  private static @Nullable Refusal refusal(@Nullable InsiFault fault) {
    // A fault of the back end's own making is no refusal of the request.
    return fault == null || !fault.sender() ? null : new Refusal(fault.code(), fault.detail());
  }

  private static Answer soap(int status, byte[] body, SoapVersion version) {
    return new Answer(
        status, Headers.none().with("Content-Type", version.mediaType() + "; charset=utf-8"), body);
  }

  private static Answer page(int status, String sentence) {
    return Answer.text(status, "text/plain; charset=utf-8", sentence + "\n");
  }
}

package fr.socle.dmp.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.pki.SubjectName;
import fr.socle.bench.soap.SoapException;
import fr.socle.bench.soap.SoapFault;
import fr.socle.bench.xml.XmlElement;
import fr.socle.bench.xml.XmlException;
import fr.socle.dmp.service.DmpCaller;
import fr.socle.dmp.service.DmpFault;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpServiceFault;
import fr.socle.dmp.service.DmpSettings;
import fr.socle.dmp.service.Examination;
import fr.socle.dmp.service.PatientId;
import fr.socle.dmp.service.TestedRecords;
import fr.socle.dmp.service.Vihf;
import fr.socle.dmp.service.VihfAttribute;
import fr.socle.dmp.service.VihfControl;
import fr.socle.dmp.service.VihfControls;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The door of the DMP: what every transaction has in common, from the envelope to the VIHF. What a
 * transaction does is for its {@link DmpOperation}.
 */
public final class DmpEndpoint implements HttpEndpoint {
  /** Transaction of a message no operation answers to. */
  public static final String UNKNOWN = "DMP opération inconnue";

  /** Transaction of what is no SOAP message. */
  public static final String UNREADABLE = "DMP illisible";

  private static final int GLANCED_AT = 1 << 16;
  private static final Pattern NAME_ID = Pattern.compile("NameID[^>]{0,200}>\\s*([^<\\s]{1,64})");
  private final DmpDispatch dispatch;
  private final EnvelopeControls envelopes;
  private final DmpRequestReader reader;
  private final VihfControls controls;
  private final TestedRecords tested;
  private final DmpSettings settings;

  /**
   * The door.
   *
   * @param operations every operation answered
   * @param envelopes how envelopes are found in requests
   * @param vihf reader of VIHFs
   * @param controls what is looked at in them
   * @param tested records tested so far
   * @param settings what is put up with
   */
  public DmpEndpoint(
      List<DmpOperation> operations,
      Envelopes envelopes,
      VihfReader vihf,
      VihfControls controls,
      TestedRecords tested,
      DmpSettings settings) {
    this.dispatch = new DmpDispatch(operations, settings.profile());
    this.envelopes = new EnvelopeControls(dispatch, settings.profile());
    this.reader = new DmpRequestReader(envelopes, vihf);
    this.controls = controls;
    this.tested = tested;
    this.settings = settings;
  }

  @Override
  public Served serve(IncomingRequest request, RequestFaults faults) {
    String service = service(request).orElse(null);
    if (service == null) {
      return Served.plain(
          page(
              404,
              "Aucun service à cette adresse : le DMP est sous "
                  + DmpContract.PATH
                  + ", suivi de "
                  + String.join(", ", DmpContract.SERVICES)
                  + ", dans cette casse."));
    }
    if (!request.method().equals("POST")) {
      return Served.plain(page(405, "Le DMP attend POST.").with("Allow", "POST"));
    }
    try {
      return read(reader.read(request, service), faults);
    } catch (XmlException e) {
      // Our limits are no rule of the DMP: what exceeds them is refused, not judged.
      return unreadable(e.getMessage(), e.kind() != XmlException.Kind.LIMITE);
    } catch (Envelopes.UnreadableException e) {
      return unreadable(e.getMessage(), !e.isOfOurLimits());
    } catch (SoapException e) {
      return unreadable(e.getMessage(), true);
    }
  }

  @Override
  public Served tooLarge(IncomingRequest request) {
    String reason =
        "Le message dépasse ce que ce DMP accepte (réglage "
            + DmpContract.SIZE
            + ", en Mio) : envoyez un document plus petit, ou moins de documents à la fois.";
    return new Served(
        Packaging.PLAIN.pack(
            500,
            DmpAnswers.fault(new DmpFault(DmpFault.TOO_LARGE, reason), null),
            DmpReply.of(out -> {}, Map.of())),
        null,
        null,
        Map.of(),
        new Refusal(DmpFault.TOO_LARGE, reason));
  }

  @Override
  public @Nullable String transactionOf(IncomingRequest request) {
    return service(request)
        .flatMap(service -> dispatch.seeming(service, request, words(request)))
        .orElse(null);
  }

  @Override
  public Concerned concerned(IncomingRequest request) {
    Matcher name = NAME_ID.matcher(words(request));
    return name.find() ? new Concerned(name.group(1), null) : Concerned.NOBODY;
  }

  /** The beginning of a request, where its headers and the head of its body are. */
  private static String words(IncomingRequest request) {
    return new String(request.content().first(GLANCED_AT), ISO_8859_1);
  }

  private static Optional<String> service(IncomingRequest request) {
    String path = request.path();
    return path.startsWith(DmpContract.PATH)
        ? Optional.of(path.substring(DmpContract.PATH.length()))
            .filter(DmpContract.SERVICES::contains)
        : Optional.empty();
  }

  private Served read(DmpRequest request, RequestFaults faults) {
    DmpOperation operation = dispatch.operation(request).orElse(null);
    XmlElement body = request.body().orElse(null);
    Object content = operation == null || body == null ? null : operation.decode(request, body);
    String transaction =
        operation == null || body == null ? UNKNOWN : operation.transaction(request, body, content);
    Packaging packaging = operation == null ? Packaging.PLAIN : operation.packaging();
    Refused envelope = envelopes.refusal(request, operation).orElse(null);
    if (envelope != null) {
      return refused(request, operation, transaction, packaging, envelope, Map.of(), content);
    }
    if (operation == null || body == null) {
      throw new IllegalStateException("a message without operation is refused");
    }
    return carriedOut(request, operation, body, content, transaction, faults);
  }

  private Served carriedOut(
      DmpRequest request,
      DmpOperation operation,
      XmlElement body,
      @Nullable Object content,
      String transaction,
      RequestFaults faults) {
    Examination examination =
        controls.examine(
            request.vihf(),
            request.certificate(),
            operation.patient(body).orElse(null),
            operation.needsPatient());
    Vihf vihf = request.vihf();
    DmpFault fault = examination.fault().or(() -> armed(faults, vihf)).orElse(null);
    if (fault != null || vihf == null) {
      DmpFault why =
          fault == null
              ? new DmpFault(DmpFault.INVALID_VIHF, "Le message ne porte aucun VIHF.")
              : fault;
      return refused(
          request,
          operation,
          transaction,
          operation.packaging(),
          new Refused(
              DmpAnswers.fault(why, request.messageId()),
              // A fault of the service's own making is no refusal of the request.
              why.sender() ? new Refusal(why.subcode(), why.text()) : null),
          examination.failed(),
          content);
    }
    DmpCaller caller = caller(request, vihf);
    TestedRecords.Before before = before(vihf, caller);
    DmpReply reply = operation.answer(new DmpCall(request, body, vihf, caller, faults, content));
    DmpRefusal refusal = reply.refusal();
    if (refusal != null && isFault(operation, refusal)) {
      DmpFault why = new DmpFault(refusal.code(), refusal.text());
      return refused(
          request,
          operation,
          transaction,
          operation.packaging(),
          new Refused(
              DmpAnswers.fault(why, request.messageId()), new Refusal(why.subcode(), why.text())),
          examination.failed(),
          content);
    }
    if (refusal == null && operation.tellsTheRight()) {
      vihf.patient().ifPresent(each -> tested.tested(each.number(), caller.nationalId()));
    }
    reply.listed().forEach(each -> tested.listed(each, caller.nationalId()));
    Answer answer =
        operation
            .packaging()
            .pack(
                200,
                DmpAnswers.answer(reply.content(), operation.responseAction(), request.messageId()),
                reply);
    return new Served(
        answer,
        transaction,
        new DmpMessage(
            request,
            operation,
            caller,
            examination.failed(),
            reply.refusal(),
            content,
            settings,
            before),
        DecodedView.of(request, operation, caller, examination.failed(), reply),
        reply.refusal() == null
            ? null
            : new Refusal(reply.refusal().code(), reply.refusal().text()));
  }

  private TestedRecords.Before before(@Nullable Vihf vihf, @Nullable DmpCaller caller) {
    PatientId patient = vihf == null ? null : vihf.patient().orElse(null);
    return patient == null || caller == null
        ? new TestedRecords.Before(false, false)
        : tested.before(patient.number(), caller.nationalId());
  }

  private boolean isFault(DmpOperation operation, DmpRefusal refusal) {
    return (refusal.access() && settings.accessByFault()) || operation.refusesByFault(refusal);
  }

  private static Optional<DmpFault> armed(RequestFaults faults, @Nullable Vihf vihf) {
    String professional = vihf == null ? "" : Objects.requireNonNullElse(vihf.nameId(), "");
    String structure = vihf == null ? "" : vihf.text(VihfAttribute.STRUCTURE).orElse("");
    for (DmpServiceFault one : DmpServiceFault.values()) {
      Optional<DmpFault> fault = one.fault(professional, structure);
      if (fault.isPresent() && faults.take(one.label()).isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Served refused(
      DmpRequest request,
      @Nullable DmpOperation operation,
      String transaction,
      Packaging packaging,
      Refused why,
      Map<VihfControl, String> failed,
      @Nullable Object content) {
    Vihf vihf = request.vihf();
    DmpCaller caller = vihf == null ? null : caller(request, vihf);
    DmpReply none = DmpReply.of(out -> {}, Map.of());
    return new Served(
        packaging.pack(500, why.envelope(), none),
        transaction,
        new DmpMessage(
            request, operation, caller, failed, null, content, settings, before(vihf, caller)),
        DecodedView.of(request, operation, caller, failed, none),
        why.refusal());
  }

  private static DmpCaller caller(DmpRequest request, Vihf vihf) {
    return DmpCaller.of(
        vihf,
        Optional.ofNullable(request.certificate())
            .flatMap(each -> SubjectName.of(each).cardType())
            .orElse(null));
  }

  private static Served unreadable(@Nullable String why, boolean judged) {
    String reason = why == null ? "Message illisible." : why;
    return new Served(
        Packaging.PLAIN.pack(
            500,
            DmpAnswers.plainFault(SoapFault.Code.SENDER, reason, null),
            DmpReply.of(out -> {}, Map.of())),
        judged ? UNREADABLE : null,
        judged ? new UnreadableCall(reason) : null,
        Map.of(),
        new Refusal("Sender", reason));
  }

  private static Answer page(int status, String sentence) {
    return Answer.text(status, "text/plain; charset=utf-8", sentence + "\n");
  }
}

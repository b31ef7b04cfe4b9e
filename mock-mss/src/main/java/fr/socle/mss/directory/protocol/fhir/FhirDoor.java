package fr.socle.mss.directory.protocol.fhir;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Parameter;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.mss.directory.service.CallRate;
import fr.socle.mss.directory.service.Directory;
import fr.socle.mss.directory.service.DirectoryFault;
import fr.socle.mss.directory.service.DirectorySettings;
import fr.socle.mss.directory.service.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The FHIR directory: the gateway with its key and its rate, then HAPI. Safe for use by several
 * threads.
 */
public final class FhirDoor implements AutoCloseable {
  private static final String JSON = "application/fhir+json;charset=UTF-8";

  private final Directory directory;
  private final DirectorySettings settings;
  private final CallRate rate;
  private final String address;
  private @Nullable HapiDirectory hapi;
  private boolean closed;

  /**
   * The FHIR directory of a space.
   *
   * @param address address of its listener, without path
   */
  public FhirDoor(Directory directory, DirectorySettings settings, CallRate rate, String address) {
    this.directory = directory;
    this.settings = settings;
    this.rate = rate;
    this.address = address;
  }

  /** The transaction of a request; empty when it is not for the FHIR directory. */
  public static Optional<String> transactionOf(IncomingRequest request) {
    return DirectoryCall.of(request).map(DirectoryCall::transaction);
  }

  /** Answers a request that is for the FHIR directory. */
  public Served serve(IncomingRequest request, RequestFaults faults) {
    DirectoryCall call =
        DirectoryCall.of(request).orElseThrow(() -> new IllegalArgumentException("not for FHIR"));
    String key = request.headers().first(DirectoryCall.KEY).orElse("");
    if (faults.take(DirectoryFault.KEY_REFUSED.label()).isPresent()
        || !key.equals(settings.key())) {
      return refused(
          call,
          gateway(401, "Unauthorized"),
          "cle-inconnue",
          key.isEmpty()
              ? "Mettez votre clé dans l'en-tête ESANTE-API-KEY : la requête n'en a pas."
              : "La clé de l'en-tête ESANTE-API-KEY n'est pas connue de l'annuaire.");
    }
    if (faults.take(DirectoryFault.TOO_MANY.label()).isPresent() || !rate.takes()) {
      return refused(
          call,
          gateway(
              429,
              "Rate limit exceeded! You reached the limit of "
                  + settings.callsPerSecond()
                  + " requests per 1 seconds"),
          "debit-depasse",
          "Attendez avant d'appeler à nouveau : l'annuaire prend "
              + settings.callsPerSecond()
              + " appels par seconde.");
    }
    if (faults.take(DirectoryFault.ERROR.label()).isPresent()) {
      return refused(
          call,
          Answer.text(
              500,
              JSON,
              "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                  + "\"code\":\"exception\",\"diagnostics\":\"Internal Server Error\"}]}"),
          "erreur-interne",
          "L'annuaire est en panne : votre logiciel doit le dire et pouvoir réessayer.");
    }
    return told(call, hapi().answer(request, call.below(), instructions(call, faults)));
  }

  private Headers instructions(DirectoryCall call, RequestFaults faults) {
    Headers told = Headers.none().with(HapiDirectory.BASE_HEADER, address + DirectoryCall.BASE);
    if (call.interaction().equals("search") || call.interaction().equals("page")) {
      if (faults.take(DirectoryFault.NEXT_LOOP.label()).isPresent()) {
        told = told.with(HapiDirectory.LOOP_HEADER, "oui");
      }
      if (faults.take(DirectoryFault.EMPTY.label()).isPresent()) {
        return told.with(HapiDirectory.VIEW_HEADER, HapiDirectory.NOTHING);
      }
    }
    return faults.take(DirectoryFault.RED_LIST.label()).isPresent()
        ? told.with(HapiDirectory.VIEW_HEADER, HapiDirectory.EVERYTHING)
        : told;
  }

  private Served told(DirectoryCall call, Answer answer) {
    Refusal refusal =
        answer.status() < 400
            ? null
            : new Refusal(
                Integer.toString(answer.status()),
                "L'annuaire refuse cette requête : lisez l'OperationOutcome de sa réponse.");
    return new Served(answer, call.transaction(), call, decoded(call), refusal);
  }

  private static Served refused(DirectoryCall call, Answer answer, String code, String reason) {
    return new Served(answer, call.transaction(), call, decoded(call), new Refusal(code, reason));
  }

  private static Map<String, Object> decoded(DirectoryCall call) {
    Map<String, Object> parameters = new TreeMap<>();
    for (Parameter each : call.parameters().list()) {
      parameters.put(each.name(), call.parameters().all(each.name()));
    }
    return Map.of(
        "interaction",
        call.interaction(),
        "type",
        call.type(),
        "cle",
        call.keyed() ? "présente" : "absente",
        "parametres",
        parameters);
  }

  // Form of the gateway's own refusals: (K).
  private static Answer gateway(int status, String message) {
    return Answer.text(
        status,
        "application/json",
        "{\"message\":\"" + message + "\",\"http_status_code\":" + status + "}");
  }

  /**
   * Gets the directory ready while the caller goes on: the first request of a bench waits for some
   * seconds on a slow machine, longer than software is patient.
   */
  public void awaken() {
    Thread thread = new Thread(this::ready, "annuaire-reveil");
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void ready() {
    if (!closed) {
      hapi();
    }
  }

  private synchronized HapiDirectory hapi() {
    HapiDirectory known = hapi;
    if (known == null) {
      known =
          HapiDirectory.start(
              settings, request -> seen(request.getHeader(HapiDirectory.VIEW_HEADER)));
      hapi = known;
    }
    return known;
  }

  private Resources seen(@Nullable String view) {
    if (HapiDirectory.NOTHING.equals(view)) {
      return new Resources(new Snapshot(List.of(), List.of(), List.of(), Map.of()));
    }
    return new Resources(
        HapiDirectory.EVERYTHING.equals(view) ? directory.whole() : directory.published());
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (hapi != null) {
      hapi.close();
      hapi = null;
    }
  }
}

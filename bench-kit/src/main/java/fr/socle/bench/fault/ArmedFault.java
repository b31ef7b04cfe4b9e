package fr.socle.bench.fault;

import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One fault that is armed. Guarded by the lock of its plan. */
final class ArmedFault {
  private final String id;
  private final FaultRequest request;
  private final Map<String, String> parameters;
  private final @Nullable String windowId;
  private final @Nullable GeneralFault general;
  private int struck;

  ArmedFault(
      String id, FaultRequest request, @Nullable String windowId, @Nullable GeneralFault general) {
    this.id = id;
    this.request = request;
    Map<String, String> given = request.parameters();
    this.parameters = given == null ? Map.of() : Map.copyOf(given);
    this.windowId = windowId;
    this.general = general;
  }

  String id() {
    return id;
  }

  String name() {
    return request.fault();
  }

  String service() {
    return request.service();
  }

  Map<String, String> parameters() {
    return parameters;
  }

  Optional<GeneralFault> general() {
    return Optional.ofNullable(general);
  }

  boolean isOf(String window) {
    return window.equals(windowId);
  }

  boolean isFor(String service) {
    return request.service().equals("*") || request.service().equals(service);
  }

  /** Whether it disturbs the TLS of this listener. */
  boolean isOfTlsAt(ListenerSpec listener) {
    String only = parameters.getOrDefault(GeneralFault.PORT, listener.name());
    return listener.tls() != Tls.CLEAR
        && isFor(listener.service())
        && only.equals(listener.name())
        && general().filter(GeneralFault::isOfTls).isPresent();
  }

  boolean isSpent() {
    Integer times = request.times();
    return times != null && struck >= times;
  }

  /** Whether it needs a transaction to be recognised. */
  boolean isForTransaction() {
    String only = request.transaction();
    return only != null && !only.startsWith("/");
  }

  /** Whether it strikes this target, or this transaction where one is known. */
  boolean allows(String target, @Nullable String transaction) {
    String only = request.transaction();
    if (only == null) {
      return true;
    }
    return only.startsWith("/") ? target.startsWith(only) : only.equals(transaction);
  }

  /** Whether it strikes as often as it is met. */
  boolean isLasting() {
    return request.times() == null;
  }

  /** Whether it is restricted to somebody. */
  boolean isKeyed() {
    return request.nationalId() != null || request.clientId() != null;
  }

  /** Whether it strikes what concerns these. */
  boolean meant(Concerned concerned) {
    return (request.nationalId() == null || request.nationalId().equals(concerned.nationalId()))
        && (request.clientId() == null || request.clientId().equals(concerned.clientId()));
  }

  void strike() {
    struck++;
  }

  Fault shown() {
    Integer times = request.times();
    return new Fault(
        id,
        request.service(),
        request.fault(),
        parameters,
        times == null ? null : times - struck,
        request.transaction(),
        request.nationalId(),
        request.clientId(),
        struck);
  }
}

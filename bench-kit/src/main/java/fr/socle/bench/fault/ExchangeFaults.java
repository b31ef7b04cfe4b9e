package fr.socle.bench.fault;

import fr.socle.bench.fault.FaultCatalogue.Moment;
import fr.socle.bench.http.Concerned;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.spi.ListenerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The faults as one exchange meets them, and what it was struck with. */
public final class ExchangeFaults implements RequestFaults {
  private final FaultPlan plan;
  private final ListenerSpec listener;
  private final String target;
  private final List<String> played = new ArrayList<>();
  private @Nullable String transaction;
  private volatile Duration dateShift = Duration.ZERO;
  private Concerned concerned = Concerned.NOBODY;

  ExchangeFaults(FaultPlan plan, ListenerSpec listener, String target) {
    this.plan = plan;
    this.listener = listener;
    this.target = target;
  }

  /** Says which transaction it is, once known. */
  public void recognised(@Nullable String name) {
    if (name != null) {
      transaction = name;
    }
  }

  /** Says whom it concerns; asked only when that can matter. */
  public void concerning(Supplier<Concerned> whom) {
    if (plan.isKeyed()) {
      concerned = whom.get();
    }
  }

  /** Counts the faults of TLS that a served request came through: those of our certificate. */
  public void throughTls() {
    note(
        plan.strikeAll(
            fault -> fault.isOfTlsAt(listener) && !is(fault, GeneralFault.CLIENT_REFUSED)));
  }

  /** The faults of TLS that a handshake which begins now meets. */
  public Set<String> ofTls() {
    return plan.armed(
        fault -> fault.isOfTlsAt(listener) && !is(fault, GeneralFault.CLIENT_REFUSED));
  }

  /** Counts those of these faults that are still armed, once their handshake succeeded. */
  public void throughTls(Set<String> met) {
    if (!met.isEmpty()) {
      note(plan.strikeAll(fault -> met.contains(fault.id())));
    }
  }

  /**
   * Counts the faults of TLS that a handshake met.
   *
   * @param clientKnown whether the client had presented a certificate
   */
  public void handshakeFailed(boolean clientKnown) {
    note(
        plan.strikeAll(
            fault ->
                fault.isOfTlsAt(listener)
                    && (clientKnown || !is(fault, GeneralFault.CLIENT_REFUSED))));
  }

  /** How long the answer has to wait; zero when no latency strikes. */
  public Duration latency(Phase phase) {
    List<ArmedFault> struck =
        plan.strikeAll(fault -> is(fault, GeneralFault.LATENCY) && phase.suits(fault));
    note(struck);
    return struck.stream()
        .map(fault -> Duration.ofMillis(number(fault, "millisecondes")))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Status to answer instead of the service. */
  public OptionalInt status(Phase phase) {
    Optional<ArmedFault> struck =
        plan.strikeFirst(fault -> is(fault, GeneralFault.STATUS) && phase.suits(fault));
    note(struck.stream().toList());
    return struck.isPresent() ? OptionalInt.of(number(struck.get(), "code")) : OptionalInt.empty();
  }

  /** How many of the bytes of an answer are written before the connection is cut. */
  public OptionalLong cut(long length) {
    Optional<ArmedFault> struck = plan.strikeFirst(fault -> is(fault, GeneralFault.CUT));
    note(struck.stream().toList());
    if (struck.isEmpty()) {
      return OptionalLong.empty();
    }
    String moment = struck.get().parameters().getOrDefault("moment", Moment.BEFORE.label());
    return OptionalLong.of(moment.equals(Moment.BEFORE.label()) ? 0 : length / 2);
  }

  @Override
  public Optional<Map<String, String>> take(String name) {
    return take(name, concerned, fault -> true);
  }

  @Override
  public Optional<Map<String, String>> take(String name, Predicate<Map<String, String>> suits) {
    return take(name, concerned, fault -> suits.test(fault.parameters()));
  }

  @Override
  public Optional<Map<String, String>> takeLasting(String name) {
    return take(name, concerned, ArmedFault::isLasting);
  }

  @Override
  public void shiftDate(Duration by) {
    dateShift = by;
  }

  /** By how much the {@code Date} of the answer is shifted. */
  public Duration dateShift() {
    return dateShift;
  }

  @Override
  public RequestFaults about(Concerned somebody) {
    return new Narrowed(this, somebody);
  }

  /** The faults of a part of the exchange. */
  private record Narrowed(ExchangeFaults all, Concerned concerned) implements RequestFaults {
    @Override
    public Optional<Map<String, String>> take(String name) {
      return all.take(name, concerned, fault -> true);
    }

    @Override
    public Optional<Map<String, String>> take(String name, Predicate<Map<String, String>> suits) {
      return all.take(name, concerned, fault -> suits.test(fault.parameters()));
    }

    @Override
    public Optional<Map<String, String>> takeLasting(String name) {
      return all.take(name, concerned, ArmedFault::isLasting);
    }

    @Override
    public void shiftDate(Duration by) {
      all.shiftDate(by);
    }

    @Override
    public RequestFaults about(Concerned somebody) {
      return all.about(somebody);
    }
  }

  private Optional<Map<String, String>> take(
      String name, Concerned whom, Predicate<ArmedFault> test) {
    // A transaction that is not known yet does not hold a service's own fault back: the service
    // asks where the fault belongs.
    Optional<ArmedFault> struck =
        plan.strikeFirst(
            fault ->
                fault.general().isEmpty()
                    && fault.name().equals(name)
                    && fault.isFor(listener.service())
                    && fault.meant(whom)
                    && test.test(fault)
                    && (fault.allows(target, transaction)
                        || (fault.isForTransaction() && transaction == null)));
    note(struck.stream().toList());
    return struck.map(ArmedFault::parameters);
  }

  /** Names of the faults that struck. */
  public List<String> played() {
    synchronized (played) {
      return List.copyOf(played);
    }
  }

  private boolean is(ArmedFault fault, GeneralFault general) {
    return fault.general().filter(one -> one == general).isPresent()
        && fault.isFor(listener.service())
        && fault.meant(concerned)
        && fault.allows(target, transaction);
  }

  private void note(List<ArmedFault> struck) {
    synchronized (played) {
      struck.forEach(fault -> played.add(fault.name()));
    }
  }

  /** When faults are asked for. */
  public enum Phase {
    /** Before the service sees the request. */
    BEFORE,
    /** After it: only what needed the service to recognise the transaction. */
    AFTER;

    private boolean suits(ArmedFault fault) {
      return this == BEFORE || fault.isForTransaction();
    }
  }

  private static int number(ArmedFault fault, String parameter) {
    return Integer.parseInt(fault.parameters().getOrDefault(parameter, "0"));
  }
}

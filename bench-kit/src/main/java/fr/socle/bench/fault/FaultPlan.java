package fr.socle.bench.fault;

import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.operations.UnknownResourceException;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.wire.TlsFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The faults armed in one space. What a fault struck is counted under one lock, so that {@code
 * remaining} and {@code struck} are exact however many requests run at once. Safe for use by
 * several threads.
 */
public final class FaultPlan {
  private final FaultCatalogue catalogue;
  private final List<ListenerSpec> listeners;
  private final BiConsumer<ListenerSpec, TlsFace> show;
  private final List<ArmedFault> armed = new ArrayList<>();
  private int number;

  /**
   * An empty plan.
   *
   * @param catalogue what can be armed
   * @param listeners listeners of the space
   * @param show changes what the TLS of a listener shows
   */
  public FaultPlan(
      FaultCatalogue catalogue,
      List<ListenerSpec> listeners,
      BiConsumer<ListenerSpec, TlsFace> show) {
    this.catalogue = catalogue;
    this.listeners = List.copyOf(listeners);
    this.show = show;
  }

  /**
   * Arms a fault.
   *
   * @param request the fault
   * @param windowId window it ends with, if one is open
   * @throws InvalidControlRequestException if it cannot be armed
   */
  public synchronized Fault arm(FaultRequest request, @Nullable String windowId) {
    FaultKind kind = catalogue.check(request);
    GeneralFault general =
        kind.service().equals("*") ? GeneralFault.named(kind.name()).orElse(null) : null;
    number++;
    ArmedFault fault = new ArmedFault("panne-" + number, request, windowId, general);
    if (general != null && general.isOfTls()) {
      refuseWithoutTls(general, fault);
    }
    if (general == GeneralFault.STATUS) {
      refuseWithoutHttp(fault);
    }
    armed.add(fault);
    showTls(fault);
    return fault.shown();
  }

  private void refuseWithoutTls(GeneralFault general, ArmedFault fault) {
    if (!general.isAvailable()) {
      throw new InvalidControlRequestException(
          "panne-non-disponible",
          "Panne non disponible ici : cette machine Java interdit TLS 1.1. Lancez le banc par"
              + " ./socle up, qui le permet.");
    }
    if (general.tellsRevocation() && listeners.stream().noneMatch(ListenerSpec::tellsRevocation)) {
      throw new InvalidControlRequestException(
          "panne-non-disponible",
          "Panne non disponible ici : aucun service de ce banc ne dit la révocation des certificats ;"
              + " ajoutez mss.");
    }
    boolean clients = general == GeneralFault.CLIENT_REFUSED;
    if (listeners.stream()
        .noneMatch(one -> fault.isOfTlsAt(one) && (!clients || asksClients(one)))) {
      throw new InvalidControlRequestException(
          "panne-sans-objet",
          "La panne « "
              + fault.name()
              + " » ne peut rien au service « "
              + fault.service()
              + " » : aucun de ses ports"
              + Optional.ofNullable(fault.parameters().get(GeneralFault.PORT))
                  .map(port -> " nommé « " + port + " »")
                  .orElse("")
              + " ne "
              + (clients ? "demande de certificat client." : "parle TLS."));
    }
  }

  private void refuseWithoutHttp(ArmedFault fault) {
    List<ListenerSpec> meant =
        listeners.stream().filter(one -> fault.isFor(one.service())).toList();
    if (!meant.isEmpty() && meant.stream().allMatch(ListenerSpec::isOfSessions)) {
      throw new InvalidControlRequestException(
          "panne-sans-objet",
          "La panne « "
              + fault.name()
              + " » ne peut rien au service « "
              + fault.service()
              + " » : aucun de ses ports ne parle HTTP.");
    }
  }

  private static boolean asksClients(ListenerSpec spec) {
    return spec.tls() == Tls.CLIENT_ASKED || spec.tls() == Tls.CLIENT_REQUIRED;
  }

  /** Faults armed, spent ones included until they are disarmed. */
  public synchronized List<Fault> shown() {
    return armed.stream().map(ArmedFault::shown).toList();
  }

  /** Disarms a fault. */
  public synchronized void disarm(String faultId) {
    if (!remove(fault -> fault.id().equals(faultId))) {
      throw new UnknownResourceException(
          "panne-inconnue",
          "La panne " + faultId + " n'est pas armée : prenez un identifiant de la liste.");
    }
  }

  /** Disarms what was armed in a window. */
  public synchronized void endWindow(String windowId) {
    remove(fault -> fault.isOf(windowId));
  }

  /** Disarms everything. */
  public synchronized void clear() {
    remove(fault -> true);
  }

  /** The faults as one exchange meets them. */
  public ExchangeFaults meet(ListenerSpec listener, String target) {
    return new ExchangeFaults(this, listener, target);
  }

  /** Whether a fault that is armed is restricted to somebody. */
  synchronized boolean isKeyed() {
    return armed.stream().anyMatch(fault -> fault.isKeyed() && !fault.isSpent());
  }

  /** Those armed, and not spent, that a test lets through. */
  synchronized Set<String> armed(Predicate<ArmedFault> test) {
    return armed.stream()
        .filter(fault -> !fault.isSpent())
        .filter(test)
        .map(ArmedFault::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Strikes all the faults that a test lets through. */
  synchronized List<ArmedFault> strikeAll(Predicate<ArmedFault> test) {
    List<ArmedFault> struck =
        armed.stream().filter(fault -> !fault.isSpent()).filter(test).toList();
    struck.forEach(this::strike);
    return struck;
  }

  /** Strikes the first fault that a test lets through. */
  synchronized Optional<ArmedFault> strikeFirst(Predicate<ArmedFault> test) {
    Optional<ArmedFault> struck =
        armed.stream().filter(fault -> !fault.isSpent()).filter(test).findFirst();
    struck.ifPresent(this::strike);
    return struck;
  }

  private void strike(ArmedFault fault) {
    fault.strike();
    if (fault.isSpent()) {
      showTls(fault);
    }
  }

  private boolean remove(Predicate<ArmedFault> test) {
    List<ArmedFault> gone = armed.stream().filter(test).toList();
    armed.removeAll(gone);
    gone.forEach(this::showTls);
    return !gone.isEmpty();
  }

  /** Shows anew what the listeners a fault concerns have to show now. */
  private void showTls(ArmedFault changed) {
    for (ListenerSpec listener : listeners) {
      if (changed.isOfTlsAt(listener)) {
        TlsFace face = TlsFace.healthy(listener);
        for (ArmedFault fault : armed) {
          Optional<GeneralFault> general = fault.general();
          if (general.isPresent() && !fault.isSpent() && fault.isOfTlsAt(listener)) {
            face = general.get().applyTo(face, fault.parameters());
          }
        }
        show.accept(listener, face);
      }
    }
  }
}

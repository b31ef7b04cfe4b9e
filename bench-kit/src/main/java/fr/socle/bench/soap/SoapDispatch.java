package fr.socle.bench.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * Which operation a message asks for, and whether the three places that say it agree.
 *
 * @param operation the operation; null when no place names a known one
 * @param decidedBy the place that decided; null without operation
 * @param transportAction action of the transport, as received
 * @param addressingAction {@code wsa:Action}, as received
 * @param body name of the body's element, as received
 * @param disagreements the places that say something else than the operation that was chosen
 */
public record SoapDispatch(
    @Nullable SoapOperation operation,
    @Nullable Clue decidedBy,
    @Nullable String transportAction,
    @Nullable String addressingAction,
    @Nullable QName body,
    List<Clue> disagreements) {

  /** Copies the list. */
  public SoapDispatch {
    disagreements = List.copyOf(disagreements);
  }

  /** The places that name an operation, strongest first. */
  public enum Clue {
    /** The {@code action} parameter of the Content-Type, or the SOAPAction header of SOAP 1.1. */
    TRANSPORT,
    /** The {@code wsa:Action} header. */
    ADDRESSING,
    /** The element in the body. */
    BODY
  }

  /**
   * Chooses an operation: the first place, in the order of {@link Clue}, that names a known one.
   *
   * @param known operations of the service
   * @param transportAction action told by the transport; null when it told none
   * @param message the message
   */
  public static SoapDispatch of(
      List<SoapOperation> known, @Nullable String transportAction, SoapMessage message) {
    String wsaAction = message.addressing().action();
    QName body = message.payload().map(element -> element.name()).orElse(null);
    Optional<SoapOperation> byTransport =
        find(known, each -> each.action().equals(transportAction));
    Optional<SoapOperation> byAddressing = find(known, each -> each.action().equals(wsaAction));
    Optional<SoapOperation> byBody = find(known, each -> each.body().equals(body));
    SoapOperation chosen = byTransport.or(() -> byAddressing).or(() -> byBody).orElse(null);
    List<Clue> disagreements = new ArrayList<>();
    note(disagreements, Clue.TRANSPORT, transportAction, byTransport, chosen);
    note(disagreements, Clue.ADDRESSING, wsaAction, byAddressing, chosen);
    note(disagreements, Clue.BODY, body, byBody, chosen);
    Clue decidedBy =
        byTransport.isPresent()
            ? Clue.TRANSPORT
            : byAddressing.isPresent() ? Clue.ADDRESSING : chosen == null ? null : Clue.BODY;
    return new SoapDispatch(chosen, decidedBy, transportAction, wsaAction, body, disagreements);
  }

  /** Whether a place says something else than the operation that was chosen. */
  public boolean disagrees(Clue clue) {
    return disagreements.contains(clue);
  }

  private static Optional<SoapOperation> find(
      List<SoapOperation> known, Predicate<SoapOperation> wanted) {
    return known.stream().filter(wanted).findFirst();
  }

  private static void note(
      List<Clue> disagreements,
      Clue clue,
      @Nullable Object said,
      Optional<SoapOperation> means,
      @Nullable SoapOperation chosen) {
    if (said != null && (means.isEmpty() || !means.get().equals(chosen))) {
      disagreements.add(clue);
    }
  }
}

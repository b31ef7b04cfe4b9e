package fr.socle.dmp.protocol;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.soap.SoapDispatch;
import fr.socle.bench.soap.SoapDispatch.Clue;
import fr.socle.bench.soap.SoapOperation;
import fr.socle.bench.soap.WsAddressing;
import fr.socle.dmp.service.DmpRefusal;
import fr.socle.dmp.service.DmpSettings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Which operation a message is for: dmp.md 1.1, 1.2 and its quirks Q2, Q9. Immutable. */
final class DmpDispatch {
  private final List<DmpOperation> operations;
  private final Profile profile;

  DmpDispatch(List<DmpOperation> operations, Profile profile) {
    this.operations = List.copyOf(operations);
    this.profile = profile;
  }

  /** The operation of its service that a message asks for. */
  Optional<DmpOperation> operation(DmpRequest request) {
    SoapOperation chosen = of(request).operation();
    return chosen == null
        ? Optional.empty()
        : here(request.service()).filter(each -> each.contract().equals(chosen)).findFirst();
  }

  /** The transaction a message seems to be from some of its words. */
  Optional<String> seeming(String service, IncomingRequest request, String words) {
    return here(service)
        .filter(
            each ->
                words.contains(each.contract().action())
                    || words.contains(each.contract().body().getLocalPart()))
        .map(each -> each.seeming(request, words))
        .findFirst();
  }

  private Stream<DmpOperation> here(String service) {
    return operations.stream().filter(each -> each.service().equals(service));
  }

  /** Q9: the action of the Content-Type is not looked at; wsa:Action, then the body. */
  private SoapDispatch of(DmpRequest request) {
    return SoapDispatch.of(
        here(request.service()).map(DmpOperation::contract).toList(), null, request.soap());
  }

  /** Why a message is not taken, under a code of WS-Addressing. */
  Optional<DmpRefusal> refusal(DmpRequest request, @Nullable DmpOperation operation) {
    List<String> missing = missing(request);
    if (!missing.isEmpty()) {
      return Optional.of(
          new DmpRefusal(
              "MessageAddressingHeaderRequired",
              "A required header representing a Message Addressing Property is not present."
                  + " En-têtes absents : "
                  + String.join(", ", missing)
                  + "."));
    }
    if (operation == null || request.body().isEmpty()) {
      return Optional.of(unsupported(request));
    }
    SoapDispatch dispatch = of(request);
    boolean otherBody = dispatch.disagrees(Clue.BODY);
    boolean otherAction = dispatch.disagrees(Clue.ADDRESSING);
    return otherBody || (otherAction && profile == Profile.STRICT)
        ? Optional.of(unsupported(request))
        : Optional.empty();
  }

  // dmp.md 1.1 (S:DEH) and 8, 17 (A): refused, tolerated in the profile of the kit (Q2).
  private List<String> missing(DmpRequest request) {
    WsAddressing addressing = request.soap().addressing();
    List<String> missing = new ArrayList<>();
    if (profile == Profile.KIT) {
      return missing;
    }
    if (addressing.action() == null) {
      missing.add("Action");
    }
    if (addressing.messageId() == null) {
      missing.add("MessageID");
    }
    if (profile == Profile.STRICT && addressing.replyTo() == null) {
      missing.add("ReplyTo");
    }
    return missing;
  }

  private static DmpRefusal unsupported(DmpRequest request) {
    String action = String.valueOf(request.soap().addressing().action());
    QName body = request.body().map(each -> each.name()).orElse(null);
    // dmp.md 1.2 (A): answered as an operation that is no longer there.
    Withdrawn withdrawn = Withdrawn.asked(request).orElse(null);
    if (withdrawn != null) {
      return new DmpRefusal("ActionNotSupported", withdrawn.sentence());
    }
    return new DmpRefusal(
        "ActionNotSupported",
        "Le service « "
            + request.service()
            + " » n'a pas d'opération d'action « "
            + action
            + " » et de corps « "
            + (body == null ? "vide" : body.getLocalPart())
            + " ».");
  }
}

package fr.socle.insi.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiRequest;
import fr.socle.insi.protocol.SamlAssertion;
import fr.socle.insi.service.Credentials.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Which assertions of a call are judged: all but those of a search by traits in mutual TLS, where
 * none belongs (INSI-T02-15).
 */
final class JudgedAssertions {
  private JudgedAssertions() {}

  /** A rule on one assertion. */
  interface OnAssertion {
    void judge(SamlAssertion assertion, Findings findings);
  }

  /** A rule on one assertion and the call it came with. */
  interface OnCall {
    void judge(SamlAssertion assertion, InsiCall call, Findings findings);
  }

  static List<SamlAssertion> of(InsiRequest request) {
    return request.certificate() != null && request.search() != null
        ? List.of()
        : request.assertions();
  }

  /** The assertion of a professional by a card. */
  static Optional<SamlAssertion> card(InsiRequest request) {
    return of(request).isEmpty()
        ? Optional.empty()
        : request
            .professional()
            .filter(each -> each.kind() == Kind.CARD && !isSecond(each, request));
  }

  /** The assertion of a professional by Pro Santé Connect. */
  static Optional<SamlAssertion> psc(InsiRequest request) {
    return of(request).isEmpty()
        ? Optional.empty()
        : request.professional().filter(each -> each.kind() == Kind.PSC);
  }

  // A second assertion of another type stands for the Vitale card (insi.md 10.3 (A)).
  private static boolean isSecond(SamlAssertion assertion, InsiRequest request) {
    return request.assertions().size() > 1 && !request.assertions().get(0).equals(assertion);
  }

  static Check.Judge<InsiCall> onEach(OnAssertion rule) {
    return (exchange, findings) ->
        of(exchange.message().request()).forEach(each -> rule.judge(each, findings));
  }

  static Check.Judge<InsiCall> onCard(OnAssertion rule) {
    return (exchange, findings) ->
        card(exchange.message().request()).ifPresent(each -> rule.judge(each, findings));
  }

  static Check.Judge<InsiCall> onPsc(OnCall rule) {
    return (exchange, findings) ->
        psc(exchange.message().request())
            .ifPresent(each -> rule.judge(each, exchange.message(), findings));
  }

  /** The Vitale assertion of a search by card. */
  static Check.Judge<InsiCall> onVitale(OnCall rule) {
    return (exchange, findings) -> {
      InsiRequest request = exchange.message().request();
      if (request.card() != null) {
        request.vitale().ifPresent(each -> rule.judge(each, exchange.message(), findings));
      }
    };
  }
}

package fr.socle.insi.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.bench.xml.SchemaFault;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiRequest;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the rules on the body of a call have in common, whatever its operation. */
final class BodyChecks {
  /** A date as INSi wants it; lunar ones are such, the pattern holds digits only (insi.md 2.4). */
  static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private BodyChecks() {}

  /** A rule on criteria; a body of another operation has none and is another rule's business. */
  interface OnCriteria<C> {
    void judge(C criteria, Findings findings);
  }

  static <C> Check.Judge<InsiCall> on(
      Function<InsiRequest, Optional<C>> criteria, OnCriteria<C> rule) {
    return (exchange, findings) ->
        criteria
            .apply(exchange.message().request())
            .ifPresent(present -> rule.judge(present, findings));
  }

  /** The body follows its schema. */
  static Check.Judge<InsiCall> schema(String expected, String advice) {
    return schema(expected, fault -> advice);
  }

  private static Check.Judge<InsiCall> schema(
      String expected, Function<SchemaFault, String> advice) {
    return (exchange, findings) -> {
      for (SchemaFault fault : exchange.message().request().bodyFaults()) {
        findings.add(
            fault.element().path(),
            expected,
            fault.rule(),
            advice.apply(fault) + " " + fault.sentence());
      }
    };
  }

  /** The body follows the schema of the contract. */
  static Check.Judge<InsiCall> schema() {
    return schema(
        "un corps conforme au schéma de l'opération",
        fault -> "Corrigez l'élément " + fault.element().localName() + " du corps.");
  }
}

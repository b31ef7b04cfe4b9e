package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.IntrospectionMessage;
import java.util.List;

/** What is demanded of an introspection (psc.md 2.5) or of a revocation. */
final class IntrospectionChecks {
  private IntrospectionChecks() {}

  static List<Check<IntrospectionMessage>> all() {
    return List.of(tokenSent());
  }

  private static Check<IntrospectionMessage> tokenSent() {
    return Check.of(
        new Rule(
            "PSC-INT-01",
            RuleSource.NORME,
            "RFC 7662 2.1; RFC 7009 2.1",
            List.of("EXI-PSC-15"),
            "La requête porte le jeton dans le paramètre token."),
        (exchange, findings) -> {
          if (exchange.message().isForm() && exchange.message().form().first("token").isEmpty()) {
            findings.add("token", "le jeton à examiner", "absent", "Envoyez le jeton dans token.");
          }
        });
  }
}

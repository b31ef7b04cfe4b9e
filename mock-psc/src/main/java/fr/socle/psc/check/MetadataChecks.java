package fr.socle.psc.check;

import fr.socle.bench.check.Check;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.protocol.MetadataMessage;
import java.util.List;

/** How the discovery document is read (psc.md 1.1, trap 2). */
final class MetadataChecks {
  private MetadataChecks() {}

  static Check<MetadataMessage> nationalName() {
    return Check.of(
        new Rule(
            "PSC-MET-01",
            RuleSource.SUPPOSE,
            "psc.md 1.1 (A)",
            List.of("EXI-PSC-09"),
            "Le document de découverte se lit sous le nom wallet-openid-configuration."),
        (exchange, findings) -> {
          if (exchange.message().path().endsWith("/openid-configuration")) {
            findings.add(
                "adresse",
                "/.well-known/wallet-openid-configuration",
                "/.well-known/openid-configuration",
                "Lisez le document de découverte sous son nom propre : le nom du standard n'est"
                    + " pas garanti en production.");
          }
        });
  }
}
